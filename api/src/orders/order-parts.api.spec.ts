import {
  createTestApp,
  type GraphqlClient,
  makeBundle,
  OrderDesk,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { orderSteps } from './domain/order-status';
import { parcelSteps } from './domain/parcels';
import { returnSteps } from './domain/return-state';

const [POSTER, MUG] = [1_000, 333];

describe('parts of orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: POSTER, onHand: 1_000 },
      { sku: 'MUG', priceMinor: MUG, onHand: 1_000 },
    );
    [poster, mug] = [ids['POSTER'] ?? '', ids['MUG'] ?? ''];
  });
  afterAll(() => test.close());

  const onHand = async (variationId: string) =>
    (
      await test.sql<{ on_hand: number }>(
        'SELECT on_hand FROM stock_level WHERE variation_id = $1',
        [variationId],
      )
    )[0]?.on_hand;
  const lineOf = (order: { lines: readonly { id: string; sku: string }[] }, sku: string) =>
    order.lines.find((line) => line.sku === sku)?.id ?? '';

  it('have the same steps in the code as in the database', async () => {
    const tables = {
      order_status_step: orderSteps,
      parcel_status_step: parcelSteps,
      order_return_step: returnSteps,
    };

    for (const [table, steps] of Object.entries(tables)) {
      const rows = await test.sql<{ from_status: string; to_status: string }>(
        `SELECT from_status, to_status FROM ${table} ORDER BY 1, 2`,
      );
      const known = Object.entries(steps as Record<string, readonly string[]>)
        .flatMap(([from, all]) => all.map((to) => ({ from_status: from, to_status: to })))
        .toSorted((a, b) => (a.from_status + a.to_status < b.from_status + b.to_status ? -1 : 1));
      expect(known).toEqual(
        rows.toSorted((a, b) =>
          a.from_status + a.to_status < b.from_status + b.to_status ? -1 : 1,
        ),
      );
    }
  });

  describe('parcels', () => {
    it('send an order piece by piece until it is shipped, and then delivered', async () => {
      const order = await desk.processing({ [poster]: 2, [mug]: 1 });
      const orderId = order.id;

      const first = await desk.done('orderFulfil', {
        orderId,
        lines: [{ lineId: lineOf(order, 'POSTER'), quantity: 1 }],
        carrier: 'Royal Mail',
        trackingNumber: 'RM1',
        trackingUrl: 'https://carrier.example/RM1',
      });
      expect(first).toMatchObject({
        status: 'PROCESSING',
        fulfilmentStatus: 'PARTIALLY_FULFILLED',
      });
      const prepared = await desk.done('orderFulfil', { orderId, isSent: false });
      expect(prepared).toMatchObject({
        status: 'PROCESSING',
        parcels: [{}, { status: 'PREPARED' }],
      });
      const [one, two] = prepared.parcels;
      const sent = await desk.done('parcelSend', { parcelId: two?.id });
      expect(sent).toMatchObject({ status: 'SHIPPED', fulfilmentStatus: 'FULFILLED' });
      const half = await desk.done('parcelDeliver', { parcelId: one?.id });
      expect(half).toMatchObject({ status: 'SHIPPED', fulfilmentStatus: 'FULFILLED' });
      const whole = await desk.done('parcelDeliver', { parcelId: two?.id });
      expect(whole).toMatchObject({ status: 'DELIVERED', fulfilmentStatus: 'DELIVERED' });

      const { order: seen } = await staff.data<{ order: { events: unknown[] } }>(
        `query ($id: ID!) { order(id: $id) { events { type trackingUrl actor { kind name } } } }`,
        { id: orderId },
      );
      expect(seen.events.slice(4)).toMatchObject([
        { type: 'PARCEL_SENT', trackingUrl: 'https://carrier.example/RM1' },
        { type: 'PARCEL_PREPARED', actor: { kind: 'STAFF', name: 'Olive Owner' } },
        { type: 'SHIPPED' },
        { type: 'PARCEL_DELIVERED' },
        { type: 'DELIVERED' },
      ]);
    });

    it('can be unpacked before they are sent, and not after', async () => {
      const { id: orderId } = await desk.processing({ [poster]: 2 });
      const { parcels } = await desk.done('orderFulfil', { orderId, isSent: false });
      const parcelId = parcels[0]?.id;

      const tooMany = await desk.act('orderFulfil', { orderId });
      const unpacked = await desk.done('parcelCancel', { parcelId });
      const shipped = await desk.done('orderTransition', { orderId, transition: 'SHIP' });
      const tooLate = await desk.act('parcelCancel', { parcelId: shipped.parcels[1]?.id });

      expect(tooMany.userErrors).toMatchObject([{ message: 'Everything is in a parcel already.' }]);
      expect(unpacked).toMatchObject({ lines: [{ packedQuantity: 0 }] });
      expect(shipped).toMatchObject({ status: 'SHIPPED', parcels: [{ status: 'CANCELLED' }, {}] });
      expect(tooLate.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    });

    it('never hold more units than are left, whoever packs at once', async () => {
      const order = await desk.processing({ [poster]: 3 });
      const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 2 }];

      const outcomes = await Promise.all(
        [1, 2].map(() => desk.act('orderFulfil', { orderId: order.id, lines })),
      );

      expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
        { code: 'QUANTITY_LIMIT', path: ['lines', '0', 'quantity'] },
      ]);
      await expect(
        test.sql('UPDATE order_line SET packed_quantity = 4 WHERE order_id = $1', [order.id]),
      ).rejects.toThrow('check constraint');
    });

    it('are corrected without losing what is in them', async () => {
      const { id: orderId } = await desk.processing({ [poster]: 1 });
      const { parcels } = await desk.done('orderFulfil', { orderId, carrier: 'DPD' });

      const corrected = await desk.done('parcelUpdate', {
        parcelId: parcels[0]?.id,
        carrier: 'UPS',
        trackingNumber: '1Z',
      });
      const bad = await desk.act('parcelUpdate', {
        parcelId: parcels[0]?.id,
        trackingUrl: 'javascript:alert(1)',
      });

      expect(corrected.parcels).toMatchObject([{ carrier: 'UPS', lines: [{ quantity: 1 }] }]);
      expect(bad.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['trackingUrl'] }]);
    });
  });

  describe('cancelled units', () => {
    it('go back on the shelf once, and what was paid for them goes back, however often it is tried', async () => {
      const before = await onHand(poster);
      const order = await desk.processing({ [poster]: 3 });
      const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 2 }];

      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          desk.act('orderLinesCancel', { orderId: order.id, lines }),
        ),
      );

      const after = await desk.order(order.trackingToken);
      expect(outcomes.filter((outcome) => outcome.order)).toHaveLength(1);
      expect(await onHand(poster)).toBe((before ?? 0) - 1);
      expect(after).toMatchObject({
        status: 'PROCESSING',
        paymentStatus: 'PARTIALLY_REFUNDED',
        balance: { cancelled: { amount: '20.00' }, refunded: { amount: '20.00' } },
        refunds: [{ kind: 'CANCELLATION', state: 'DONE', amount: { amount: '20.00' } }],
      });
    });

    it('of a bill that is not paid make it smaller', async () => {
      const order = await desk.processing({ [poster]: 2 }, false);
      const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 1 }];

      const less = await desk.done('orderLinesCancel', { orderId: order.id, lines });
      const paid = await desk.done('orderMarkPaid', { orderId: order.id });

      expect(less.balance.due.amount).toBe('14.50');
      expect(paid).toMatchObject({
        paymentStatus: 'PAID',
        balance: { captured: { amount: '14.50' }, due: { amount: '0.00' } },
      });
    });

    it('end the order with the last of them, delivery and all', async () => {
      const order = await desk.processing({ [poster]: 1, [mug]: 2 });
      const cancel = (sku: string, quantity: number) =>
        desk.done('orderLinesCancel', {
          orderId: order.id,
          lines: [{ lineId: lineOf(order, sku), quantity }],
        });

      await cancel('POSTER', 1);
      await cancel('MUG', 1);
      const ended = await cancel('MUG', 1);

      expect(ended).toMatchObject({
        status: 'CANCELLED',
        paymentStatus: 'REFUNDED',
        fulfilmentStatus: 'CANCELLED',
        balance: { owed: { amount: '0.00' }, refunded: order.cost.total },
      });
    });

    it('of a bundle give back its parts, and the bundle’s share of the price', async () => {
      const set = await makeBundle(test, {
        sku: 'SET',
        choices: [{ name: 'Pieces', min: 3, options: { [poster]: 1, [mug]: 2 } }],
      });
      const before = [(await onHand(poster)) ?? 0, (await onHand(mug)) ?? 0];
      const order = await desk.processing({ [set.variationId]: 3 });
      const lineId = lineOf(order, 'SET');

      const after = await desk.done('orderLinesCancel', {
        orderId: order.id,
        lines: [{ lineId, quantity: 2 }],
      });
      const more = await desk.act('orderEdit', {
        orderId: order.id,
        quantities: [{ lineId, quantity: 4 }],
      });

      expect([await onHand(poster), await onHand(mug)]).toEqual([
        (before[0] ?? 0) - 1,
        (before[1] ?? 0) - 2,
      ]);
      expect(after.balance.cancelled.amount).toBe('33.32');
      expect(more.userErrors).toMatchObject([
        { message: 'A bundle cannot be added to a placed order.' },
      ]);
    });

    it('of an order of which the rest was sent make it shipped', async () => {
      const order = await desk.processing({ [poster]: 2 });
      const line = lineOf(order, 'POSTER');
      const one = [{ lineId: line, quantity: 1 }];
      await desk.done('orderFulfil', { orderId: order.id, lines: one });

      const whole = await desk.act('orderCancel', { orderId: order.id });
      const rest = await desk.done('orderLinesCancel', { orderId: order.id, lines: one });

      expect(whole.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
      expect(rest).toMatchObject({ status: 'SHIPPED', balance: { refunded: { amount: '10.00' } } });
    });

    it('can be named by the guest with the tracking token until the shop works on it, by nobody else', async () => {
      const order = await desk.bought({ [poster]: 2 });
      const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 1 }];
      const stranger = test.publicClient();

      const byId = await desk.act('orderLinesCancel', { orderId: order.id, lines }, stranger);
      const { trackingToken } = order;
      const byToken = await desk.act('orderLinesCancel', { trackingToken, lines }, stranger);
      await desk.done('orderTransition', { orderId: order.id, transition: 'CONFIRM' });
      await desk.done('orderTransition', { orderId: order.id, transition: 'START_PROCESSING' });
      const late = await desk.act('orderLinesCancel', { trackingToken, lines }, stranger);

      expect(byId.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect(byToken.order).toMatchObject({ lines: [{ cancelledQuantity: 1 }] });
      expect(late.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    });
  });

  describe('refunds', () => {
    const money = (amount: string) => ({ amount, currencyCode: 'GBP' });
    const reason = 'With our apologies';

    it('are never more than was paid, whichever two members of staff are faster', async () => {
      const { id: orderId } = await desk.delivered({ [poster]: 1 });

      const outcomes = await Promise.all(
        [1, 2].map(() => desk.act('orderRefund', { orderId, reason, amount: money('8.00') })),
      );

      expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
        { code: 'AMOUNT_EXCEEDED', path: ['amount'] },
      ]);
      await expect(
        test.sql('UPDATE payment SET refunded_minor = 1451 WHERE order_id = $1', [orderId]),
      ).rejects.toThrow('check constraint');
    });

    it('of lines, delivery and an amount sum to the whole, and then the order is refunded', async () => {
      const order = await desk.delivered({ [mug]: 3 });
      const orderId = order.id;
      const one = [{ lineId: lineOf(order, 'MUG'), quantity: 1 }];

      const { orderRefundPreview } = await staff.data<{ orderRefundPreview: unknown }>(
        `query ($input: OrderRefundPreviewInput!) { orderRefundPreview(input: $input) {
           amount { amount } maximum { amount } userErrors { code } } }`,
        { input: { orderId, lines: one, shipping: money('4.50') } },
      );
      const first = await desk.done('orderRefund', { orderId, reason, lines: one, restock: true });
      await desk.done('orderRefund', { orderId, reason, shipping: money('4.50') });
      const third = await desk.done('orderRefund', { orderId, reason, amount: money('0.99') });
      const rest = [{ ...one[0], quantity: 2 }];
      const last = await desk.done('orderRefund', { orderId, reason, lines: rest });
      const again = await desk.act('orderRefund', { orderId, reason, lines: one });

      expect(orderRefundPreview).toMatchObject({
        amount: { amount: '7.83' },
        maximum: { amount: '14.49' },
      });
      expect(first).toMatchObject({ paymentStatus: 'PARTIALLY_REFUNDED', status: 'DELIVERED' });
      expect(first.lines).toMatchObject([{ refundedQuantity: 1, returnedQuantity: 1 }]);
      expect(third.balance).toMatchObject({ refundable: { amount: '5.67' } });
      expect(last).toMatchObject({
        status: 'REFUNDED',
        paymentStatus: 'REFUNDED',
        balance: { refunded: { amount: '14.49' }, refundable: { amount: '0.00' } },
      });
      expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    });

    it('of everything end the order, as they always did', async () => {
      const { id: orderId } = await desk.delivered({ [poster]: 2 });
      const waiting = await desk.processing({ [poster]: 1 });

      const refunded = await desk.done('orderRefund', { orderId, reason });
      const again = await desk.act('orderRefund', { orderId, reason });
      const early = await desk.act('orderRefund', { orderId: waiting.id, reason });

      expect(refunded).toMatchObject({
        status: 'REFUNDED',
        paymentStatus: 'REFUNDED',
        fulfilmentStatus: 'DELIVERED',
        balance: { refunded: { amount: '24.50' }, due: { amount: '0.00' } },
        refunds: [{ kind: 'REFUND', amount: { amount: '24.50' } }],
      });
      expect(again.userErrors).toMatchObject([{ message: 'The order is refunded.' }]);
      expect(early.userErrors).toMatchObject([
        { message: 'The order has not been shipped; cancel it instead.' },
      ]);
    });

    it('are done once under one key, and need something to give back', async () => {
      const { id: orderId } = await desk.delivered({ [poster]: 1 });
      const input = { orderId, reason, amount: money('1.00'), idempotencyKey: 'refund-once' };

      await desk.done('orderRefund', input);
      const again = await desk.done('orderRefund', input);
      const wrong = await desk.act('orderRefund', {
        orderId,
        reason,
        amount: { amount: '1', currencyCode: 'EUR' },
      });
      const unpaid = await desk.delivered({ [poster]: 1 }, false);
      const nothing = await desk.act('orderRefund', {
        orderId: unpaid.id,
        reason,
        amount: money('1'),
      });

      expect(again.balance.refunded.amount).toBe('1.00');
      expect(wrong.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['amount'] }]);
      expect(nothing.userErrors).toMatchObject([{ message: 'Nothing has been paid yet.' }]);
    });

    it('put goods on the shelf only where that is asked for', async () => {
      const before = (await onHand(mug)) ?? 0;
      const order = await desk.delivered({ [mug]: 2 });
      const lines = [{ lineId: lineOf(order, 'MUG'), quantity: 1 }];

      await desk.done('orderRefund', { orderId: order.id, reason, lines });
      const without = await onHand(mug);
      await desk.done('orderRefund', { orderId: order.id, reason, lines, restock: true });

      expect(without).toBe(before - 2);
      expect(await onHand(mug)).toBe(before - 1);
    });
  });

  it('are told in as many statements for ten orders as for one', async () => {
    await desk.delivered({ [poster]: 1 });
    const count = async (first: number): Promise<number> => {
      test.statements.length = 0;
      await staff.data(
        `{ orders(first: ${first}) { nodes { parcels { id } balance { due { amount } } refunds { id } returns { id }
           notes { id } lines { returnableQuantity } availableActions { action blockCode } } } }`,
      );
      return test.statements.length;
    };

    expect(await count(10)).toBe(await count(1));
  });

  it('of an order that was just placed are told without asking the database', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster, 1);
    const { id: checkoutId } = await shopper.fillCheckout();
    const pay = (selection: string, idempotencyKey: string) =>
      shopper.client.data<{ checkoutPay: { order: Record<string, unknown> } }>(
        `mutation ($input: CheckoutPayInput!) { checkoutPay(input: $input) { order { id ${selection} } } }`,
        { input: { checkoutId, paymentMethodCode: 'manual', idempotencyKey } },
      );

    test.statements.length = 0;
    const { checkoutPay } = await pay(
      'balance { due { amount } captured { amount } } parcels { id } returns { id } availableActions { action }',
      'k1',
    );

    expect(checkoutPay.order).toMatchObject({
      balance: { due: { amount: '14.50' }, captured: { amount: '0.00' } },
      parcels: [],
    });
    expect(
      test.statements.filter((sql) => /FROM (parcel|order_return|order_line)/.test(sql)),
    ).toEqual([]);
  });

  it('always add up: counters, money and ledger of every order of this file', async () => {
    const [bad] = await test.sql<{ lines: string; money: string; stock: string }>(`
      SELECT
        (SELECT count(*) FROM orders o WHERE total_minor <> subtotal_minor - discounts_minor + shipping_minor) AS lines,
        (SELECT count(*) FROM orders o JOIN (
           SELECT order_id, sum(captured_minor) AS captured, sum(refunded_minor) AS refunded FROM payment GROUP BY 1
         ) p ON p.order_id = o.id JOIN (
           SELECT order_id, sum(amount_minor) AS given FROM order_refund WHERE state <> 'FAILED' GROUP BY 1
         ) r ON r.order_id = o.id WHERE p.refunded <> r.given OR p.refunded > p.captured) AS money,
        (SELECT count(*) FROM stock_level l WHERE on_hand <>
           (SELECT coalesce(sum(units), 0) FROM stock_movement m WHERE m.variation_id = l.variation_id)) AS stock`);

    expect(bad).toEqual({ lines: '0', money: '0', stock: '0' });
  });
});
