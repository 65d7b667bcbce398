import { createHash } from 'node:crypto';

import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

import type { RedisConnection } from '../redis/connect-redis';

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

/**
 * A limiter that all processes share through Redis. Where there is none, or while it is down, each process
 * counts for itself.
 */
export function createFailureLimiter(
  redis: RedisConnection | undefined,
  allowance: FailureAllowance,
): FailureLimiter {
  const options = {
    keyPrefix: `limit:${allowance.name}`,
    points: allowance.failures,
    duration: allowance.perSeconds,
  };
  const memory = new RateLimiterMemory(options);
  const limiter = redis
    ? new RateLimiterRedis({
        ...options,
        storeClient: redis,
        rejectIfRedisNotReady: true,
        insuranceLimiter: memory,
      })
    : memory;
  return {
    secondsBlocked: async (key) => {
      const state = await limiter.get(storedKey(key));
      if (!state || state.consumedPoints < allowance.failures) return undefined;
      return Math.max(Math.ceil(state.msBeforeNext / 1000), 1);
    },
    countFailure: async (key) => {
      await limiter.penalty(storedKey(key));
    },
    forgive: async (key) => {
      await limiter.delete(storedKey(key));
    },
  };
}
