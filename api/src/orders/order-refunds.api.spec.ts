import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  lineOf,
  OrderDesk,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

describe('refunds of orders', () => {
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
      { sku: 'POSTER', priceMinor: 1_000, onHand: 1_000 },
      { sku: 'MUG', priceMinor: 333, onHand: 1_000 },
    );
    [poster, mug] = [ids['POSTER'] ?? '', ids['MUG'] ?? ''];
  });
  afterAll(() => test.close());

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
    const before = await desk.onHand(mug);
    const order = await desk.delivered({ [mug]: 2 });
    const lines = [{ lineId: lineOf(order, 'MUG'), quantity: 1 }];

    await desk.done('orderRefund', { orderId: order.id, reason, lines });
    const without = await desk.onHand(mug);
    await desk.done('orderRefund', { orderId: order.id, reason, lines, restock: true });

    expect(without).toBe(before - 2);
    expect(await desk.onHand(mug)).toBe(before - 1);
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

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
  });
});
