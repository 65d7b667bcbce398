import { LRUCache } from 'lru-cache';

import { AppError } from '../graphql/app-error';
import type { RequestContext } from '../graphql/request-context';
import type { RedisConnection } from '../redis/connect-redis';
import { networkOf } from './client-network';
import { createSpendingLimiter, type SpendingLimiter, type Spent } from './rate-limiter';

/** What one caller may do in a minute; zero means as much as they like. */
export interface RateAllowances {
  readonly operationsPerMinute: number;
  readonly costPerMinute: number;
}

/** Who is asking, as far as limits are concerned. */
export type Caller = Pick<RequestContext, 'viewer' | 'clientAddress'>;

/** Header fields of an answer, by their names. */
export type RateHeaders = Readonly<Record<string, string>>;

const WINDOW_SECONDS = 60;
/** Programs that were given a key may do this much more. */
const KEY_FACTOR = 5;
const REMEMBERED_REFUSALS = 10_000;

/**
 * Limits operations and their cost for each key, account or client network. Whoever calls from this very machine
 * without a key is no stranger: behind a proxy nobody else seems to.
 */
export class OperationRates {
  private readonly strangers: readonly SpendingLimiter[];
  private readonly keys: readonly SpendingLimiter[];
  /** Until when, on the clock of this process, a caller need not be counted to be refused. */
  private readonly refusedUntil = new LRUCache<string, number>({ max: REMEMBERED_REFUSALS });

  constructor(redis: RedisConnection | undefined, allowances: RateAllowances) {
    const limiters = (suffix: string, factor: number): SpendingLimiter[] =>
      [
        { name: `operations${suffix}`, points: allowances.operationsPerMinute * factor },
        { name: `cost${suffix}`, points: allowances.costPerMinute * factor },
      ]
        .filter(({ points }) => points > 0)
        .map((each) => createSpendingLimiter(redis, { ...each, perSeconds: WINDOW_SECONDS }));
    this.strangers = limiters('', 1);
    this.keys = limiters('-of-keys', KEY_FACTOR);
  }

  /** Throws RATE_LIMITED for a caller who was refused a moment ago; costs nothing. */
  refuseRepeated(caller: Caller): void {
    const key = keyOf(caller);
    const until = this.refusedUntil.get(key);
    if (until === undefined) return;
    const seconds = Math.ceil((until - performance.now()) / 1000);
    if (seconds > 0) throw refusal(seconds, {});
    this.refusedUntil.delete(key);
  }

  /** Counts one operation and its cost. Throws RATE_LIMITED when that is too much. */
  async charge(caller: Caller, cost: number): Promise<RateHeaders> {
    const hasKey = caller.viewer.kind === 'api-key';
    const limiters = hasKey ? this.keys : this.strangers;
    if (limiters.length === 0 || (!hasKey && isThisMachine(caller.clientAddress))) return {};
    const key = keyOf(caller);
    const spent = await Promise.all(
      limiters.map((limiter) => limiter.spend(key, isCost(limiter) ? Math.max(cost, 1) : 1)),
    );
    const headers = toHeaders(limiters, spent);
    const refused = spent.filter(({ isRefused }) => isRefused);
    if (refused.length === 0) return headers;
    const seconds = Math.max(...refused.map(({ resetSeconds }) => resetSeconds));
    this.refusedUntil.set(key, performance.now() + seconds * 1000);
    throw refusal(seconds, headers);
  }
}

function isCost({ allowance }: SpendingLimiter): boolean {
  return allowance.name.startsWith('cost');
}

function keyOf({ viewer, clientAddress }: Caller): string {
  switch (viewer.kind) {
    case 'api-key':
      return `key:${viewer.keyId}`;
    case 'staff':
      return `staff:${viewer.staffId}`;
    case 'customer':
      return `customer:${viewer.customerId}`;
    case 'anonymous':
      return `network:${networkOf(clientAddress)}`;
  }
}

function isThisMachine(address: string): boolean {
  return networkOf(address).startsWith('127.') || address === '::1';
}

function refusal(retryAfterSeconds: number, headers: RateHeaders): AppError {
  return new AppError('RATE_LIMITED', 'That is more than is allowed in a minute. Please wait.', {
    retryAfterSeconds,
    headers,
  });
}

/** `RateLimit` and `RateLimit-Policy` of the draft of the HTTP API working group. */
function toHeaders(limiters: readonly SpendingLimiter[], spent: readonly Spent[]): RateHeaders {
  const policies = limiters.map(
    (limiter) => `"${nameOf(limiter)}";q=${limiter.allowance.points};w=${WINDOW_SECONDS}`,
  );
  const states = limiters.map((limiter, index) => {
    const { remaining = 0, resetSeconds = WINDOW_SECONDS } = spent[index] ?? {};
    return `"${nameOf(limiter)}";r=${remaining};t=${resetSeconds}`;
  });
  return { 'ratelimit-policy': policies.join(', '), ratelimit: states.join(', ') };
}

function nameOf(limiter: SpendingLimiter): string {
  return isCost(limiter) ? 'cost' : 'operations';
}
