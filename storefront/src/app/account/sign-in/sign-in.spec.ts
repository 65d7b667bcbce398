import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';

import { RequestError } from '#shared/graphql/request-error';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import { Session, type SignInResult } from '#shared/session/session';
import { Toaster } from '#shared/ui/toast/toaster';
import { SignIn } from './sign-in';

@Component({ selector: 'app-destination', template: '<h1>Arrived</h1>' })
class Destination {}

class FakeSession {
  readonly given: [string, string][] = [];
  next: () => SignInResult = () => ({ ok: true, cartMerge: null });

  signIn(email: string, password: string): Promise<SignInResult> {
    this.given.push([email, password]);
    return new Promise((resolve) => resolve(this.next()));
  }
}

async function open(path = '/account/sign-in') {
  const session = new FakeSession();
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(new FakeApi()),
      provideRouter(
        [
          { path: 'account/sign-in', component: SignIn },
          { path: '**', component: Destination },
        ],
        withComponentInputBinding(),
      ),
      { provide: Session, useValue: session },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  document.body.append(harness.fixture.nativeElement as Node);
  return session;
}

async function signIn(email = 'ada@example.com', password = 'a long sentence') {
  fireEvent.input(screen.getByLabelText('Email'), { target: { value: email } });
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await Promise.resolve();
}

describe('the sign-in page', () => {
  it('signs in and goes back to where the shopper was', async () => {
    const session = await open('/account/sign-in?returnTo=%2Fcheckout%3Fstep%3Dshipping');

    await signIn();

    expect(await screen.findByRole('heading', { name: 'Arrived' })).toBeTruthy();
    expect(TestBed.inject(Location).path()).toBe('/checkout?step=shipping');
    expect(session.given).toEqual([['ada@example.com', 'a long sentence']]);
  });

  it('never goes to another site', async () => {
    await open('/account/sign-in?returnTo=%2F%2Fevil.example');

    await signIn();

    await waitFor(() => expect(TestBed.inject(Location).path()).toBe('/account'));
  });

  it('tells what became of the cart', async () => {
    const session = await open();
    session.next = () => ({ ok: true, cartMerge: { mergedLines: 2, cappedLines: 1 } });

    await signIn();

    await waitFor(() =>
      expect(TestBed.inject(Toaster).toasts()[0]?.text).toContain('2 items from this visit'),
    );
  });

  it('says the same for a wrong address as for a wrong password', async () => {
    const session = await open();
    session.next = () => ({
      ok: false,
      problems: [{ code: 'INVALID_CREDENTIALS', message: 'Wrong.', path: null }],
    });

    await signIn();

    expect((await screen.findByRole('alert')).textContent).toContain('do not belong together');
  });

  it('says when to slow down', async () => {
    const session = await open();
    session.next = () => {
      throw new RequestError('Please wait a moment and try again.', 'RATE_LIMITED');
    };

    await signIn();

    expect((await screen.findByRole('alert')).textContent).toContain('wait a moment');
  });

  it('asks for both before it sends anything', async () => {
    const session = await open();

    await signIn('', '');

    expect(await screen.findByText('Enter your email address.')).toBeTruthy();
    expect(screen.getByText('Enter your password.')).toBeTruthy();
    expect(session.given).toEqual([]);
  });

  it('shows the password on demand', async () => {
    await open();

    fireEvent.click(screen.getByRole('button', { name: 'Show what is typed' }));

    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Password').type).toBe('text'),
    );
  });
});
