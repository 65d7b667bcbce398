import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen } from '@testing-library/angular';

import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { Unsubscribe } from './unsubscribe';

async function open(endedSubscription: object | null, path = '/unsubscribe?token=secret') {
  const api = new FakeApi().on('MessageUnsubscribe', () => ({
    messageUnsubscribe: {
      endedSubscription: endedSubscription && {
        __typename: 'MessageSubscription',
        ...endedSubscription,
      },
      userErrors: endedSubscription
        ? []
        : [{ __typename: 'Refusal', code: 'NOT_FOUND', message: 'No.' }],
    },
  }));
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter([{ path: 'unsubscribe', component: Unsubscribe }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return api;
}

describe('the way out of mails', () => {
  it('ends nothing before the reader presses, and then says what has ended', async () => {
    const api = await open({ kind: 'MARKETING', email: 'ada@example.com' });
    const button = await screen.findByRole('button', { name: 'Unsubscribe' });
    expect(api.requests).toEqual([]);

    fireEvent.click(button);

    expect((await screen.findByRole('status')).textContent).toContain(
      'ada@example.com gets no more news and offers',
    );
  });

  it('says so when the link does not work', async () => {
    await open(null);

    fireEvent.click(await screen.findByRole('button', { name: 'Unsubscribe' }));

    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeTruthy();
  });

  it('has nothing to press without a token', async () => {
    await open(null, '/unsubscribe');

    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
