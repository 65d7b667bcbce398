import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
  USER_ERRORS,
} from '../testing';

interface Payload {
  order: { id: string; status: string; version: number; paymentStatus: string } | null;
  userErrors: SeenError[];
}

describe('orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let poster: string;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    poster =
      (await stockProducts(test, { sku: 'POSTER', priceMinor: 1_250, onHand: 500 }))['POSTER'] ??
      '';
  });
  afterAll(() => test.close());

  const act = async (
    field: string,
    input: Record<string, unknown>,
    client: GraphqlClient = staff,
  ): Promise<Payload> => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    keys += 1;
    const data = await client.data<Record<string, Payload>>(
      `mutation ($input: ${type}) { ${field}(input: $input) {
         order { id status version paymentStatus fulfilmentStatus } ${USER_ERRORS} } }`,
      { input: { idempotencyKey: `k${keys}`, ...input } },
    );
    const payload = data[field];
    if (!payload) throw new Error(`${field} answered without a payload.`);
    return payload;
  };
  const step = (orderId: string, transition: string, more = {}) =>
    act('orderTransition', { orderId, transition, ...more });
  const onHand = async () =>
    (
      await test.sql<{ on_hand: number }>(
        'SELECT on_hand FROM stock_level WHERE variation_id = $1',
        [poster],
      )
    )[0]?.on_hand;

  it('are moved from pending to delivered by staff, each step logged', async () => {
    const order = await new Shopper(test).buy(poster, 2);

    await step(order.id, 'CONFIRM');
    await step(order.id, 'START_PROCESSING');
    await step(order.id, 'SHIP', { carrier: 'Royal Mail', trackingNumber: 'RM1', note: 'Enjoy!' });
    const delivered = await step(order.id, 'DELIVER');

    expect(delivered.order).toMatchObject({ status: 'DELIVERED', fulfilmentStatus: 'DELIVERED' });
    const seen = await test.publicClient().data<{ order: Record<string, unknown> }>(
      `query ($token: String!) { order(trackingToken: $token) {
         status shipment { carrier trackingNumber deliveredAt } lines { sku quantity }
         events { sequence type status note carrier } } }`,
      { token: order.trackingToken },
    );
    expect(seen.order['events']).toMatchObject([
      { sequence: 1, type: 'PLACED' },
      { sequence: 2, type: 'CONFIRMED' },
      { sequence: 3, type: 'PROCESSING' },
      { sequence: 4, type: 'SHIPPED', note: 'Enjoy!', carrier: 'Royal Mail' },
      { sequence: 5, type: 'DELIVERED' },
    ]);
    expect(seen.order['shipment']).toMatchObject({ carrier: 'Royal Mail', trackingNumber: 'RM1' });
  });

  it('are found by number, e-mail and status, newest first, page by page without repeats', async () => {
    const placed: string[] = [];
    for (let index = 0; index < 5; index += 1)
      placed.unshift((await new Shopper(test).buy(poster)).id);
    const page = async (args: string) =>
      (
        await staff.data<{
          orders: {
            nodes: { id: string }[];
            pageInfo: Record<string, unknown>;
            totalCount: number;
          };
        }>(
          `{ orders(${args}) { nodes { id } totalCount
             pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`,
        )
      ).orders;

    const first = await page('first: 2, where: { statuses: [PENDING] }');
    const second = await page(
      `first: 2, after: "${String(first.pageInfo['endCursor'])}", where: { statuses: [PENDING] }`,
    );
    const back = await page(
      `last: 2, before: "${String(second.pageInfo['startCursor'])}", where: { statuses: [PENDING] }`,
    );

    const ids = [...first.nodes, ...second.nodes].map((node) => node.id);
    expect(ids).toEqual(placed.slice(0, 4));
    expect(back.nodes).toEqual(first.nodes);
    expect(back.pageInfo['hasPreviousPage']).toBe(false);
    expect(
      (await page('first: 1, where: { query: "shopper@ex" }')).totalCount,
    ).toBeGreaterThanOrEqual(5);
    expect((await page('first: 1, where: { query: "100%" }')).totalCount).toBe(0);
  });

  it('say of a cursor that it belongs to another list', async () => {
    const foreign = Buffer.from(JSON.stringify(['poster'])).toString('base64url');

    await expect(
      staff.data(`{ orders(first: 1, after: "${foreign}") { totalCount } }`),
    ).rejects.toThrow('This cursor belongs to another list.');
  });

  it('refuse a step that may not follow, and say what stands in the way', async () => {
    const order = await new Shopper(test).buy(poster);

    const outcome = await step(order.id, 'SHIP');

    expect(outcome.userErrors).toMatchObject([
      {
        code: 'ILLEGAL_TRANSITION',
        message: 'Start processing the order first.',
      },
    ]);
    await expect(
      test.sql(`UPDATE orders SET status = 'DELIVERED' WHERE id = $1`, [order.id]),
    ).rejects.toThrow('an order cannot go from PENDING to DELIVERED');
  });

  it('put their goods back exactly once when they are cancelled ten times at once', async () => {
    const before = await onHand();
    const order = await new Shopper(test).buy(poster, 3);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => act('orderCancel', { orderId: order.id })),
    );

    expect(outcomes.filter((outcome) => outcome.order?.status === 'CANCELLED')).toHaveLength(1);
    expect(await onHand()).toBe(before);
  });

  it('do a repeated call with one key once, and refuse the key for anything else', async () => {
    const order = await new Shopper(test).buy(poster);
    const input = { orderId: order.id, idempotencyKey: 'confirm-once' };

    const [first, again] = [
      await step(order.id, 'CONFIRM', input),
      await step(order.id, 'CONFIRM', input),
    ];
    const other = await step(order.id, 'CONFIRM', { ...input, note: 'something else' });

    expect([first.order?.version, again.order?.version]).toEqual([2, 2]);
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('tell the loser of a race between two members of staff', async () => {
    const order = await new Shopper(test).buy(poster);

    const outcomes = await Promise.all([
      step(order.id, 'CONFIRM', { expectedVersion: 1 }),
      act('orderMarkPaid', { orderId: order.id, expectedVersion: 1 }),
    ]);

    expect(outcomes.flatMap((outcome) => outcome.userErrors)).toMatchObject([
      { __typename: 'VersionConflict', currentVersion: 2 },
    ]);
  });

  it('record the money when it arrives, and give it back at a cancellation', async () => {
    const order = await new Shopper(test).buy(poster);

    const paid = await act('orderMarkPaid', { orderId: order.id });
    const cancelled = await act('orderCancel', { orderId: order.id, reason: 'Changed my mind' });

    expect(paid.order?.paymentStatus).toBe('PAID');
    expect(cancelled.order).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED' });
    const [payment] = await test.sql('SELECT state FROM payment WHERE order_id = $1', [order.id]);
    expect(payment).toEqual({ state: 'REFUNDED' });
  });

  it('can be cancelled by their guest with the tracking token until the shop works on them', async () => {
    const guest = new Shopper(test);
    const [early, late] = [await guest.buy(poster), await guest.buy(poster)];
    await step(late.id, 'CONFIRM');
    await step(late.id, 'START_PROCESSING');

    const cancel = (trackingToken: string) =>
      act('orderCancel', { trackingToken }, test.publicClient());

    expect((await cancel(early.trackingToken)).order?.status).toBe('CANCELLED');
    expect((await cancel(late.trackingToken)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: 'The order is already processing.' },
    ]);
  });

  it('are not found by their id or number alone', async () => {
    const order = await new Shopper(test).buy(poster);
    const stranger = test.publicClient();

    const byId = await stranger.data('query ($id: ID!) { order(id: $id) { number } }', {
      id: order.id,
    });
    const byNumber = await stranger.data(
      'query ($t: String!) { order(trackingToken: $t) { number } }',
      {
        t: order.number,
      },
    );
    const cancel = await act('orderCancel', { orderId: order.id }, stranger);

    expect(byId).toEqual({ order: null });
    expect(byNumber).toEqual({ order: null });
    expect(cancel.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('belong to the customer who placed them, and to no other', async () => {
    const register = async (email: string) => {
      const shopper = new Shopper(test);
      const { customerRegister } = await shopper.client.data<{
        customerRegister: { session: { accessToken: string } };
      }>(
        `mutation ($input: CustomerRegisterInput!) {
           customerRegister(input: $input) { session { accessToken } } }`,
        { input: { email, password: 'a good password', name: 'Some Body' } },
      );
      shopper.client.accessToken = customerRegister.session.accessToken;
      return shopper;
    };
    const [owner, other] = [await register('owner@shop.test'), await register('other@shop.test')];
    const order = await owner.buy(poster);
    const mine = `{ me { orders { nodes { id availableActions { action available } } totalCount } } }`;
    const find = 'query ($id: ID!) { order(id: $id) { id } }';

    const own = await owner.client.data<{ me: { orders: { nodes: { id: string }[] } } }>(mine);
    expect(own.me.orders.nodes.map((node) => node.id)).toEqual([order.id]);
    expect(await other.client.data(mine)).toMatchObject({ me: { orders: { totalCount: 0 } } });
    expect(await owner.client.data(find, { id: order.id })).toEqual({ order: { id: order.id } });
    expect(await other.client.data(find, { id: order.id })).toEqual({ order: null });
  });

  it('cannot be listed or moved on the public contract: those fields do not exist there', async () => {
    const answer = await test.publicClient().send('{ orders { totalCount } }');

    expect(answer.status).toBe(400);
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(answer.errors?.[0]?.message).not.toContain('Did you mean');
  });

  it('are read in as many statements for twenty as for one', async () => {
    const count = async (first: number): Promise<number> => {
      test.statements.length = 0;
      await staff.data(
        `{ orders(first: ${first}) { nodes { number lines { sku product { title } }
           events { type } availableActions { action } } totalCount } }`,
      );
      return test.statements.length;
    };

    expect(await count(20)).toBe(await count(1));
  });
});
