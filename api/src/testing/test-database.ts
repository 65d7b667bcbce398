import { Client } from 'pg';

/** Superuser URL of the PostgreSQL server that tests run against; `npm test` starts one and sets it. */
export function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) {
    throw new Error('Set TEST_DATABASE_URL to a PostgreSQL superuser URL, or run `npm test`.');
  }
  return url;
}

/** The same server, another database. */
export function withDatabase(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

/** One template per test run, named by the process that made it: runs that overlap do not meet. */
export function templateName(): string {
  process.env['TEST_RUN_ID'] ??= String(process.pid);
  return `cartwright_template_${process.env['TEST_RUN_ID']}`;
}

let made = 0;

/** A database of its own, cloned from the migrated template, and the function that drops it. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  made += 1;
  const name = `test_${process.pid}_${made}_${Date.now()}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: serverUrl() });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`CREATE DATABASE ${name} TEMPLATE ${templateName()} STRATEGY FILE_COPY`);
  return { url: withDatabase(name), drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) };
}
