import { Client, type QueryArrayConfig } from 'pg';
import type { Logger } from 'pino';

import { EVERYTHING, KNOWN_SECONDS } from './change-log';

/** A moment in the history of changes: before it lies everything that was committed when it was asked for. */
export interface Moment {
  /** Batches of changes that this process had applied; absent in what another process noted. */
  readonly applied?: number;
  /** Oldest transaction that was still open in the database; every process understands it. */
  readonly xmin: number;
  /** Which life of which database server it belongs to; moments of different ones cannot be compared. */
  readonly era: string;
}

/** The database did not say what changed, so nothing can be called current. */
export class ChangesUnknownError extends Error {}

interface TagChange {
  readonly applied: number;
  readonly xact: number;
}

interface Waiter {
  readonly resolve: (moment: Moment) => void;
  readonly reject: (error: Error) => void;
}

export interface ChangeFeedOptions {
  readonly url: string;
  readonly log: Logger;
  /** Tags whose last change is remembered; beyond it the oldest are forgotten, and what depends on them too. */
  readonly memory?: number;
}

/** Longest the database may take to answer, in milliseconds. */
const TIMEOUT_MS = 1_000;
/** How often a process looks by itself while somebody listens, and while nobody does. */
const LISTENING_INTERVAL_MS = 250;
const IDLE_INTERVAL_MS = 5_000;
const RETRY_MS = 200;
const MEMORY = 200_000;

/** Rows that are visible now and were not in the snapshot before; without one, all that are kept. */
const CHANGES = `
  SELECT s::text, extract(epoch FROM clock_timestamp())::float8, pg_snapshot_xmin(s)::text,
    (SELECT json_agg(json_build_array(c.xact::text, c.tags)) FROM change_log c
     WHERE c.xact >= pg_snapshot_xmin($1::pg_snapshot)
       AND NOT pg_visible_in_snapshot(c.xact, $1::pg_snapshot))
  FROM pg_current_snapshot() s`;
const BEGINNING = '3:3:';

type ChangesRow = [
  snapshot: string,
  now: number,
  xmin: string,
  changes: [xact: string, tags: string[]][] | null,
];

/** The server did not let anybody in: refused, timed out, or just starting or stopping. */
function isUnreachable(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // A server that answers with another SQLSTATE, such as too many connections, may be serving others.
  return code === '57P03' || !/^[0-9A-Z]{5}$/.test(code);
}

/**
 * Follows the change log of the database. It asks only when somebody wants to know, and then once for all who
 * wait: an answer is current when no change that it depends on came in between. The snapshot of the last answer
 * tells exactly which commits are new, in whatever order transactions end.
 */
export class ChangeFeed {
  private client: Client | undefined;
  private snapshot = BEGINNING;
  private era = '';
  private knownAt = 0;
  private applied = 0;
  private xmin = 0;
  private readonly changes = new Map<string, TagChange>();
  /** Nothing is known of tags that are not in `changes` before this. */
  private floor: TagChange = { applied: 0, xact: 0 };
  private waiters: Waiter[] = [];
  private running = false;
  private closed = false;
  private retryAt = 0;
  private cutOff = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<(tags: readonly string[]) => void>();

  constructor(private readonly options: ChangeFeedOptions) {
    this.schedule();
  }

  /**
   * Resolves once every change that was committed before the call is applied here. Rejects with
   * `ChangesUnknownError` when the database does not answer.
   */
  current(): Promise<Moment> {
    return new Promise((resolve, reject) => {
      this.waiters.push({ resolve, reject });
      if (this.running || this.waiters.length > 1) return;
      // Whoever asks in the same turn of the event loop shares the question.
      setImmediate(() => void this.ask());
    });
  }

  /** Whether any of these tags changed after the moment; true when that is not known. */
  changedSince(tags: Iterable<string>, moment: Moment): boolean {
    if (moment.era !== this.era) return true;
    const { applied, xmin } = moment;
    // Numbers of transactions say less than the own count: one that was open then may have ended before.
    const isNewer = (change: TagChange): boolean =>
      applied === undefined ? change.xact >= xmin : change.applied > applied;
    if (isNewer(this.floor)) return true;
    for (const tag of tags) {
      const change = this.changes.get(tag);
      if (change && isNewer(change)) return true;
    }
    return false;
  }

  /** Whether the database could not even be connected to when it was last tried. */
  get isCutOff(): boolean {
    return this.cutOff;
  }

  /** Hears of changed tags soon after their commit, `*` for everything; the returned function stops it. */
  listen(onChange: (tags: readonly string[]) => void): () => void {
    this.listeners.add(onChange);
    this.schedule();
    return () => {
      this.listeners.delete(onChange);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.fail(new ChangesUnknownError('The change feed is closed.'));
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    const interval = this.listeners.size > 0 ? LISTENING_INTERVAL_MS : IDLE_INTERVAL_MS;
    this.timer = setTimeout(() => {
      void this.current().then(
        () => this.schedule(),
        () => this.schedule(),
      );
    }, interval).unref();
  }

  private async ask(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const { waiters } = this;
    this.waiters = [];
    try {
      this.apply(await this.read());
      const moment = { applied: this.applied, xmin: this.xmin, era: this.era };
      for (const waiter of waiters) waiter.resolve(moment);
    } catch (cause) {
      const error = new ChangesUnknownError('The database does not say what changed.', { cause });
      for (const waiter of waiters) waiter.reject(error);
    } finally {
      this.running = false;
      if (this.waiters.length > 0) setImmediate(() => void this.ask());
    }
  }

  private async read(): Promise<ChangesRow | undefined> {
    const isFresh = this.client === undefined;
    this.client ??= await this.connect();
    try {
      const { rows } = await this.client.query<ChangesRow>({
        name: 'changes',
        text: CHANGES,
        values: [this.snapshot],
        rowMode: 'array',
      } satisfies QueryArrayConfig);
      return rows[0];
    } catch (error) {
      this.drop();
      if (this.closed || isFresh) throw error;
      this.options.log.warn({ err: error }, 'the change feed lost its connection');
      return this.read();
    }
  }

  private apply(row: ChangesRow | undefined): void {
    if (!row) throw new Error('The change log gave no row.');
    const [snapshot, now, xmin, changes] = row;
    const isHistory = this.snapshot === BEGINNING;
    if (this.knownAt > 0 && now - this.knownAt > KNOWN_SECONDS) {
      this.forgetAll();
      this.tell([EVERYTHING]);
    }
    this.snapshot = snapshot;
    this.knownAt = now;
    this.xmin = Number(xmin);
    if (!changes && !isHistory) return;
    this.applied += 1;
    const told: string[] = [];
    for (const [xactText, tags] of changes ?? []) {
      const change = { applied: this.applied, xact: Number(xactText) };
      for (const tag of tags) {
        told.push(tag);
        if (tag === EVERYTHING) this.raiseFloor(change);
        else this.remember(tag, change);
      }
    }
    // What came before is not news, but whoever listens already may have missed some of it.
    this.tell(isHistory ? [EVERYTHING] : told);
  }

  private remember(tag: string, change: TagChange): void {
    const before = this.changes.get(tag);
    this.changes.delete(tag);
    this.changes.set(tag, {
      applied: change.applied,
      xact: Math.max(change.xact, before?.xact ?? 0),
    });
    if (this.changes.size <= (this.options.memory ?? MEMORY)) return;
    const oldest = this.changes.entries().next().value;
    if (!oldest) return;
    this.changes.delete(oldest[0]);
    this.raiseFloor(oldest[1]);
  }

  private raiseFloor({ applied, xact }: TagChange): void {
    this.floor = {
      applied: Math.max(this.floor.applied, applied),
      xact: Math.max(this.floor.xact, xact),
    };
  }

  /** Everything up to now counts as changed. */
  private forgetAll(): void {
    this.applied += 1;
    this.changes.clear();
    this.raiseFloor({ applied: this.applied, xact: this.xmin });
  }

  private tell(tags: readonly string[]): void {
    for (const listener of this.listeners) listener(tags);
  }

  private async connect(): Promise<Client> {
    // A server that was just found unreachable is not waited for again by everybody who asks.
    if (Date.now() < this.retryAt) throw new Error('The database was unreachable a moment ago.');
    const client = new Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
      application_name: 'cartwright change feed',
      keepAlive: true,
    });
    client.on('error', () => {
      if (this.client === client) this.drop();
    });
    try {
      await client.connect();
      await this.enterEra(client);
      this.cutOff = false;
      return client;
    } catch (error) {
      client.end().catch(() => undefined);
      this.retryAt = Date.now() + RETRY_MS;
      this.cutOff = isUnreachable(error);
      throw error;
    }
  }

  /** Transaction numbers mean something only within one life of one server. */
  private async enterEra(client: Client): Promise<void> {
    const { rows } = await client.query<{ era: string; forgotten: string }>(
      `SELECT md5(pg_postmaster_start_time()::text || current_setting('port') || current_database()) AS era,
         (SELECT forgotten_xact::text FROM change_log_horizon) AS forgotten`,
    );
    const [row] = rows;
    if (!row || row.era === this.era) return;
    this.era = row.era;
    this.snapshot = BEGINNING;
    this.xmin = 0;
    this.floor = { applied: this.floor.applied, xact: 0 };
    this.forgetAll();
    this.raiseFloor({ applied: this.applied, xact: Number(row.forgotten) });
  }

  private drop(): void {
    const { client } = this;
    this.client = undefined;
    client?.end().catch(() => undefined);
  }

  private fail(error: Error): void {
    const { waiters } = this;
    this.waiters = [];
    for (const waiter of waiters) waiter.reject(error);
  }
}
