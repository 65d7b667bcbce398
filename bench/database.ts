import { join } from 'node:path';

import pg from 'pg';

import { logFileOf } from '../tools/launcher/child-processes.ts';
import {
  newPassword,
  type PostgresServer,
  startPostgres,
} from '../tools/launcher/postgres-server.ts';

/** How often each statement was run. */
export type Calls = ReadonlyMap<string, number>;

/** A private PostgreSQL that counts its statements until it is told not to. */
export interface CountingDatabase extends PostgresServer {
  /** The statements that this work sends, from whatever process. */
  callsDuring(work: () => Promise<void>): Promise<Calls>;
  /** Ends the counting, which costs a little. */
  stopCounting(): Promise<void>;
}

/** Starts it with `pg_stat_statements` loaded, which takes a second start. */
export async function startCountingDatabase(dataDir: string): Promise<CountingDatabase> {
  const options = {
    pgData: join(dataDir, 'postgres'),
    logFile: logFileOf(dataDir, 'postgres'),
    password: newPassword(),
    database: 'cartwright',
  };
  const first = await startPostgres(options);
  await inDatabase(first.url, (client) =>
    client.query(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`),
  );
  await first.stop();
  const server = await startPostgres(options);
  await inDatabase(server.url, (client) => client.query('CREATE EXTENSION pg_stat_statements'));
  return {
    ...server,
    callsDuring: async (work) => {
      const before = await inDatabase(server.url, readCalls);
      await work();
      return difference(await inDatabase(server.url, readCalls), before);
    },
    stopCounting: () =>
      inDatabase(server.url, async (client) => {
        await client.query(`ALTER SYSTEM SET pg_stat_statements.track = 'none'`);
        await client.query('SELECT pg_reload_conf()');
      }),
  };
}

async function readCalls(client: pg.Client): Promise<Calls> {
  const { rows } = await client.query<{ query: string; calls: number }>(
    `SELECT s.query, sum(s.calls)::float8 AS calls
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = current_database() AND s.query NOT LIKE '%pg_stat_statements%'
     GROUP BY s.query`,
  );
  return new Map(rows.map(({ query, calls }) => [query, calls]));
}

function difference(now: Calls, before: Calls): Calls {
  return new Map(
    [...now]
      .map(([query, calls]) => [query, calls - (before.get(query) ?? 0)] as const)
      .filter(([, calls]) => calls > 0),
  );
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
