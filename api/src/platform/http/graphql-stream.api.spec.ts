import { type Client, createClient } from 'graphql-sse';

import {
  createTestApp,
  eventually,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../../testing';

const EVENTS = `subscription ($t: String, $a: EventCursor) {
  orderEvents(trackingToken: $t, after: $a) { cursor sequence status } }`;
const CONFIRM = `mutation ($input: OrderTransitionInput!) {
  orderTransition(input: $input) { order { id } } }`;
const BEGINNING = Buffer.from('e0').toString('base64url');

describe('GraphQL as server-sent events', () => {
  let test: TestApp;
  let url: string;
  let poster: string;
  const clients: Client[] = [];
  const requests: AbortController[] = [];

  beforeAll(async () => {
    test = await createTestApp();
    url = `http://127.0.0.1:${await test.app.listen()}`;
    poster = (await stockProducts(test, { sku: 'POSTER' }))['POSTER'] ?? '';
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.dispose();
    for (const request of requests.splice(0)) request.abort();
  });
  afterAll(() => test.close());

  const connect = (path = '/graphql/stream', accessToken?: string): Client => {
    const client = createClient({
      url: url + path,
      retryAttempts: 0,
      headers: accessToken ? { authorization: `Bearer ${accessToken}` } : {},
    });
    clients.push(client);
    return client;
  };
  const ask = (body: object | string, headers: Record<string, string> = {}, path = '/graphql') => {
    const request = new AbortController();
    requests.push(request);
    return fetch(`${url}${path}/stream`, {
      method: 'POST',
      signal: request.signal,
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  };
  /** The text of a stream up to and with the first match. */
  const readUntil = async (response: Response, end: RegExp): Promise<string> => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (end.test(text)) break;
    }
    return text;
  };
  const confirm = async (orderId: string): Promise<void> => {
    const staff = await signInStaff(test);
    await staff.data(CONFIRM, {
      input: { orderId, transition: 'CONFIRM', idempotencyKey: orderId },
    });
  };

  it('shows a guest what was missed and then what comes', async () => {
    const order = await new Shopper(test).buy(poster);
    const events = connect().iterate<{ orderEvents: { sequence: number; status: string } }>({
      query: EVENTS,
      variables: { t: order.trackingToken, a: BEGINNING },
    });
    const first = await events.next();
    await confirm(order.id);
    const second = await events.next();

    expect(first.value).toMatchObject({
      data: { orderEvents: { sequence: 1, status: 'PENDING' } },
    });
    expect(second.value).toMatchObject({
      data: { orderEvents: { sequence: 2, status: 'CONFIRMED' } },
    });
  });

  it('goes on where another stream stopped', async () => {
    const order = await new Shopper(test).buy(poster);
    const follow = (a: string) =>
      connect().iterate<{ orderEvents: { cursor: string; sequence: number } }>({
        query: EVENTS,
        variables: { t: order.trackingToken, a },
      });
    const events = follow(BEGINNING);
    const { value } = await events.next();
    await events.return?.();
    await confirm(order.id);

    const resumed = await follow(value.data.orderEvents.cursor).next();
    expect(resumed.value).toMatchObject({ data: { orderEvents: { sequence: 2 } } });
  });

  it('frames events, keeps proxies from holding them back, and names the request', async () => {
    const response = await ask({ query: '{ shop { name } }' }, { 'x-request-id': 'a-request-id' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-request-id')).toBe('a-request-id');
    expect(await response.text()).toMatch(
      /^:\n\nevent: next\ndata: \{"data":\{"shop":\{"name":"[^"]+"\}\}\}\n\nevent: complete\ndata:\n\n$/,
    );
  });

  it('takes an operation from an address, as EventSource sends it', async () => {
    const query = encodeURIComponent('{ shop { name } }');
    const response = await fetch(`${url}/graphql/stream?query=${query}`, {
      headers: { accept: 'text/event-stream' },
    });

    expect(await response.text()).toContain('event: next');
  });

  it.each([
    ['does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', 'subscription { orderFeed { type } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['nests too deep', `{ ${'a { '.repeat(20)} b ${'}'.repeat(20)} }`, 'BAD_USER_INPUT'],
    ['is too long', `{ shop { name } } #${'x'.repeat(20_000)}`, 'BAD_USER_INPUT'],
    ['is a mutation', 'mutation { sessionRefresh { userErrors { code } } }', 'BAD_REQUEST'],
  ])('says in the stream what is wrong with a document that %s', async (_what, query, code) => {
    const text = await (await ask({ query })).text();

    const [, data = '{}'] = /event: next\ndata: (.*)\n/.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(JSON.parse(data)).toHaveProperty('errors.0.extensions.requestId');
    expect(text).toContain('event: complete');
  });

  it("does not find somebody else's order", async () => {
    const order = await new Shopper(test).buy(poster);
    const events = connect().iterate({
      query: 'subscription ($id: ID) { orderEvents(orderId: $id) { sequence } }',
      variables: { id: order.id },
    });

    await expect(events.next()).resolves.toMatchObject({
      value: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  it('frees what was followed when the reader leaves', async () => {
    const { trackingToken: t } = await new Shopper(test).buy(poster);
    const response = await ask({ query: EVENTS, variables: { t, a: BEGINNING } });
    await readUntil(response, /event: next/);
    requests.at(-1)?.abort();

    await eventually(() => test.app.live.connections.size === 0);
  });

  it.each([
    ['without a token', {}, 401],
    ['with a bad token', { authorization: 'Bearer nonsense' }, 401],
    ['that accepts no stream', { accept: 'application/json' }, 400],
    ['from a page of another origin', { origin: 'https://evil.example' }, 403],
    ['that a browser says is cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('refuses a request to the full graph %s', async (_what, headers, status) => {
    const response = await ask({ query: '{ __typename }' }, headers, '/graphql/admin');

    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('errors.0.extensions.requestId');
  });

  it.each([
    ['a form', 'query={shop{name}}', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{"query":"{ shop { name } }"}', 'text/plain', 415],
    ['broken JSON', '{', 'application/json', 400],
    ['no operation', '{}', 'application/json', 400],
  ])('takes no operation out of %s', async (_what, body, type, status) => {
    expect((await ask(body, { 'content-type': type })).status).toBe(status);
  });

  it('brings staff the feed of all orders, and ends it with an error when the session ends', async () => {
    const staff = await signInStaff(test);
    const ended = jest.fn();
    const seen: unknown[] = [];
    connect('/graphql/admin/stream', staff.accessToken).subscribe(
      { query: 'subscription { orderFeed { type } }' },
      { next: (result) => seen.push(result), error: ended, complete: ended },
    );
    await eventually(() => test.app.live.connections.size === 1);
    do await new Shopper(test).buy(poster);
    while (seen.length === 0);
    await staff.data('mutation { staffSessionEnd { userErrors { code } } }');

    await test.app.live.connections.revalidate();

    await eventually(() => ended.mock.calls.length === 1);
    expect(ended).toHaveBeenCalledWith();
    expect(seen.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('is handed over to other processes without a `complete`, so that clients come back', async () => {
    const other = await createTestApp();
    const address = `http://127.0.0.1:${await other.app.listen()}/graphql/stream`;
    const stocked = (await stockProducts(other, { sku: 'POSTER' }))['POSTER'] ?? '';
    const order = await new Shopper(other).buy(stocked);
    const response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: EVENTS, variables: { t: order.trackingToken, a: BEGINNING } }),
    });
    const [text] = await Promise.all([response.text(), other.close()]);

    expect(response.status).toBe(200);
    expect(text).not.toContain('complete');
  });
});
