import { Client } from 'pg';

import { createTestApp, eventually, type TestApp } from '../../testing';

const STATEMENT_TIMEOUT_MS = 1_500;

describe('a process that has more to do than it can', () => {
  let test: TestApp;
  let blocker: Client;
  beforeAll(async () => {
    test = await createTestApp(
      {
        limits: { operationsPerMinute: 0, costPerMinute: 0, executions: 4, waiting: 6 },
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    );
    blocker = new Client({ connectionString: test.databaseUrl });
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    await test.close();
  });

  const slow = '{ order(trackingToken: "nobody-has-this-token") { id } }';
  const send = async (query = slow) => {
    const started = performance.now();
    const answer = await test.publicClient().send(query);
    return { ...answer, milliseconds: performance.now() - started };
  };
  const waitingForTheLock = async (): Promise<number> => {
    const rows = await test.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.count ?? 0;
  };

  it('refuses at once what finds no room, and ends the rest at the statement timeout', async () => {
    await blocker.query('BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE');
    const admitted = Array.from({ length: 10 }, () => send());
    await eventually(async () => (await waitingForTheLock()) === 4);

    const refused = await Promise.all(Array.from({ length: 20 }, () => send()));
    const alive = await test.app.http.inject({ url: '/livez' });
    const kept = await test.app.http.inject({ url: '/readyz' });
    const ended = await Promise.all(admitted);
    await blocker.query('ROLLBACK');

    for (const { status, errors, headers, milliseconds } of refused) {
      expect(status).toBe(503);
      expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(milliseconds).toBeLessThan(1_000);
    }
    expect([alive.statusCode, kept.statusCode]).toEqual([200, 200]);
    // Ten in four slots: three rounds, each ended by the timeout.
    for (const { milliseconds } of ended) {
      expect(milliseconds).toBeLessThan(3 * STATEMENT_TIMEOUT_MS + 1_500);
    }
  });

  it('goes on answering from what it has kept', async () => {
    await send('{ shop { name } }');
    await blocker.query('BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE');
    const admitted = Array.from({ length: 10 }, () => send());
    await eventually(async () => (await waitingForTheLock()) === 4);

    const kept = await send('{ shop { name } }');
    await blocker.query('ROLLBACK');
    await Promise.all(admitted);

    expect(kept).toMatchObject({ status: 200, headers: { 'x-cache': 'HIT' } });
  });

  it('takes on work again as soon as it has room', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send()));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  });
});
