import { once } from 'node:events';

import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import {
  createTestApp,
  eventually,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../../testing';

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
    ['does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', 'subscription { orderFeed { type } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['nests too deep', `{ ${'a { '.repeat(20)} b ${'}'.repeat(20)} }`, 'BAD_USER_INPUT'],
    ['is too long', `{ shop { name } } #${'x'.repeat(20_000)}`, 'BAD_USER_INPUT'],
  ])('answers a document that %s with an error message and goes on', async (_what, query, code) => {
    const socket = open();
    await init(socket);
    const ask = async (id: string, text: string) => {
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: text } }));
      const [message] = (await once(socket, 'message')) as [Buffer];
      return JSON.parse(message.toString()) as { type: string; payload: object[] };
    };

    const refused = await ask('1', query);
    expect(refused).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] });
    expect(refused.payload[0]).toHaveProperty('extensions.requestId');
    // The id is free again, as it is after a `complete`.
    expect(await ask('1', '{ shop { name } }')).toMatchObject({ id: '1', type: 'next' });
    socket.terminate();
  });

  it('runs a query, completes it and stays', async () => {
    const socket = open();
    await init(socket);
    const types: string[] = [];
    socket.on('message', (message: Buffer) =>
      types.push((JSON.parse(message.toString()) as { type: string }).type),
    );
    socket.send(
      JSON.stringify({ id: 'q', type: 'subscribe', payload: { query: '{ shop { name } }' } }),
    );

    await eventually(() => types.length === 2);
    expect(types).toEqual(['next', 'complete']);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });

  const SILENT = 'subscription ($t: String) { orderEvents(trackingToken: $t) { sequence } }';

  it('closes with 4409 at an id that is taken, and with 4408 when nobody introduces himself', async () => {
    const silent = open();
    const unintroduced = closeCode(silent);
    const { trackingToken } = await new Shopper(test).buy(poster);
    const socket = open();
    await init(socket);
    const subscribe = JSON.stringify({
      id: '1',
      type: 'subscribe',
      payload: { query: SILENT, variables: { t: trackingToken } },
    });
    socket.send(subscribe);
    socket.send(subscribe);

    expect(await closeCode(socket)).toBe(4409);
    expect(await unintroduced).toBe(4408);
  });

  it('frees what was followed when the client completes it, and when the client is gone', async () => {
    const { trackingToken } = await new Shopper(test).buy(poster);
    const stopped = new Set<number>();
    let started = 0;
    const listening = jest.spyOn(test.app.platform.eventBus, 'listen').mockImplementation(() => {
      const mine = (started += 1);
      return Promise.resolve(() => void stopped.add(mine));
    });
    const socket = open();
    await init(socket);
    const follow = (id: string) =>
      socket.send(
        JSON.stringify({
          id,
          type: 'subscribe',
          payload: { query: SILENT, variables: { t: trackingToken } },
        }),
      );
    follow('1');
    follow('2');
    try {
      await eventually(() => started === 2);
      socket.send(JSON.stringify({ id: '1', type: 'complete' }));
      await eventually(() => stopped.size === 1);
      socket.terminate();
      await eventually(() => stopped.size === 2);
    } finally {
      listening.mockRestore();
    }
  });

  it('runs a hundred operations on one socket and no more', async () => {
    const { trackingToken } = await new Shopper(test).buy(poster);
    const socket = open();
    await init(socket);
    const refused = once(socket, 'message');
    for (let id = 0; id <= 100; id += 1) {
      socket.send(
        JSON.stringify({
          id: String(id),
          type: 'subscribe',
          payload: { query: SILENT, variables: { t: trackingToken } },
        }),
      );
    }

    const [message] = (await refused) as [Buffer];
    expect(JSON.parse(message.toString())).toMatchObject({ id: '100', type: 'error' });
    socket.terminate();
  });

  it('refuses an event of an order that is not the caller’s any longer', async () => {
    const order = await new Shopper(test).buy(poster);
    const staff = await signInStaff(test);
    const events = connect('/graphql').iterate({
      query:
        'subscription ($t: String, $a: EventCursor) { orderEvents(trackingToken: $t, after: $a) { sequence } }',
      variables: { t: order.trackingToken, a: Buffer.from('e0').toString('base64url') },
    });
    await events.next();
    await test.sql('UPDATE orders SET tracking_token = tracking_token || $2 WHERE id = $1', [
      order.id,
      'x',
    ]);
    await staff.data(
      `mutation ($input: OrderTransitionInput!) { orderTransition(input: $input) { order { id } } }`,
      { input: { orderId: order.id, transition: 'CONFIRM', idempotencyKey: 'd' } },
    );

    await expect(events.next()).resolves.toMatchObject({
      value: { data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  it('reads an order once for all who follow it', async () => {
    const order = await new Shopper(test).buy(poster);
    const staff = await signInStaff(test);
    const client = connect('/graphql');
    const all = Array.from({ length: 20 }, () =>
      client.iterate<{ orderEvents: { order: { status: string } } }>({
        query:
          'subscription ($t: String, $a: EventCursor) { orderEvents(trackingToken: $t, after: $a) { order { status lines { sku } } } }',
        variables: { t: order.trackingToken, a: Buffer.from('e0').toString('base64url') },
      }),
    );
    await Promise.all(all.map((events) => events.next()));
    const seconds = all.map((events) => events.next());
    test.statements.length = 0;
    await staff.data(
      `mutation ($input: OrderTransitionInput!) { orderTransition(input: $input) { order { id } } }`,
      { input: { orderId: order.id, transition: 'CONFIRM', idempotencyKey: 'e' } },
    );

    for (const { value } of await Promise.all(seconds)) {
      expect(value).toMatchObject({ data: { orderEvents: { order: { status: 'CONFIRMED' } } } });
    }
    const reads = test.statements.filter((sql) => /^SELECT.*FROM "order_line"/s.test(sql));
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  describe('the feed of all orders', () => {
    const FEED =
      'subscription ($after: EventCursor) { orderFeed(after: $after) { cursor type order { number } } }';
    interface Feed {
      orderFeed: { cursor: string; order: { number: string } };
    }

    it('goes on after the last cursor, so that a console that was away loses no order', async () => {
      const staff = await signInStaff(test);
      const console = connect('/graphql/admin', staff.accessToken);
      const feed = console.iterate<Feed>({ query: FEED });
      const first = feed.next();
      const isSeen = first.then(() => true);
      do await new Shopper(test).buy(poster);
      while (!(await Promise.race([isSeen, Promise.resolve(false)])));
      const { value } = await first;
      await feed.return?.();
      const numbers = [(await new Shopper(test).buy(poster)).number];
      numbers.push((await new Shopper(test).buy(poster)).number);

      const resumed = console.iterate<Feed>({
        query: FEED,
        variables: { after: value.data.orderFeed.cursor },
      });
      const seen: string[] = [];
      while (!numbers.every((number) => seen.includes(number))) {
        seen.push((await resumed.next()).value.data.orderFeed.order.number);
      }

      expect(seen).not.toContain(value.data.orderFeed.order.number);
      expect(new Set(seen).size).toBe(seen.length);
    });

    it.each([
      ['orderFeed', Buffer.from('e3').toString('base64url'), 'the events of one'],
      ['orderFeed', 'nonsense', 'not valid'],
      ['orderEvents', Buffer.from('f10:10:').toString('base64url'), 'a feed of many'],
    ])('refuses at %s the cursor %s', async (field, after, told) => {
      const { id } = await new Shopper(test).buy(poster);
      const staff = await signInStaff(test);
      const by = field === 'orderEvents' ? `orderId: "${id}", ` : '';
      const events = connect('/graphql/admin', staff.accessToken).iterate({
        query: `subscription { ${field}(${by}after: "${after}") { type } }`,
      });

      await expect(events.next()).resolves.toMatchObject({
        value: {
          errors: [
            { message: expect.stringContaining(told), extensions: { code: 'BAD_USER_INPUT' } },
          ],
        },
      });
    });
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
