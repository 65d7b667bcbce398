import { AppError } from '../../platform/graphql/app-error';
import type { RedisConnection } from '../../platform/redis/connect-redis';
import { createFailureLimiter } from '../../platform/security/rate-limiter';
import type { AccountKind } from '../domain/account-kind';

/** An attempt to sign in, successful or not. */
export interface SignInAttempt {
  readonly kind: AccountKind;
  readonly email: string;
  readonly network: string;
}

const perSeconds = 15 * 60;
/** One person mistyping; also all that a stranger can do to the owner of an account from elsewhere. */
const FAILURES_PER_ACCOUNT_AND_NETWORK = 10;
/** One network trying many accounts. */
const FAILURES_PER_NETWORK = 30;
/** Many networks trying one account. Never holds back a network that the account has signed in from. */
const FAILURES_PER_ACCOUNT = 100;

/** Holds back those who guess passwords. Only failures count. */
export class SignInGuard {
  private readonly pairs;
  private readonly networks;
  private readonly accounts;

  constructor(redis: RedisConnection | undefined) {
    this.pairs = createFailureLimiter(redis, {
      name: 'sign-in-pair',
      failures: FAILURES_PER_ACCOUNT_AND_NETWORK,
      perSeconds,
    });
    this.networks = createFailureLimiter(redis, {
      name: 'sign-in-network',
      failures: FAILURES_PER_NETWORK,
      perSeconds,
    });
    this.accounts = createFailureLimiter(redis, {
      name: 'sign-in-account',
      failures: FAILURES_PER_ACCOUNT,
      perSeconds,
    });
  }

  /** Throws RATE_LIMITED when there were too many failures; asks about the network only if it matters. */
  async assertOpen(attempt: SignInAttempt, isKnownNetwork: () => Promise<boolean>): Promise<void> {
    const account = accountKey(attempt);
    const [pair, network, everywhere] = await Promise.all([
      this.pairs.secondsBlocked(`${account}|${attempt.network}`),
      this.networks.secondsBlocked(attempt.network),
      this.accounts.secondsBlocked(account),
    ]);
    const near = Math.max(pair ?? 0, network ?? 0);
    if (near > 0) throw tooManyFailures(near);
    if (everywhere !== undefined && !(await isKnownNetwork())) throw tooManyFailures(everywhere);
  }

  async countFailure(attempt: SignInAttempt): Promise<void> {
    const account = accountKey(attempt);
    await Promise.all([
      this.pairs.countFailure(`${account}|${attempt.network}`),
      this.networks.countFailure(attempt.network),
      this.accounts.countFailure(account),
    ]);
  }

  /** Forgets what this network did wrong with this account, and nothing else. */
  async forgive(attempt: SignInAttempt): Promise<void> {
    await this.pairs.forgive(`${accountKey(attempt)}|${attempt.network}`);
  }
}

function accountKey(attempt: SignInAttempt): string {
  return `${attempt.kind}:${attempt.email}`;
}

function tooManyFailures(seconds: number): AppError {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new AppError('RATE_LIMITED', `Too many failed attempts. Please try again in ${wait}.`, {
    retryAfterSeconds: seconds,
  });
}
