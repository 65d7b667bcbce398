import { createHash } from 'node:crypto';

import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

import type { RedisConnection } from '../redis/connect-redis';
import { patienceWith } from '../redis/patience';

/** How many failures are borne in how long. */
export interface FailureAllowance {
  readonly name: string;
  readonly failures: number;
  readonly perSeconds: number;
}

/** Counts failures per key and says when a key has had too many. */
export interface FailureLimiter {
  /** Seconds until the key may try again; undefined when it may now. */
  secondsBlocked(key: string): Promise<number | undefined>;
  countFailure(key: string): Promise<void>;
  forgive(key: string): Promise<void>;
}

/** Keys hold addresses and e-mail addresses, which a store that others may read need not know. */
function storedKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

type Limiter = RateLimiterMemory | RateLimiterRedis;

/** Resolves when it was counted. Too much is an answer as well, though this library throws it. */
async function isCounted(counting: Promise<unknown>): Promise<true> {
  try {
    await counting;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
  }
  return true;
}

/** Counts in Redis for all processes, or, while that fails, in this one. */
function sharedLimiter(
  redis: RedisConnection | undefined,
  { name, points, perSeconds }: Allowance,
): <T>(count: (limiter: Limiter) => Promise<T>) => Promise<T> {
  const options = { keyPrefix: `limit:${name}`, points, duration: perSeconds };
  const memory = new RateLimiterMemory(options);
  if (!redis) return (count) => count(memory);
  const shared = new RateLimiterRedis({
    ...options,
    storeClient: redis,
    rejectIfRedisNotReady: true,
  });
  const patience = patienceWith(redis);
  return async <T>(count: (limiter: Limiter) => Promise<T>): Promise<T> => {
    let counting: Promise<T> | undefined;
    const counted = await patience.attempt(() => isCounted((counting = count(shared))));
    return counted && counting ? counting : count(memory);
  };
}

/** How much may be spent in how long. */
export interface Allowance {
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
}

/** What spending left of an allowance. */
export interface Spent {
  readonly isRefused: boolean;
  readonly remaining: number;
  /** Seconds until the whole allowance is there again. */
  readonly resetSeconds: number;
}

/** Lets keys spend an allowance, shared by all processes as far as Redis is there. */
export interface SpendingLimiter {
  readonly allowance: Allowance;
  spend(key: string, points: number): Promise<Spent>;
}

/** A limiter for what is allowed until it is too much, such as calls; nothing here ever fails. */
export function createSpendingLimiter(
  redis: RedisConnection | undefined,
  allowance: Allowance,
): SpendingLimiter {
  const counting = sharedLimiter(redis, allowance);
  const toSpent = (state: RateLimiterRes, isRefused: boolean): Spent => ({
    isRefused,
    remaining: Math.max(state.remainingPoints, 0),
    resetSeconds: Math.max(Math.ceil(state.msBeforeNext / 1000), 1),
  });
  return {
    allowance,
    spend: async (key, points) => {
      try {
        return toSpent(await counting((limiter) => limiter.consume(storedKey(key), points)), false);
      } catch (state) {
        if (state instanceof RateLimiterRes) return toSpent(state, true);
        throw state;
      }
    },
  };
}

/**
 * A limiter that all processes share through Redis. Where there is none, or while it is down, each process
 * counts for itself.
 */
export function createFailureLimiter(
  redis: RedisConnection | undefined,
  allowance: FailureAllowance,
): FailureLimiter {
  const { name, failures: points, perSeconds } = allowance;
  const counting = sharedLimiter(redis, { name, points, perSeconds });
  return {
    secondsBlocked: async (key) => {
      const state = await counting((limiter) => limiter.get(storedKey(key)));
      if (!state || state.consumedPoints < allowance.failures) return undefined;
      return Math.max(Math.ceil(state.msBeforeNext / 1000), 1);
    },
    countFailure: async (key) => {
      await counting((limiter) => limiter.penalty(storedKey(key)));
    },
    forgive: async (key) => {
      await counting((limiter) => limiter.delete(storedKey(key)));
    },
  };
}
