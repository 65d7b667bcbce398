import { argon2id, hash, needsRehash, verify } from 'argon2';

import { AppError } from '../graphql/app-error';
import { SlotsExhausted, WorkSlots } from './work-slots';

/** The least that OWASP's password storage cheat sheet asks of argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes occupy threads of libuv's pool of four, which files and DNS need as well. */
const PARALLEL_HASHES = 2;
const WAITING_HASHES = 256;

/** A well-formed hash of nobody's password: checking against it takes as long as against a real one. */
const NOBODY =
  '$argon2id$v=19$m=19456,p=1,t=2$aVwfMr7qBERUQlkItMJyww$/sytSpnfi3xTM7YzWNnKHJApt2JOKv7HTQFTK9L+ltU';

/** What checking a password found. */
export interface PasswordCheck {
  readonly matches: boolean;
  /** Whether the digest was made with weaker parameters than today's. */
  readonly isOutdated: boolean;
}

/** Hashes passwords with argon2id, a few at a time, off the event loop. */
export class PasswordHasher {
  private readonly slots = new WorkSlots(PARALLEL_HASHES, WAITING_HASHES);

  /** Runs work that hashes; everything in it counts as one of the few that run at once. */
  async inSlot<T>(work: (hashing: Hashing) => Promise<T>): Promise<T> {
    try {
      return await this.slots.run(() => work(hashing));
    } catch (error) {
      if (!(error instanceof SlotsExhausted)) throw error;
      throw new AppError('UNAVAILABLE', 'Too many people are signing in. Please try again.', {
        retryAfterSeconds: 5,
        cause: error,
      });
    }
  }

  /** A new digest of a password. */
  hash(password: string): Promise<string> {
    return this.inSlot(({ digest }) => digest(password));
  }
}

/** Hashing proper, reachable inside a slot only. */
export interface Hashing {
  readonly digest: (password: string) => Promise<string>;
  /** Checks a password; without a digest it takes as long and never matches. */
  readonly check: (password: string, digest: string | undefined) => Promise<PasswordCheck>;
}

const hashing: Hashing = {
  digest: (password) => hash(password, { ...PARAMETERS, type: argon2id }),
  check: async (password, digest) => {
    const matches = await verify(digest ?? NOBODY, password);
    if (digest === undefined) return { matches: false, isOutdated: false };
    const isOutdated = !digest.startsWith('$argon2id$') || needsRehash(digest, PARAMETERS);
    return { matches, isOutdated };
  },
};
