import { once } from 'node:events';

import WebSocket from 'ws';

import { createTestApp, Shopper, signInStaff, stockProducts, type TestApp } from '../../testing';
import { LiveConnections } from './live-connections';

const CUSTOMER = { email: 'casey@example.com', password: 'a long enough password' };

describe('open connections', () => {
  let test: TestApp;
  let port: number;
  let poster: string;
  const sockets: WebSocket[] = [];

  beforeEach(async () => {
    test = await createTestApp();
    port = await test.app.listen();
    poster = (await stockProducts(test, { sku: 'POSTER' }))['POSTER'] ?? '';
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await test.close();
  });

  const connect = async (path: string, accessToken?: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws');
    sockets.push(socket);
    await once(socket, 'open');
    const payload = accessToken ? { accessToken } : {};
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await once(socket, 'message');
    return { socket, closed: once(socket, 'close') as Promise<[number]> };
  };
  const signInCustomer = async () => {
    const client = test.publicClient();
    const { customerRegister } = await client.data<{
      customerRegister: { session: { accessToken: string } };
    }>(
      `mutation ($input: CustomerRegisterInput!) { customerRegister(input: $input) {
         session { accessToken } userErrors { code } } }`,
      { input: { ...CUSTOMER, name: 'Casey' } },
    );
    client.accessToken = customerRegister.session.accessToken;
    return client;
  };
  const revalidate = () => test.app.live.connections.revalidate();

  it('are closed with 4403 when the session of their viewer has ended, and no other is', async () => {
    const staff = await signInStaff(test);
    const another = await signInStaff(test);
    const first = await connect('/graphql/admin', staff.accessToken);
    const second = await connect('/graphql/admin', another.accessToken);
    const guest = await connect('/graphql');
    await staff.data('mutation { staffSessionEnd { userErrors { code } } }');

    await revalidate();

    expect((await first.closed)[0]).toBe(4403);
    expect(second.socket.readyState).toBe(WebSocket.OPEN);
    expect(guest.socket.readyState).toBe(WebSocket.OPEN);
  });

  it.each([
    ['the account is disabled', 'UPDATE staff_member SET disabled_at = now()'],
    [
      'a permission is taken',
      `UPDATE staff_role SET permissions = array_remove(permissions, 'ORDERS_READ')`,
    ],
    [
      'the session has expired',
      `UPDATE session SET created_at = 'epoch', expires_at = now() - interval '1 second'`,
    ],
  ])('of staff are closed when %s', async (_what, sql) => {
    const staff = await signInStaff(test);
    const { closed } = await connect('/graphql/admin', staff.accessToken);
    await test.sql(sql);

    await revalidate();

    expect((await closed)[0]).toBe(4403);
  });

  it('of customers are closed when they sign out', async () => {
    const customer = await signInCustomer();
    const { closed } = await connect('/graphql', customer.accessToken);
    await customer.data('mutation { sessionEnd { userErrors { code } } }');

    await revalidate();

    expect((await closed)[0]).toBe(4403);
  });

  it('are closed by the process itself within five seconds', async () => {
    const staff = await signInStaff(test);
    const { closed } = await connect('/graphql/admin', staff.accessToken);
    const before = performance.now();
    await staff.data('mutation { staffSessionEnd { userErrors { code } } }');

    expect((await closed)[0]).toBe(4403);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('know what was newly permitted without connecting again', async () => {
    await test.sql(`UPDATE staff_role SET permissions = array_remove(permissions, 'ORDERS_READ')`);
    const staff = await signInStaff(test);
    const { socket } = await connect('/graphql/admin', staff.accessToken);
    const ask = async (id: string) => {
      const payload = { query: '{ orders(first: 1) { totalCount } }' };
      socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
      for (;;) {
        const [message] = (await once(socket, 'message')) as [Buffer];
        const { type, payload: answer } = JSON.parse(message.toString()) as {
          type: string;
          payload?: { errors?: { extensions: { code: string } }[] };
        };
        if (type === 'next') return answer?.errors?.[0]?.extensions.code;
      }
    };
    expect(await ask('1')).toBe('FORBIDDEN');
    await test.sql(`UPDATE staff_role SET permissions = permissions || ARRAY['ORDERS_READ']`);

    await revalidate();

    expect(await ask('2')).toBeUndefined();
  });

  it('of API keys are closed when the key is revoked', async () => {
    const staff = await signInStaff(test);
    const { apiKeyCreate } = await staff.data<{ apiKeyCreate: { secret: string } }>(
      `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { code } } }`,
      { input: { name: 'Warehouse', scopes: ['ORDERS_READ'] } },
    );
    const { socket, closed } = await connect('/graphql/admin', apiKeyCreate.secret);
    await revalidate();
    expect(socket.readyState).toBe(WebSocket.OPEN);

    await test.sql('UPDATE api_key SET revoked_at = now()');
    await revalidate();

    expect((await closed)[0]).toBe(4403);
  });

  it('are looked at all at once, however many there are', async () => {
    const staff = await signInStaff(test);
    const customer = await signInCustomer();
    for (let index = 0; index < 10; index += 1) {
      await connect('/graphql/admin', staff.accessToken);
      await connect('/graphql', customer.accessToken);
    }
    test.statements.length = 0;

    await revalidate();

    expect(test.statements.filter((sql) => sql.includes('session'))).toHaveLength(1);
  });

  it('stay when the database cannot say who they are', async () => {
    const staff = await signInStaff(test);
    const { socket } = await connect('/graphql/admin', staff.accessToken);
    const find = jest.spyOn(test.app.platform.dataSource, 'query').mockRejectedValue(new Error());

    await expect(revalidate()).rejects.toThrow();
    find.mockRestore();

    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('are handed over with 1001 when the process stops', async () => {
    const { trackingToken } = await new Shopper(test).buy(poster);
    const { socket, closed } = await connect('/graphql');
    const payload = {
      query: 'subscription ($t: String) { orderEvents(trackingToken: $t) { sequence } }',
      variables: { t: trackingToken },
    };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));

    const stopping = test.app.live.close();

    expect((await closed)[0]).toBe(1001);
    await stopping;
    expect(test.app.live.connections.size).toBe(0);
  });

  it('ask nobody while nobody is signed in', async () => {
    const find = jest.fn();
    const connections = new LiveConnections(find, test.app.platform.log);
    connections.add({ contract: 'public', viewer: { kind: 'anonymous' }, end: () => undefined });

    await connections.revalidate();
    connections.close();

    expect(find).not.toHaveBeenCalled();
  });
});
