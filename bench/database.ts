import { join } from 'node:path';

import pg from 'pg';

import { logFileOf } from '../tools/launcher/child-processes.ts';
import {
  newPassword,
  type PostgresServer,
  startPostgres,
} from '../tools/launcher/postgres-server.ts';

/** A private PostgreSQL that counts its statements until it is told not to. */
export interface CountingDatabase extends PostgresServer {
  /** Statements run in this database so far. */
  statements(): Promise<number>;
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
    statements: () => inDatabase(server.url, countStatements),
    stopCounting: () =>
      inDatabase(server.url, async (client) => {
        await client.query(`ALTER SYSTEM SET pg_stat_statements.track = 'none'`);
        await client.query('SELECT pg_reload_conf()');
      }),
  };
}

async function countStatements(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ calls: number }>(
    `SELECT coalesce(sum(s.calls), 0)::float8 AS calls
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = current_database() AND s.query NOT LIKE '%pg_stat_statements%'`,
  );
  return rows[0]?.calls ?? 0;
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
