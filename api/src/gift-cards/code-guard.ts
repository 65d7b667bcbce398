import { AppError } from '../platform/graphql/app-error';
import type { RedisConnection } from '../platform/redis/connect-redis';
import { networkOf } from '../platform/security/client-network';
import { createFailureLimiter, type FailureLimiter } from '../platform/security/rate-limiter';

const FAILURES_PER_NETWORK = 10;
const PER_SECONDS = 15 * 60;

/** Holds back those who try codes. Only codes that no card has count. */
export class CodeGuard {
  private readonly networks: FailureLimiter;

  constructor(redis: RedisConnection | undefined) {
    this.networks = createFailureLimiter(redis, {
      name: 'gift-card-codes',
      failures: FAILURES_PER_NETWORK,
      perSeconds: PER_SECONDS,
    });
  }

  /** Throws RATE_LIMITED when a network has tried too many. */
  async assertOpen(clientAddress: string): Promise<void> {
    const seconds = await this.networks.secondsBlocked(networkOf(clientAddress));
    if (seconds === undefined) return;
    throw new AppError('RATE_LIMITED', 'Too many unknown codes. Please try again later.', {
      retryAfterSeconds: seconds,
    });
  }

  countUnknown(clientAddress: string): Promise<void> {
    return this.networks.countFailure(networkOf(clientAddress));
  }
}
