import {
  createTestApp,
  eventually,
  type GraphqlAnswer,
  signInStaff,
  type TestApp,
  testRedisUrl,
} from '../../testing';

const unlimited = { operationsPerMinute: 0, costPerMinute: 0, executions: 64, waiting: 256 };
let networks = 0;

function codeOf({ errors }: GraphqlAnswer<unknown>): string | undefined {
  return errors?.[0]?.extensions.code;
}

describe('the rate of operations', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({
      limits: { ...unlimited, operationsPerMinute: 3, costPerMinute: 40 },
    });
  });
  afterAll(() => test.close());

  /** Somebody at an address that nobody else in these tests has. */
  function stranger() {
    const client = test.publicClient();
    networks += 1;
    client.address = `203.0.113.${networks}`;
    return client;
  }

  it('is told with every answer that was worked out', async () => {
    const { headers } = await stranger().send('{ cart { id } }');

    expect(headers['ratelimit-policy']).toBe('"operations";q=3;w=60, "cost";q=40;w=60');
    expect(headers['ratelimit']).toMatch(/^"operations";r=2;t=\d+, "cost";r=39;t=\d+$/);
  });

  it('is limited: the next answer is 429 and says when to come back', async () => {
    const client = stranger();
    for (let call = 0; call < 3; call += 1) {
      expect((await client.send(`{ cart { id version } }`)).status).toBe(200);
    }

    const answer = await client.send('{ cart { id } }');
    const again = await client.send('{ cart { id } }');

    expect([answer.status, codeOf(answer)]).toEqual([429, 'RATE_LIMITED']);
    expect(answer.data).toBeUndefined();
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect([again.status, codeOf(again)]).toEqual([429, 'RATE_LIMITED']);
    expect((await stranger().send('{ cart { id } }')).status).toBe(200);
  });

  it('counts what an operation costs, not only that there was one', async () => {
    const client = stranger();
    const dear = '{ orders: products(first: 30) { nodes { id } } cart { id } }';
    expect((await client.send(dear)).status).toBe(200);

    expect(codeOf(await client.send(dear))).toBe('RATE_LIMITED');
  });

  it('counts documents that are not valid as well', async () => {
    const client = stranger();
    for (let call = 0; call < 4; call += 1) await client.send('{ nothing }');

    expect(codeOf(await client.send('{ cart { id } }'))).toBe('RATE_LIMITED');
  });

  it('is that of a network, however many of its IPv6 addresses are used', async () => {
    const client = test.publicClient();
    const codes: (string | undefined)[] = [];
    for (let call = 0; call < 5; call += 1) {
      client.address = `2001:db8:1:1::${call}`;
      codes.push(codeOf(await client.send('{ cart { id } }')));
    }

    expect(codes).toEqual([undefined, undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
  });

  it('is not limited for programs on the same machine', async () => {
    const client = test.publicClient();
    for (let call = 0; call < 6; call += 1) {
      expect((await client.send('{ cart { id } }')).status).toBe(200);
    }
  });

  it('is five times as high for a key, wherever it calls from', async () => {
    const owner = await signInStaff(test);
    const { apiKeyCreate } = await owner.data<{ apiKeyCreate: { secret: string } }>(
      'mutation { apiKeyCreate(input: { name: "Feed", scopes: [] }) { secret } }',
    );
    const client = stranger();
    client.accessToken = apiKeyCreate.secret;

    const statuses: number[] = [];
    for (let call = 0; call < 16; call += 1) {
      client.address = `198.51.100.${call}`;
      statuses.push((await client.send('{ cart { id } }')).status);
    }

    expect(statuses).toEqual([...Array.from({ length: 15 }, () => 200), 429]);
  });

  it('is not touched by answers that were kept', async () => {
    const client = stranger();
    const statuses: number[] = [];
    for (let call = 0; call < 8; call += 1) {
      statuses.push((await client.send('{ shop { name } }')).status);
    }

    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200));
  });
});

describe('the rate of operations over several processes', () => {
  it('is counted in one place', async () => {
    const limits = { ...unlimited, operationsPerMinute: 4 };
    const address = `192.0.2.${Math.floor(Math.random() * 250)}`;
    const processes = await Promise.all([
      createTestApp({ limits, redisUrl: testRedisUrl() }),
      createTestApp({ limits, redisUrl: testRedisUrl() }),
    ]);
    await eventually(() => processes.every(({ app }) => app.platform.redis?.status === 'ready'));
    const statuses: number[] = [];
    for (let call = 0; call < 6; call += 1) {
      const client = processes[call % 2]?.publicClient();
      if (!client) continue;
      client.address = address;
      statuses.push((await client.send('{ cart { id } }')).status);
    }
    await Promise.all(processes.map((each) => each.close()));

    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });
});
