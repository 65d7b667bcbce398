import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  lineOf,
  makeBundle,
  OrderDesk,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const PREVIEW = `query ($input: OrderLinesCancelPreviewInput!) {
  orderLinesCancelPreview(input: $input) {
    cancelled { amount } refund { amount } due { amount } userErrors { code }
  }
}`;

describe('cancelled units of orders', () => {
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

  it('go back on the shelf once, and what was paid for them goes back, however often it is tried', async () => {
    const before = await desk.onHand(poster);
    const order = await desk.processing({ [poster]: 3 });
    const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 2 }];

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => desk.act('orderLinesCancel', { orderId: order.id, lines })),
    );

    const after = await desk.order(order.trackingToken);
    expect(outcomes.filter((outcome) => outcome.order)).toHaveLength(1);
    expect(await desk.onHand(poster)).toBe(before - 1);
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
    const before = { posters: await desk.onHand(poster), mugs: await desk.onHand(mug) };
    const order = await desk.processing({ [set.variationId]: 3 });
    const lineId = lineOf(order, 'SET');

    const after = await desk.done('orderLinesCancel', {
      orderId: order.id,
      lines: [{ lineId, quantity: 2 }],
    });

    expect([await desk.onHand(poster), await desk.onHand(mug)]).toEqual([
      before.posters - 1,
      before.mugs - 2,
    ]);
    expect(after.balance.cancelled.amount).toBe('33.32');
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

  it('are told beforehand what they bring, with delivery when nothing is left, and to nobody else', async () => {
    const preview = async (input: object, client = test.publicClient()) => {
      const answer = await client.data<{ orderLinesCancelPreview: unknown }>(PREVIEW, { input });
      return answer.orderLinesCancelPreview;
    };
    const order = await desk.bought({ [poster]: 2 });
    const { trackingToken, cost } = order;
    const units = (quantity: number) => [{ lineId: lineOf(order, 'POSTER'), quantity }];

    const unpaid = await preview({ trackingToken, lines: units(1) });
    await desk.done('orderMarkPaid', { orderId: order.id });
    const part = await preview({ trackingToken, lines: units(1) });
    const all = await preview({ trackingToken, lines: units(2) });
    const tooMany = await preview({ trackingToken, lines: units(3) });
    const byId = await preview({ orderId: order.id, lines: units(1) });
    const done = await desk.done('orderLinesCancel', { orderId: order.id, lines: units(1) });

    const money = (amount: string) => ({ amount });
    expect(unpaid).toMatchObject({
      cancelled: money('10.00'),
      refund: money('0.00'),
      due: money('14.50'),
    });
    expect(part).toMatchObject({ cancelled: money('10.00'), refund: money('10.00') });
    expect(all).toMatchObject({ cancelled: cost.total, refund: cost.total, due: money('0.00') });
    expect(tooMany).toMatchObject({ refund: null, userErrors: [{ code: 'QUANTITY_LIMIT' }] });
    expect(byId).toMatchObject({ refund: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(done.balance.refunded.amount).toBe('10.00');
  });

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
  });
});
