import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { Subject } from 'rxjs';

import { Socket } from '#shared/graphql/socket';
import { FakeApi, provideFakeApi } from '#shared/graphql/testing/provide-fake-api';
import type {
  OrderDetailsFragment,
  OrderEventPartsFragment,
} from '../data/order-fragments.generated';
import { anEvent, anOrder, asAnswered } from '../testing/an-order';
import { OrderTracking } from './order-tracking';

const processing = anEvent({ sequence: 3, type: 'PROCESSING', status: 'PROCESSING' });
const confirmed = anEvent({ sequence: 2, type: 'CONFIRMED', status: 'CONFIRMED' });
const shipped = anEvent({
  sequence: 4,
  type: 'SHIPPED',
  status: 'SHIPPED',
  carrier: 'Royal Mail',
  trackingNumber: 'RM123',
});

async function open(first: OrderDetailsFragment | null = anOrder()) {
  const connected = signal(true);
  const streams: Subject<object>[] = [];
  const shop = { order: first };
  const api = new FakeApi()
    .on('OrderByToken', () => ({ order: shop.order && asAnswered(shop.order) }))
    .stream('FollowOrder', () => {
      const stream = new Subject<object>();
      streams.push(stream);
      return stream;
    });
  TestBed.configureTestingModule({
    providers: [
      provideFakeApi(api),
      provideRouter(
        [{ path: 'track/:trackingToken', component: OrderTracking }],
        withComponentInputBinding(),
      ),
      { provide: Socket, useValue: { isConnected: connected } },
    ],
  });
  const harness = await RouterTestingHarness.create('/track/token-1');
  document.body.append(harness.fixture.nativeElement as Node);
  return {
    api,
    shop,
    connected,
    say: (...events: OrderEventPartsFragment[]) =>
      events.forEach((event) =>
        streams.at(-1)?.next({ orderEvents: { __typename: 'OrderEvent', ...event } }),
      ),
  };
}

const shownSequences = () =>
  screen.getAllByTestId('timeline-event').map((event) => event.dataset['sequence']);
const shownStatus = () => screen.getByTestId('order-status').dataset['status'];

describe('the tracking page', () => {
  afterEach(() => jest.useRealTimers());

  it('shows where the order stands, what was bought and where it goes', async () => {
    await open();

    expect(
      await screen.findByRole('heading', { level: 1, name: 'We have your order' }),
    ).toBeTruthy();
    expect(screen.getByText('HT-1001')).toBeTruthy();
    expect(screen.getByText('Halftone Moon')).toBeTruthy();
    expect(screen.getByText('12 St James Square')).toBeTruthy();
    expect(screen.getByText('£28.50', { selector: 'dl *' })).toBeTruthy();
  });

  it('listens from the last event it has', async () => {
    const { api } = await open(anOrder({ events: [anEvent(), confirmed] }));
    await screen.findByTestId('order-status');

    await waitFor(() =>
      expect(api.requests).toContainEqual({
        operation: 'FollowOrder',
        variables: { trackingToken: 'token-1', after: 'cursor-2' },
      }),
    );
  });

  it('moves by itself, each event once and in order', async () => {
    const { say } = await open();
    await screen.findByTestId('order-status');

    say(confirmed, confirmed, processing, shipped);

    await waitFor(() => expect(shownStatus()).toBe('SHIPPED'));
    expect(shownSequences()).toEqual(['1', '2', '3', '4']);
    expect(screen.getByText('RM123')).toBeTruthy();
  });

  it('reads each change out', async () => {
    const { say } = await open();
    await screen.findByTestId('order-status');

    say(confirmed);

    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('Order confirmed'),
    );
  });

  it('asks for the order itself when the socket stays down, and says so', async () => {
    const { connected, shop } = await open();
    await screen.findByTestId('order-status');
    jest.useFakeTimers();
    shop.order = anOrder({ status: 'CONFIRMED', events: [anEvent(), confirmed] });

    connected.set(false);
    await jest.advanceTimersByTimeAsync(100);
    expect(screen.getByTestId('live-state').dataset['state']).toBe('reconnecting');
    await jest.advanceTimersByTimeAsync(11_000);

    expect(screen.getByTestId('live-state').dataset['state']).toBe('polling');
    expect(shownSequences()).toEqual(['1', '2']);

    connected.set(true);
    await jest.advanceTimersByTimeAsync(100);
    expect(screen.getByTestId('live-state').dataset['state']).toBe('live');
  });

  it('keeps showing the order through an outage', async () => {
    const { api, connected } = await open();
    await screen.findByTestId('order-status');
    jest.useFakeTimers();
    api.on('OrderByToken', () => {
      throw new Error('connect ECONNREFUSED');
    });

    connected.set(false);
    await jest.advanceTimersByTimeAsync(21_000);

    expect(shownSequences()).toEqual(['1']);
    expect(screen.getByTestId('live-state').dataset['state']).toBe('polling');
  });

  it('cancels only after asking once more', async () => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    const { api } = await open(
      anOrder({ availableActions: [{ action: 'CANCEL', available: true, blockedBy: null }] }),
    );
    api.on('CancelOrder', () => ({
      orderCancel: { order: asAnswered(anOrder({ status: 'CANCELLED' })), userErrors: [] },
    }));

    fireEvent.click(await screen.findByRole('button', { name: 'Cancel order' }));
    expect(api.requests.some(({ operation }) => operation === 'CancelOrder')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, cancel it' }));

    await waitFor(() =>
      expect(api.requests.find(({ operation }) => operation === 'CancelOrder')?.variables).toEqual({
        input: {
          trackingToken: 'token-1',
          expectedVersion: 1,
          idempotencyKey: expect.any(String),
        },
      }),
    );
  });

  it('offers no cancellation where it is not allowed', async () => {
    await open();
    await screen.findByTestId('order-status');

    expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
  });

  it('says when a link opens nothing', async () => {
    await open(null);

    expect(await screen.findByRole('heading', { name: 'No order here' })).toBeTruthy();
  });
});
