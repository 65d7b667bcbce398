import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  OrderDesk,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const DAY_SECONDS = 86_400;

describe('returns and exchanges', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;
  let frame: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_000, onHand: 1_000 },
      { sku: 'MUG', priceMinor: 600, onHand: 1_000 },
      { sku: 'FRAME', priceMinor: 2_500, onHand: 2 },
    );
    [poster, mug, frame] = [ids['POSTER'] ?? '', ids['MUG'] ?? '', ids['FRAME'] ?? ''];
  });
  afterAll(() => test.close());

  const units = (lineId: string | undefined, quantity: number) => [
    { lineId, quantity, reason: 'NOT_WANTED' },
  ];

  it('go from the wish of a guest to the money, each step in the timeline', async () => {
    const order = await desk.delivered({ [poster]: 2 });
    const before = await desk.onHand(poster);
    const { trackingToken } = order;
    const guest = test.publicClient();
    const lineId = order.lines[0]?.id;

    const { returnPreview } = await guest.data<{ returnPreview: unknown }>(
      `query ($input: ReturnPreviewInput!) { returnPreview(input: $input) {
         refund { amount } userErrors { code } } }`,
      { input: { trackingToken, lines: [{ lineId, quantity: 1 }] } },
    );
    const asked = await desk.act(
      'returnRequest',
      { trackingToken, lines: units(lineId, 1) },
      guest,
    );
    const returnId = asked.orderReturn?.id;
    await desk.done('returnApprove', { returnId, answer: 'Send it to our workshop.' });
    const received = await desk.done('returnReceive', {
      returnId,
      lines: [{ lineId, condition: 'AS_NEW', restock: true }],
    });
    const refunded = await desk.done('returnRefund', { returnId });
    const closed = await desk.done('returnClose', { returnId });

    expect(returnPreview).toEqual({ refund: { amount: '10.00' }, userErrors: [] });
    expect(received.lines).toMatchObject([{ returnedQuantity: 1, refundedQuantity: 0 }]);
    expect(await desk.onHand(poster)).toBe(before + 1);
    expect(refunded).toMatchObject({
      paymentStatus: 'PARTIALLY_REFUNDED',
      balance: { refunded: { amount: '10.00' }, due: { amount: '0.00' } },
      refunds: [{ kind: 'RETURN', amount: { amount: '10.00' } }],
    });
    expect(closed.returns).toMatchObject([{ status: 'CLOSED', nextStatuses: [] }]);
    const seen = await guest.data<{ order: { events: { type: string }[] } }>(
      `query ($t: String!) { order(trackingToken: $t) { events { type note returnId } } }`,
      { t: trackingToken },
    );
    expect(seen.order.events.slice(6)).toMatchObject([
      { type: 'RETURN_REQUESTED', returnId },
      { type: 'RETURN_APPROVED', note: 'Send it to our workshop.' },
      { type: 'RETURN_RECEIVED' },
      { type: 'RETURN_REFUNDED' },
      { type: 'RETURN_CLOSED' },
    ]);
  });

  it('cannot be asked for twice for one unit, nor before anything arrived', async () => {
    const { trackingToken, lines } = await desk.delivered({ [poster]: 2 });
    const early = await desk.processing({ [poster]: 1 });
    const guest = test.publicClient();
    const wish = { trackingToken, lines: units(lines[0]?.id, 2) };

    const outcomes = await Promise.all([1, 2].map(() => desk.act('returnRequest', wish, guest)));
    const tooEarly = await desk.act(
      'returnRequest',
      { trackingToken: early.trackingToken, lines: units(early.lines[0]?.id, 1) },
      guest,
    );

    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { message: 'Nothing of the order can be returned any more.' },
    ]);
    expect(tooEarly.userErrors).toMatchObject([
      { message: 'Nothing of the order has arrived yet.' },
    ]);
  });

  it('are a list of work for staff', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 1 });
    await desk.done('returnRequest', { orderId, lines: units(lines[0]?.id, 1) });
    await desk.delivered({ [poster]: 1 });

    const { orders } = await staff.data<{ orders: { nodes: { id: string }[] } }>(
      '{ orders(first: 5, where: { returnStatuses: [REQUESTED] }) { nodes { id payments { providerCode state } } } }',
    );

    expect(orders.nodes[0]).toEqual({
      id: orderId,
      payments: [{ providerCode: 'manual', state: 'CAPTURED' }],
    });
    expect(orders.nodes.length).toBeLessThan(5);
  });

  it('of other people are not found, and their steps are for staff', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 1 });
    const stranger = test.publicClient();
    const wish = units(lines[0]?.id, 1);

    const byId = await desk.act('returnRequest', { orderId, lines: wish }, stranger);
    const { orderReturn } = await desk.act('returnRequest', { orderId, lines: wish });
    const steps = await stranger.send(
      `mutation { returnApprove(input: { returnId: "${orderReturn?.id ?? ''}", idempotencyKey: "k" }) { order { id } } }`,
    );
    const unknown = await desk.act('returnApprove', { returnId: orderId });

    expect(byId.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(steps.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('refuse a step that may not follow, in the code and in the database', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 1 });
    const { orderReturn } = await desk.act('returnRequest', {
      orderId,
      lines: units(lines[0]?.id, 1),
    });
    const returnId = orderReturn?.id;

    const skipped = await desk.act('returnRefund', { returnId });
    await desk.done('returnReject', { returnId, answer: 'It was worn.' });
    const rejected = await desk.act('returnApprove', { returnId });

    expect(skipped.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(rejected.userErrors).toMatchObject([{ message: 'The return has been rejected.' }]);
    await expect(
      test.sql(`UPDATE order_return SET status = 'REFUNDED' WHERE id = $1`, [returnId]),
    ).rejects.toThrow('a return cannot go from REJECTED to REFUNDED');
  });

  it('are refunded once by two members of staff, and without what was missing', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 1, [mug]: 1 });
    const [first, second] = lines.map(({ id }) => id);
    const wish = [...units(first, 1), ...units(second, 1)];
    const { orderReturn } = await desk.act('returnRequest', { orderId, lines: wish });
    const returnId = orderReturn?.id;
    await desk.done('returnApprove', { returnId });
    await desk.done('returnReceive', {
      returnId,
      lines: [{ lineId: second, condition: 'MISSING', restock: true }],
    });

    const outcomes = await Promise.all([1, 2].map(() => desk.act('returnRefund', { returnId })));

    expect(outcomes.filter(({ order }) => order)).toHaveLength(1);
    expect(outcomes.find(({ order }) => order)?.order?.balance.refunded.amount).toBe('10.00');
  });

  it('of a bill that nobody paid make it smaller', async () => {
    const { id: orderId, lines } = await desk.delivered({ [poster]: 2 }, false);
    const { orderReturn } = await desk.act('returnRequest', {
      orderId,
      lines: units(lines[0]?.id, 1),
    });
    const returnId = orderReturn?.id;
    await desk.done('returnApprove', { returnId });
    await desk.done('returnReceive', { returnId, lines: [] });

    const refunded = await desk.done('returnRefund', { returnId });

    expect(refunded.balance).toMatchObject({
      refunded: { amount: '0.00' },
      due: { amount: '14.50' },
    });
  });

  it('send a dearer thing instead, whose difference is due before it is sent', async () => {
    const order = await desk.delivered({ [poster]: 1 });
    const orderId = order.id;

    const agreed = await desk.act('orderExchange', {
      orderId,
      returned: units(order.lines[0]?.id, 1),
      added: [{ variationId: frame, quantity: 1 }],
    });
    const paid = await desk.done('orderMarkPaid', { orderId });
    const sent = await desk.done('orderTransition', { orderId, transition: 'SHIP' });
    const arrived = await desk.done('orderTransition', { orderId, transition: 'DELIVER' });

    expect(agreed.orderReturn?.status).toBe('APPROVED');
    expect(agreed.order).toMatchObject({
      status: 'PROCESSING',
      paymentStatus: 'PARTIALLY_PAID',
      fulfilmentStatus: 'PARTIALLY_FULFILLED',
      balance: { due: { amount: '15.00' }, credited: { amount: '10.00' } },
    });
    expect(paid).toMatchObject({ paymentStatus: 'PAID', balance: { due: { amount: '0.00' } } });
    expect(sent.status).toBe('SHIPPED');
    expect(arrived).toMatchObject({ status: 'DELIVERED', parcels: [{}, { status: 'DELIVERED' }] });
  });

  it('send a cheaper thing instead, whose difference goes back', async () => {
    const order = await desk.delivered({ [poster]: 1 });

    const { order: agreed, orderReturn } = await desk.act('orderExchange', {
      orderId: order.id,
      returned: units(order.lines[0]?.id, 1),
      added: [{ variationId: mug, quantity: 1 }],
    });
    const returnId = orderReturn?.id;
    await desk.done('returnReceive', { returnId, lines: [] });
    const twice = await desk.act('returnRefund', { returnId });

    expect(agreed).toMatchObject({
      paymentStatus: 'PARTIALLY_REFUNDED',
      balance: {
        refunded: { amount: '4.00' },
        due: { amount: '0.00' },
        overpaid: { amount: '0.00' },
      },
    });
    expect(twice.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('change nothing where the other thing is sold out', async () => {
    const order = await desk.delivered({ [poster]: 1 });

    const refusedExchange = await desk.act('orderExchange', {
      orderId: order.id,
      returned: units(order.lines[0]?.id, 1),
      added: [{ variationId: frame, quantity: 5 }],
    });

    expect(refusedExchange.userErrors).toMatchObject([{ __typename: 'InsufficientStock' }]);
    expect(await desk.order(order.trackingToken)).toMatchObject({ version: order.version });
  });

  it('belong to the customer who is signed in', async () => {
    const shopper = new Shopper(test);
    const { customerRegister } = await shopper.client.data<{
      customerRegister: { session: { accessToken: string } };
    }>(
      `mutation ($input: CustomerRegisterInput!) {
         customerRegister(input: $input) { session { accessToken } } }`,
      { input: { email: 'returns@shop.test', password: 'a good password', name: 'Some Body' } },
    );
    shopper.client.accessToken = customerRegister.session.accessToken;
    const { id: orderId, lines } = await desk.bought({ [poster]: 1 }, shopper);
    for (const transition of ['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER']) {
      await desk.done('orderTransition', { orderId, transition });
    }

    const asked = await desk.act(
      'returnRequest',
      { orderId, lines: units(lines[0]?.id, 1) },
      shopper.client,
    );

    expect(asked.orderReturn?.status).toBe('REQUESTED');
  });

  it('have to be asked for in time by shoppers, while staff may be generous', async () => {
    const order = await desk.delivered({ [poster]: 1 });
    const guest = test.publicClient();
    const lines = units(order.lines[0]?.id, 1);

    test.clock.advance(31 * DAY_SECONDS);
    const later = new OrderDesk(test, await signInStaff(test));
    const seen = await desk.order(order.trackingToken);
    const late = await desk.act(
      'returnRequest',
      { trackingToken: order.trackingToken, lines },
      guest,
    );
    const generous = await later.act('returnRequest', { orderId: order.id, lines });

    expect(seen.lines[0]?.returnableQuantity).toBe(0);
    expect(late.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(generous.orderReturn?.status).toBe('REQUESTED');
  });

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
  });
});
