import type { RedisConnection } from './connect-redis';

/** Longest that anybody waits for Redis, in milliseconds: nothing in it is worth more. */
const WAIT_MS = 40;
/** How often it is looked whether it has come, in milliseconds. */
const STEP_MS = 10;
/** How long a Redis that failed is left alone, in milliseconds: meanwhile nobody waits for it. */
const REST_MS = 1_000;

/** Asks Redis as long as it answers soon. All who use one connection share what they learn of it. */
export interface Patience {
  /** Whether it is asked at the moment. */
  readonly available: boolean;
  /** What Redis answered; undefined when it failed, was late, or is left alone. */
  readonly attempt: <T>(command: () => Promise<T>) => Promise<T | undefined>;
}

const known = new WeakMap<RedisConnection, Patience>();

/** The patience with the Redis behind a connection; whoever asks first says how long it lasts. */
export function patienceWith(redis: RedisConnection, waitMs = WAIT_MS): Patience {
  const found = known.get(redis);
  if (found) return found;
  let restUntil = 0;
  const patience: Patience = {
    get available() {
      return redis.status === 'ready' && Date.now() >= restUntil;
    },
    attempt: async (command) => {
      if (!patience.available) return undefined;
      try {
        return await inTime(command(), waitMs);
      } catch {
        restUntil = Date.now() + REST_MS;
        return undefined;
      }
    },
  };
  known.set(redis, patience);
  return patience;
}

/**
 * Gives up after a while in which the process had time to look at what arrives. One that is busy finds the time over
 * while the answer already waits for it, and would call a Redis late that is not.
 */
function inTime<T>(work: Promise<T>, waitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let calmMs = 0;
    let lookedAt = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      if (now - lookedAt < 2 * STEP_MS) calmMs += STEP_MS;
      lookedAt = now;
      if (calmMs < waitMs) return;
      clearInterval(timer);
      reject(new Error('Redis is late.'));
    }, STEP_MS);
    work.then(resolve, reject).finally(() => clearInterval(timer));
  });
}
