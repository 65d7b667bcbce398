import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import type { OrderAction, Permission } from '../../shared/graphql/types.generated';
import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { aBalance, anOrder } from '../../testing/orders';
import { OrderDetail } from './order-detail';

const gbp = (amount: string) => ({ __typename: 'Money' as const, amount, currencyCode: 'GBP' });
const [line] = anOrder().lines;

async function open(
  graph: FakeGraph,
  given: object,
  actions: readonly OrderAction[] = [],
  permissions: readonly Permission[] = ['ORDERS_READ', 'ORDERS_WRITE'],
) {
  const order = { ...anOrder({ actions }), lines: [{ ...line, quantity: 3 }], ...given };
  graph.answer('OrderDetail', () => ({
    shop: { __typename: 'Shop', pricesIncludeTax: true },
    order,
  }));
  await render(OrderDetail, {
    inputs: { id: 'o1' },
    providers: [graph.provide(permissions), provideRouter([])],
  });
  await screen.findByRole('heading', { name: 'HT-1001' });
  return order;
}

function done(field: string, order: object) {
  return { [field]: { __typename: 'Payload', order, userErrors: [] } };
}

async function choose(action: string) {
  press('More actions');
  (await screen.findByRole('menuitem', { name: action })).click();
  return screen.findByRole('dialog');
}

describe('an order that is on its way', () => {
  it('is packed into a parcel of some of its units', async () => {
    const graph = new FakeGraph();
    const order = await open(graph, {}, ['FULFIL']);
    graph.answer('FulfilOrder', () => done('orderFulfil', order));
    const dialog = await choose('Pack a parcel');

    fillIn('Units in it', '4', dialog);
    press('Send parcel', dialog);
    await waitFor(() => expect(faultAt('Units in it')).toBe('From 0 to 3.'));
    fillIn('Units in it', '2', dialog);
    fillIn('Carrier', 'Royal Mail', dialog);
    press('Send parcel', dialog);

    await waitFor(() => expect(graph.inputsOf('FulfilOrder')).toHaveLength(1));
    expect(graph.inputsOf('FulfilOrder')[0]).toMatchObject({
      orderId: 'o1',
      expectedVersion: 1,
      isSent: true,
      carrier: 'Royal Mail',
      lines: [{ lineId: 'l1', quantity: 2 }],
    });
  });

  it('shows its parcels, each with what can be done to it', async () => {
    const parcel = {
      __typename: 'Parcel',
      id: 'p1',
      number: 1,
      status: 'SENT',
      carrier: 'Royal Mail',
      trackingNumber: 'RM1',
      trackingUrl: 'https://track.example/RM1',
      sentAt: '2026-11-20T10:00:00.000Z',
      deliveredAt: null,
      lines: [{ __typename: 'OrderLineUnits', lineId: 'l1', quantity: 2 }],
    };
    const graph = new FakeGraph();
    const order = await open(graph, { parcels: [parcel] });
    graph.answer('DeliverParcel', () => done('parcelDeliver', order));

    expect(screen.getByText('2 × Dot Matrix Poster, A2')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'RM1' }).getAttribute('rel')).toContain('noopener');
    press('Mark parcel 1 as delivered');

    await waitFor(() =>
      expect(graph.inputsOf('DeliverParcel')[0]).toMatchObject({
        parcelId: 'p1',
        expectedVersion: 1,
      }),
    );
  });
});

describe('a refund of a part', () => {
  it('says how much goes back before anything does', async () => {
    const graph = new FakeGraph().answer('PreviewRefund', () => ({
      orderRefundPreview: {
        __typename: 'OrderRefundPreview',
        amount: gbp('20.00'),
        maximum: gbp('64.00'),
        userErrors: [],
      },
    }));
    const order = await open(graph, {}, ['REFUND_PART']);
    graph.answer('RefundOrder', () => done('orderRefund', order));
    const dialog = await choose('Refund a part');

    fillIn('Units refunded', '1', dialog);
    fillIn('Reason', 'Arrived with a scratch', dialog);
    press(await screen.findByText('Refund £20.00').then(() => 'Refund £20.00'), dialog);

    await waitFor(() => expect(graph.inputsOf('RefundOrder')).toHaveLength(1));
    expect(graph.inputsOf('RefundOrder')[0]).toMatchObject({
      lines: [{ lineId: 'l1', quantity: 1 }],
      reason: 'Arrived with a scratch',
      restock: false,
    });
    expect(graph.inputsOf('RefundOrder')[0]).not.toHaveProperty('amount');
  });

  it('for nothing is not sent', async () => {
    const graph = new FakeGraph();
    await open(graph, {}, ['REFUND_PART']);
    const dialog = await choose('Refund a part');

    fillIn('Reason', 'Because', dialog);
    press('Refund', dialog);

    await waitFor(() => expect(faultAt('Amount')).toMatch('Say for what'));
    expect(graph.inputsOf('RefundOrder')).toEqual([]);
  });
});

describe('a change of a placed order', () => {
  it('says what it costs whom before it is made', async () => {
    const graph = new FakeGraph().answer('PreviewOrderEdit', () => ({
      orderEditPreview: {
        __typename: 'OrderEditPreview',
        owed: gbp('84.00'),
        difference: gbp('20.00'),
        due: gbp('20.00'),
        refund: gbp('0.00'),
        userErrors: [],
      },
    }));
    await open(graph, {}, ['EDIT']);
    const dialog = await choose('Edit order');

    fillIn('Units', '4', dialog);

    expect(
      (await screen.findByText('The shopper has to pay')).parentElement?.textContent,
    ).toContain('£20.00');
    expect(screen.queryByText('Goes back to the shopper')).toBeNull();
    expect(graph.inputsOf('PreviewOrderEdit').at(-1)).toEqual({
      orderId: 'o1',
      quantities: [{ lineId: 'l1', quantity: 4 }],
    });
  });
});

describe('a return', () => {
  const goods = {
    __typename: 'OrderReturn',
    id: 'r1',
    number: 1,
    status: 'REQUESTED',
    nextStatuses: ['APPROVED', 'REJECTED'],
    isExchange: false,
    note: 'It does not go with the sofa.',
    answer: null,
    requestedAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    expectedRefund: gbp('20.00'),
    lines: [
      {
        __typename: 'OrderReturnLine',
        lineId: 'l1',
        quantity: 1,
        reason: 'NOT_WANTED',
        note: null,
        condition: null,
        restocked: false,
      },
    ],
  };

  it('is not rejected without a word to the shopper', async () => {
    const graph = new FakeGraph();
    const order = await open(graph, { returns: [goods] });
    graph.answer('RejectReturn', () => done('returnReject', order));

    press('Reject: return 1');
    const dialog = await screen.findByRole('dialog');
    press('Reject', dialog);
    await waitFor(() => expect(faultAt('To the shopper')).toBe('Say why, for the shopper.'));
    fillIn('To the shopper', 'It was made for you.', dialog);
    press('Reject', dialog);

    await waitFor(() =>
      expect(graph.inputsOf('RejectReturn')[0]).toMatchObject({
        returnId: 'r1',
        answer: 'It was made for you.',
      }),
    );
  });

  it('that arrived says how the goods are and where they go', async () => {
    const graph = new FakeGraph();
    const order = await open(graph, {
      returns: [{ ...goods, status: 'APPROVED', nextStatuses: ['RECEIVED'] }],
    });
    graph.answer('ReceiveReturn', () => done('returnReceive', order));

    press('Goods arrived: return 1');
    const dialog = await screen.findByRole('dialog');
    fillIn('They are', 'DAMAGED', dialog);
    screen.getByRole('checkbox', { name: 'Back on the shelf' }).click();
    press('Goods arrived', dialog);

    await waitFor(() =>
      expect(graph.inputsOf('ReceiveReturn')[0]).toMatchObject({
        lines: [{ lineId: 'l1', condition: 'DAMAGED', restock: false }],
      }),
    );
  });
});

describe('the order page', () => {
  it('keeps a note to the staff unless it is meant for the customer', async () => {
    const graph = new FakeGraph();
    const order = await open(graph, {});
    graph.answer('AddOrderNote', () => done('orderNoteAdd', order));

    fillIn('Note', 'Leave it at the door.');
    press('Add note');

    await waitFor(() =>
      expect(graph.inputsOf('AddOrderNote')[0]).toMatchObject({
        text: 'Leave it at the door.',
        isInternal: true,
      }),
    );
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe(''));
  });

  it('tells what is still to be paid and which gift card paid a part', async () => {
    await open(new FakeGraph(), {
      balance: aBalance({ captured: gbp('5.00'), due: gbp('19.00') }),
      giftCards: [{ __typename: 'GiftCardPayment', id: 'c1', last4: '64FH', amount: gbp('5.00') }],
    });

    expect(screen.getByText('Still to be paid').parentElement?.textContent).toContain('£19.00');
    expect(screen.getByText(/gift card •••• 64FH/)).toBeTruthy();
    expect(screen.queryByText('Given back')).toBeNull();
  });

  it('offers staff who may only look nothing to change', async () => {
    await open(new FakeGraph(), {}, ['FULFIL', 'EDIT'], ['ORDERS_READ']);

    expect(screen.queryByRole('button', { name: 'More actions' })).toBeNull();
    expect(screen.queryByLabelText('Note')).toBeNull();
  });
});
