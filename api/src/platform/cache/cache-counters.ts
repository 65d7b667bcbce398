/**
 * How a request to the cache ended: given from it; made now; given while it is being refreshed; given although the
 * database could not be asked; made now because nothing could be given or kept.
 */
export type Outcome = 'HIT' | 'MISS' | 'STALE' | 'UNVERIFIED' | 'BYPASS';

/** How often each outcome came. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** Operations that are counted by name; the names come from clients, so there is an end to them. */
const MOST_OPERATIONS = 500;
const OTHERS = '(others)';

/** Counts outcomes per operation since the process started. */
export class CacheCounters {
  private readonly byOperation = new Map<string, Record<Outcome, number>>();

  count(operation: string, outcome: Outcome): void {
    const isKnown = this.byOperation.has(operation) || this.byOperation.size < MOST_OPERATIONS;
    const name = isKnown ? operation : OTHERS;
    let counts = this.byOperation.get(name);
    if (!counts) {
      counts = { HIT: 0, MISS: 0, STALE: 0, UNVERIFIED: 0, BYPASS: 0 };
      this.byOperation.set(name, counts);
    }
    counts[outcome] += 1;
  }

  /** The counts of each operation. */
  all(): ReadonlyMap<string, OutcomeCounts> {
    return this.byOperation;
  }
}
