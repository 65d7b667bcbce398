import { once } from 'node:events';

import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { createTestApp, Shopper, signInStaff, stockProducts, type TestApp } from '../../testing';

describe('GraphQL over WebSocket', () => {
  let test: TestApp;
  let port: number;
  let poster: string;
  const clients: Client[] = [];

  beforeAll(async () => {
    test = await createTestApp();
    port = await test.app.listen();
    poster = (await stockProducts(test, { sku: 'POSTER' }))['POSTER'] ?? '';
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(() => test.close());

  const open = (path = '/graphql', options: WebSocket.ClientOptions = {}) =>
    new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', options);
  const connect = (path: string, accessToken?: string): Client => {
    const client = createClient({
      url: `ws://127.0.0.1:${port}${path}`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: accessToken ? { accessToken } : {},
    });
    clients.push(client);
    return client;
  };
  const closeCode = async (socket: WebSocket): Promise<number> => {
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  };
  const init = async (socket: WebSocket, payload = {}): Promise<void> => {
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await once(socket, 'message');
  };

  it('shows a guest every event of the order behind a tracking token', async () => {
    const order = await new Shopper(test).buy(poster);
    const staff = await signInStaff(test);
    const events = connect('/graphql').iterate<{
      orderEvents: { sequence: number; status: string };
    }>({
      query:
        'subscription ($t: String, $a: EventCursor) { orderEvents(trackingToken: $t, after: $a) { sequence status order { number status } } }',
      variables: { t: order.trackingToken, a: Buffer.from('e0').toString('base64url') },
    });

    const first = await events.next();
    await staff.data(
      `mutation ($input: OrderTransitionInput!) { orderTransition(input: $input) { order { id } } }`,
      { input: { orderId: order.id, transition: 'CONFIRM', idempotencyKey: 'c' } },
    );
    const second = await events.next();

    expect(first.value.data.orderEvents).toMatchObject({ sequence: 1, status: 'PENDING' });
    expect(second.value.data.orderEvents).toEqual({
      sequence: 2,
      status: 'CONFIRMED',
      order: { number: order.number, status: 'CONFIRMED' },
    });
  });

  it('shows staff every order as it comes', async () => {
    const staff = await signInStaff(test);
    const feed = connect('/graphql/admin', staff.accessToken).iterate<{
      orderFeed: { order: { number: string } };
    }>({ query: 'subscription { orderFeed { type order { number } } }' });
    const seen = feed.next();
    const isSeen = seen.then(() => true);

    // Whether the subscription is already listening cannot be asked, so orders come until one is seen.
    const numbers: string[] = [];
    do numbers.push((await new Shopper(test).buy(poster)).number);
    while (!(await Promise.race([isSeen, Promise.resolve(false)])) && numbers.length < 50);

    expect(numbers).toContain((await seen).value.data.orderFeed.order.number);
  });

  it("does not find somebody else's order, and masks what it looked like", async () => {
    const order = await new Shopper(test).buy(poster);
    const events = connect('/graphql').iterate({
      query: 'subscription ($id: ID) { orderEvents(orderId: $id) { sequence } }',
      variables: { id: order.id },
    });

    await expect(events.next()).resolves.toMatchObject({
      value: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  it('refuses a mutation: it could set no cookie', async () => {
    const answer = connect('/graphql').iterate({
      query: 'mutation { sessionRefresh { userErrors { code } } }',
    });

    await expect(answer.next()).rejects.toMatchObject([{ message: 'Send mutations over HTTP.' }]);
  });

  it.each([
    ['without a token', {}],
    ['with a bad token', { accessToken: 'nonsense' }],
  ])('closes the full graph with 4403 for a caller %s', async (_what, payload) => {
    const socket = open('/graphql/admin');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload }));

    expect(await closeCode(socket)).toBe(4403);
  });

  it('closes with 4401 when something is asked before the handshake', async () => {
    const socket = open();
    await once(socket, 'open');
    socket.send(
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } }),
    );

    expect(await closeCode(socket)).toBe(4401);
  });

  it('closes with 4429 at a second handshake, 4400 at garbage, 4406 without the sub-protocol', async () => {
    const twice = open();
    await init(twice);
    twice.send(JSON.stringify({ type: 'connection_init' }));
    expect(await closeCode(twice)).toBe(4429);

    const garbage = open();
    await init(garbage);
    garbage.send('garbage');
    expect(await closeCode(garbage)).toBe(4400);

    expect(await closeCode(new WebSocket(`ws://127.0.0.1:${port}/graphql`))).toBe(4406);
  });

  it('refuses a page of another origin before it becomes a socket', async () => {
    const socket = open('/graphql', { origin: 'https://evil.example' });
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];

    expect(response.statusCode).toBe(403);
    socket.terminate();
  });
});
