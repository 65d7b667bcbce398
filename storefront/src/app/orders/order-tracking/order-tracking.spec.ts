import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
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

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

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
    expect(screen.getByText(/Royal Mail · RM123/)).toBeTruthy();
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

  it('shows each parcel with its content, its carrier and the way to follow it', async () => {
    const parcel = {
      carrier: 'Royal Mail',
      trackingNumber: 'RM123',
      trackingUrl: 'https://carrier.example/RM123',
      sentAt: '2026-11-20T09:30:00.000Z',
      deliveredAt: null,
      lines: [{ lineId: 'line-1', quantity: 1 }],
    };
    await open(
      anOrder({
        status: 'PROCESSING',
        fulfilmentStatus: 'PARTIALLY_FULFILLED',
        events: [anEvent({ status: 'PROCESSING', fulfilmentStatus: 'PARTIALLY_FULFILLED' })],
        parcels: [
          { ...parcel, id: 'parcel-1', number: 1, status: 'SENT' },
          { ...parcel, id: 'parcel-2', number: 2, status: 'PREPARED', trackingUrl: null },
        ],
      }),
    );

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Part of your order is on its way' }),
    ).toBeTruthy();
    const first = screen.getByRole('article', { name: 'Parcel 1 of 2' });
    expect(first.textContent).toContain('1 × Halftone Moon (A2 / Black frame)');
    expect(within(first).getByRole('link').getAttribute('href')).toBe(
      'https://carrier.example/RM123',
    );
    expect(screen.getByRole('article', { name: 'Parcel 2 of 2' }).textContent).toContain('Packed');
  });

  it('tells what gift cards paid, what went back and what is left to pay', async () => {
    const order = anOrder();
    await open(
      anOrder({
        giftCards: [{ id: 'card-1', last4: '7K3Q', amount: gbp('10.00') }],
        balance: { ...order.balance, due: gbp('13.50') },
        refunds: [
          {
            id: 'refund-1',
            kind: 'REFUND',
            state: 'PENDING',
            amount: gbp('5.00'),
            createdAt: '2026-11-20T09:30:00.000Z',
          },
        ],
      }),
    );

    expect(
      (await screen.findByText('Gift card ending in 7K3Q')).parentElement?.textContent,
    ).toContain('£10.00');
    expect(screen.getByText('Refund on its way, 20 November 2026')).toBeTruthy();
    expect(screen.getByText('Left to pay').parentElement?.textContent).toContain('£13.50');
  });

  it('explains its price: what promotions took off, delivery and each tax', async () => {
    const { cost } = anOrder();
    const promotion = { promotionId: 'promotion-1', name: 'Autumn sale', code: 'AUTUMN' };
    await open(
      anOrder({
        promotions: [
          { ...promotion, class: 'ORDER', amount: gbp('3.00') },
          {
            ...promotion,
            promotionId: 'gift',
            name: 'A print',
            code: null,
            class: 'ORDER',
            amount: gbp('0.00'),
          },
        ],
        cost: {
          ...cost,
          discounts: gbp('3.00'),
          total: gbp('25.50'),
          taxLines: [
            { name: 'VAT', percent: '20', amount: gbp('3.50') },
            { name: 'VAT', percent: '5', amount: gbp('1.25') },
          ],
        },
      }),
    );

    const why = within(await screen.findByRole('region', { name: 'Why this price' }));
    const rows = why
      .getAllByRole('term')
      .map((term) => term.parentElement?.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      'Autumn sale (AUTUMN) − £3.00',
      'A print Free gift',
      'Standard delivery £4.50',
      'VAT 20%, included £3.50',
      'VAT 5%, included £1.25',
    ]);
  });

  it('takes a return: what, why, and what money it brings', async () => {
    const delivered = anOrder({
      status: 'DELIVERED',
      lines: anOrder().lines.map((line) => ({ ...line, quantity: 2, returnableQuantity: 2 })),
      availableActions: [{ action: 'REQUEST_RETURN', available: true, blockedBy: null }],
    });
    const { api, shop } = await open(delivered);
    api
      .on('ReturnPreview', () => ({ returnPreview: { refund: gbp('24.00'), userErrors: [] } }))
      .on('RequestReturn', () => {
        const asked = {
          ...delivered,
          availableActions: [],
          returns: [
            {
              id: 'return-1',
              number: 1,
              status: 'REQUESTED' as const,
              isExchange: false,
              note: null,
              answer: null,
              requestedAt: '2026-11-20T10:00:00.000Z',
              expectedRefund: gbp('24.00'),
              lines: [{ lineId: 'line-1', quantity: 1, reason: 'DAMAGED' as const }],
            },
          ],
        };
        shop.order = asked;
        return {
          returnRequest: {
            order: asAnswered(asked),
            orderReturn: { __typename: 'OrderReturn', id: 'return-1', number: 1 },
            userErrors: [],
          },
        };
      });
    fireEvent.click(await screen.findByRole('button', { name: 'Return items' }));
    fireEvent.click(screen.getByRole('button', { name: 'Send the request', hidden: true }));
    expect(await screen.findByText('Choose what you want to send back.')).toBeTruthy();

    fireEvent.click(
      screen.getByRole('button', { name: /One more: Units of Halftone Moon/, hidden: true }),
    );
    expect(await screen.findByText('£24.00', { selector: '[aria-live] *' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/Why does Halftone Moon/), {
      target: { value: 'DAMAGED' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Send the request', hidden: true }));

    expect(await screen.findByRole('heading', { name: 'Return 1' })).toBeTruthy();
    expect(screen.getByText('Requested')).toBeTruthy();
    const sent = api.requests.find(({ operation }) => operation === 'RequestReturn');
    expect(sent?.variables).toMatchObject({
      input: {
        trackingToken: 'token-1',
        lines: [{ lineId: 'line-1', quantity: 1, reason: 'DAMAGED' }],
      },
    });
  });
});
