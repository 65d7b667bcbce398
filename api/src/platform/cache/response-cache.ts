import { LRUCache } from 'lru-cache';

import type { ChangeFeed, Moment } from '../changes/change-feed';
import { ShownThings } from '../graphql/shown-things';
import { type AnswerPolicy, answerTags } from './answer-policy';
import type { AnswerStore } from './answer-store';
import { CacheCounters, type Outcome } from './cache-counters';
import { etagOf, type KeptAnswer } from './kept-answer';

/** A request whose answer may be kept. */
export interface KeepableRequest {
  readonly key: string;
  readonly policy: AnswerPolicy;
  readonly operation: string;
  readonly variables: string;
}

/** An answer just made. Only complete ones, without errors, may be kept. */
export interface MadeAnswer<A> {
  /** Whatever the caller sends; kept by nobody. */
  readonly answer: A;
  readonly bytes: Buffer | undefined;
}

/** Either an answer that is kept, or one made for this caller alone. */
export type CacheAnswer<A> =
  | { readonly outcome: Outcome; readonly kept: KeptAnswer }
  | { readonly outcome: Outcome; readonly kept?: undefined; readonly made: A };

/** An entry of this process's memory: the answer and up to when it is known to be current. */
interface Entry {
  readonly answer: KeptAnswer;
  moment: Moment;
  verifiedAt: number;
  staleSince: number | undefined;
  hits: number;
}

interface Flight {
  readonly entry: Promise<Entry | undefined>;
}

export interface ResponseCacheOptions {
  readonly changes: ChangeFeed;
  readonly store: AnswerStore;
  /** Bytes that this process keeps at most. */
  readonly memoryBytes?: number;
}

/** What an entry looks like to those who look into the cache. */
export interface CacheEntryView {
  readonly key: string;
  readonly answer: KeptAnswer;
  readonly hits: number;
  readonly isCurrent: boolean;
}

const MEMORY_BYTES = 64 * 1024 * 1024;
const LARGEST_BYTES = 1024 * 1024;
/** What an entry costs beyond its bytes, roughly. */
const OVERHEAD_BYTES = 2_048;
/** Longest one process makes an answer for all; then the others stop waiting. */
const LOCK_MS = 2_000;
const POLL_MS = 20;
/** How often a caller looks again when what it waited for had aged meanwhile; then it makes its own. */
const ROUNDS = 2;
/** How long after the database was last heard kept answers are given without asking it, in milliseconds. */
const UNVERIFIED_MS = 60_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Gives answers that were made for somebody else, as long as nothing they depend on has changed. Each request
 * first learns of every change that was committed before it came; an entry is given only if none of them, and
 * none that came while it was made, touches its tags. So a read that starts after a write was acknowledged never
 * sees an older value, whatever happens to the store. A miss is made once, however many ask.
 */
export class ResponseCache {
  readonly counters = new CacheCounters();
  private readonly entries: LRUCache<string, Entry>;
  private readonly flights = new Map<string, Flight>();

  constructor(private readonly options: ResponseCacheOptions) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: options.memoryBytes ?? MEMORY_BYTES,
      sizeCalculation: ({ answer }) => answer.bytes.length + OVERHEAD_BYTES,
    });
  }

  /** The answer to a request, kept or made now by `make`. */
  async answer<A>(
    request: KeepableRequest,
    make: (shown: ShownThings | undefined) => Promise<MadeAnswer<A>>,
  ): Promise<CacheAnswer<A>> {
    const answer = await this.find(request, make);
    this.counters.count(request.operation, answer.outcome);
    return answer;
  }

  /** What this process keeps, most recently used first. */
  *view(): Generator<CacheEntryView> {
    for (const [key, entry] of this.entries.entries()) {
      yield {
        key,
        answer: entry.answer,
        hits: entry.hits,
        isCurrent: !this.options.changes.changedSince(entry.answer.tags.hard, entry.moment),
      };
    }
  }

  /** How much this process keeps. */
  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.entries.size, bytes: this.entries.calculatedSize };
  }

  /** Where answers are shared, and whether that can be reached. */
  get store(): Pick<AnswerStore, 'kind' | 'available'> {
    return this.options.store;
  }

  private async find<A>(
    request: KeepableRequest,
    make: (shown: ShownThings | undefined) => Promise<MadeAnswer<A>>,
  ): Promise<CacheAnswer<A>> {
    const { changes } = this.options;
    let moment: Moment;
    try {
      moment = await changes.current();
    } catch {
      return this.withoutDatabase(request, make);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const entry = this.entries.get(request.key);
      const state = entry ? this.stateOf(entry, moment) : 'old';
      if (entry && state === 'current') return this.give('HIT', entry);
      if (entry && state === 'stale') {
        // Refreshed by whoever asks first; the others are not made to wait either.
        if (!this.flights.has(request.key)) {
          void this.fly(request, moment, make).catch(() => undefined);
        }
        return this.give('STALE', entry);
      }
      const flight = this.flights.get(request.key);
      if (!flight) return this.fly(request, moment, make);
      const made = await flight.entry;
      // Nobody can share it: errors, or too large.
      if (!made) break;
      // It may have been begun before this caller came, and have aged before this caller came.
      if (this.stateOf(made, moment) === 'current') return this.give('HIT', made);
    }
    const { answer } = await make(undefined);
    return { outcome: 'MISS', made: answer };
  }

  /** Makes the answer for everybody who asks meanwhile, here and in other processes. */
  private async fly<A>(
    request: KeepableRequest,
    moment: Moment,
    make: (shown: ShownThings | undefined) => Promise<MadeAnswer<A>>,
  ): Promise<CacheAnswer<A>> {
    const landing = Promise.withResolvers<Entry | undefined>();
    this.flights.set(request.key, { entry: landing.promise });
    let entry: Entry | undefined;
    try {
      const shared = await this.fromStore(request, moment);
      if (shared && 'answer' in shared) {
        entry = shared;
        return this.give('HIT', shared);
      }
      try {
        const shown = new ShownThings();
        const { answer, bytes } = await make(shown);
        entry = bytes && this.keep(request, moment, shown, bytes);
        if (!entry) return { outcome: 'MISS', made: answer };
        this.share(request.key, entry, shared?.unlock);
        return { outcome: 'MISS', kept: entry.answer };
      } finally {
        if (!entry) void shared?.unlock();
      }
    } finally {
      this.flights.delete(request.key);
      landing.resolve(entry);
    }
  }

  /** Another process's answer, or the right to make it; neither when the store is of no use now. */
  private async fromStore(
    request: KeepableRequest,
    moment: Moment,
  ): Promise<Entry | { readonly unlock: () => Promise<void> } | undefined> {
    const { store } = this.options;
    const until = performance.now() + LOCK_MS;
    const look = async (): Promise<Entry | undefined> => {
      const answer = await store.get(request.key);
      return answer && this.adopt(request.key, answer, moment);
    };
    for (;;) {
      const entry = await look();
      if (entry) return entry;
      const lock = await store.lock(request.key, LOCK_MS);
      if (lock === undefined) return undefined;
      if (lock !== 'busy') {
        // Whoever had the right before may have finished between the look and now.
        const late = await look();
        if (!late) return { unlock: lock };
        void lock();
        return late;
      }
      if (performance.now() > until) return undefined;
      await pause(POLL_MS);
    }
  }

  /** Takes over another process's answer when no change since its making touches it. */
  private adopt(key: string, answer: KeptAnswer, moment: Moment): Entry | undefined {
    const { changes } = this.options;
    const made = { xmin: answer.xmin, era: answer.era };
    const { hard, soft } = answer.tags;
    if (changes.changedSince(hard, made) || changes.changedSince(soft, made)) return undefined;
    return this.remember(key, answer, moment);
  }

  private keep(
    request: KeepableRequest,
    moment: Moment,
    shown: ShownThings,
    bytes: Buffer,
  ): Entry | undefined {
    const tags = answerTags(request.policy, shown);
    if (!tags || bytes.length > LARGEST_BYTES) return undefined;
    const answer: KeptAnswer = {
      bytes,
      etag: etagOf(bytes),
      tags,
      xmin: moment.xmin,
      era: moment.era,
      madeAt: Date.now(),
      maxAgeSeconds: request.policy.maxAgeSeconds,
      operation: request.operation,
      variables: request.variables,
    };
    return this.remember(request.key, answer, moment);
  }

  private remember(key: string, answer: KeptAnswer, moment: Moment): Entry {
    const entry = { answer, moment, verifiedAt: Date.now(), staleSince: undefined, hits: 0 };
    this.entries.set(key, entry);
    return entry;
  }

  /** The caller does not wait for the store; those who wait for the lock do. */
  private share(key: string, { answer }: Entry, unlock: (() => Promise<void>) | undefined): void {
    void this.options.store.put(key, answer).finally(() => void unlock?.());
  }

  private stateOf(entry: Entry, moment: Moment): 'current' | 'stale' | 'old' {
    const { answer } = entry;
    const now = Date.now();
    if (now - answer.madeAt > answer.maxAgeSeconds * 1_000) return 'old';
    // Nothing at all has changed since it was last looked at.
    if (entry.moment.applied !== moment.applied || entry.moment.era !== moment.era) {
      const { changes } = this.options;
      if (changes.changedSince(answer.tags.hard, entry.moment)) return 'old';
      if (changes.changedSince(answer.tags.soft, entry.moment)) {
        entry.staleSince ??= now;
        return now - entry.staleSince < answer.tags.staleSeconds * 1_000 ? 'stale' : 'old';
      }
      entry.moment = moment;
    }
    entry.verifiedAt = now;
    return 'current';
  }

  private give<A>(outcome: 'HIT' | 'STALE' | 'UNVERIFIED', entry: Entry): CacheAnswer<A> {
    entry.hits += 1;
    return { outcome, kept: entry.answer };
  }

  /** Nobody can write while there is no database, so what was current a moment ago is shown a while longer. */
  private async withoutDatabase<A>(
    request: KeepableRequest,
    make: (shown: ShownThings | undefined) => Promise<MadeAnswer<A>>,
  ): Promise<CacheAnswer<A>> {
    const entry = this.entries.get(request.key);
    if (entry && this.options.changes.isCutOff && Date.now() - entry.verifiedAt < UNVERIFIED_MS) {
      return this.give('UNVERIFIED', entry);
    }
    const { answer } = await make(undefined);
    return { outcome: 'BYPASS', made: answer };
  }
}
