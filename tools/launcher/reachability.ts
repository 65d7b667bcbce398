import { Redis } from 'ioredis';
import pg from 'pg';

import { Refusal } from './refusal.ts';

const timeoutMs = 5_000;

/** Refuses a database that does not answer. */
export async function refuseUnreachableDatabase(url: string): Promise<void> {
  try {
    await askDatabase(url);
  } catch (error) {
    throw new Refusal(`DATABASE_URL is not reachable: ${placeOf(url)} says "${reason(error)}".`, {
      cause: error,
    });
  }
}

/** Whether a database answers. */
export async function answers(databaseUrl: string): Promise<boolean> {
  return askDatabase(databaseUrl).then(
    () => true,
    () => false,
  );
}

async function askDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses a Redis that does not answer. */
export async function refuseUnreachableRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let lastError: unknown;
  redis.on('error', (error: unknown) => (lastError = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Refusal(
      `REDIS_URL is not reachable: ${placeOf(url)} says "${reason(lastError ?? error)}".`,
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}

/** Host and port alone: a sentence on a screen must not show a password. */
function placeOf(url: string): string {
  return new URL(url).host;
}

function reason(error: unknown): string {
  // Node tries every address of a name and reports the failures together, without a message of their own.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}
