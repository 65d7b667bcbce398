import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { createTestApp, signInStaff, type TestApp } from '../../testing';
import { hashOfDocument } from '../operations/operation-manifest';

const DOCUMENT = '{ shop { name } }';

describe('operations on a socket', () => {
  let test: TestApp;
  let port: number;
  const clients: Client[] = [];

  beforeAll(async () => {
    test = await createTestApp({
      limits: { operationsPerMinute: 1, costPerMinute: 0, executions: 64, waiting: 256 },
    });
    port = await test.app.listen();
    await test.app.platform.trustedOperations.register([
      {
        app: 'storefront',
        contract: 'public',
        version: '1',
        operations: [{ id: hashOfDocument(DOCUMENT), name: 'Shop', body: DOCUMENT }],
      },
    ]);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(() => test.close());

  const connect = (accessToken?: string): Client => {
    const client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: accessToken ? { accessToken } : {},
    });
    clients.push(client);
    return client;
  };
  const ask = async (client: Client, payload: Parameters<Client['iterate']>[0]) => {
    const { value } = (await client
      .iterate(payload)
      .next()
      .catch((errors: unknown) => ({ value: { errors } }))) as {
      value: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
    };
    return value;
  };
  const byHash = (hash: string) => ({
    query: '',
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  });

  it('may be named by their hash', async () => {
    const client = connect();

    expect(await ask(client, byHash(hashOfDocument(DOCUMENT)))).toMatchObject({
      data: { shop: { name: expect.any(String) as string } },
    });
    expect(await ask(client, byHash(hashOfDocument('{ __typename }')))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });

  it('may cost no more than over HTTP', async () => {
    const answer = await ask(connect(), {
      query: '{ products(first: 100) { nodes { variations { id product { id } } } } }',
    });

    expect(answer.errors?.[0]?.message).toContain('1000 at most');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are charged to the key that came with the connection', async () => {
    const owner = await signInStaff(test);
    const { apiKeyCreate } = await owner.data<{ apiKeyCreate: { secret: string } }>(
      'mutation { apiKeyCreate(input: { name: "Feed", scopes: [] }) { secret } }',
    );
    const client = connect(apiKeyCreate.secret);

    for (let call = 0; call < 5; call += 1) {
      expect((await ask(client, { query: DOCUMENT })).errors).toBeUndefined();
    }
    expect(await ask(client, { query: DOCUMENT })).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
  });

  it('are charged to the address that the trusted proxy names, so that no stranger uses up another’s', async () => {
    const from = (address: string) => {
      const client = createClient({
        url: `ws://127.0.0.1:${port}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocol: string) {
            super(url, protocol, { headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
          }
        },
        retryAttempts: 0,
      });
      clients.push(client);
      return client;
    };

    const first = await ask(from('198.51.100.7'), { query: DOCUMENT });
    const repeated = await ask(from('198.51.100.7'), { query: DOCUMENT });
    const other = await ask(from('203.0.113.9'), { query: DOCUMENT });

    expect(first.errors).toBeUndefined();
    expect(repeated).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(other.errors).toBeUndefined();
  });
});
