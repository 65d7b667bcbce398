import type { DataSource } from 'typeorm';

import { type EventBus, feedChannel } from './event-bus';
import { EVENT_COLUMNS, type LoggedEvent, toLoggedEvent } from './event-log';
import { encodeFeedCursor, type FeedPosition } from './feed-position';
import { Inbox, iterate } from './inbox';
import { isLater, isVisible, parseSnapshot, type Snapshot } from './snapshot';

/** An event as a follower of the feed gets it. */
export interface FeedEvent {
  readonly event: LoggedEvent;
  /** Position to come back to. */
  readonly cursor: string;
  /** Every follower in this process gets the same event, so what is loaded for it is loaded once. */
  readonly sharedAs: object;
}

/** What the log shows beyond one snapshot, up to the next. */
interface Batch {
  readonly seen: string;
  readonly upTo: string;
  readonly events: readonly PlacedEvent[];
}

interface PlacedEvent {
  readonly event: LoggedEvent;
  readonly xact: string;
  readonly position: string;
}

/** The reading for all: there while anybody follows. */
interface Tail {
  /** Up to where everybody has been told; empty before the first look. */
  seen: string;
  readonly ready: Promise<void>;
  close(): void;
}

type Row = LoggedEvent & {
  readonly upTo: string;
  readonly xact: string;
  readonly position: string;
};

const PAGE = 200;
/** How often the log is looked at without being told, as when Redis is gone. */
const LOOK_EVERY_MS = 1_000;

const PAGE_OF_LOG = `
  SELECT s.up_to::text AS "upTo", e.* FROM (
    SELECT coalesce($3::pg_snapshot, pg_current_snapshot()) AS up_to
  ) s LEFT JOIN LATERAL (
    SELECT ${EVENT_COLUMNS}, xact::text AS xact, position::text AS position,
      row_number() OVER (ORDER BY event_log.xact, event_log.position) AS place
    FROM event_log
    WHERE aggregate_type = $1 AND event_log.xact >= pg_snapshot_xmin($2::pg_snapshot)
      AND NOT pg_visible_in_snapshot(event_log.xact, $2::pg_snapshot)
      AND pg_visible_in_snapshot(event_log.xact, s.up_to)
      AND (event_log.xact, event_log.position) > ($4::xid8, $5::bigint)
    ORDER BY event_log.xact, event_log.position LIMIT ${PAGE}
  ) e ON true ORDER BY e.place`;

function snapshotOf(text: string): Snapshot {
  const snapshot = parseSnapshot(text);
  if (!snapshot) throw new Error(`PostgreSQL gave the snapshot ${text}.`);
  return snapshot;
}

/**
 * Follows every aggregate of one type. The log is the source and the bus only says when to look, so nothing is
 * lost whatever happens to a publication; one reading serves all followers of this process.
 */
export class EventFeed {
  private readonly inboxes = new Set<Inbox<Batch>>();
  private tail: Tail | undefined;

  constructor(
    private readonly aggregateType: string,
    private readonly dataSource: DataSource,
    private readonly bus: EventBus,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** What happened after a position, or from now on, then live: each event once, each aggregate in order. */
  async follow(after: FeedPosition | undefined): Promise<AsyncIterableIterator<FeedEvent>> {
    const inbox = new Inbox<Batch>();
    const close = (): void => {
      inbox.close();
      this.leave(inbox);
    };
    try {
      await this.join(inbox);
      const from = after ?? { seen: await this.now() };
      return iterate(this.events(inbox, from, after !== undefined), close);
    } catch (error) {
      close();
      throw error;
    }
  }

  private async *events(
    inbox: Inbox<Batch>,
    from: FeedPosition,
    isBehind: boolean,
  ): AsyncGenerator<FeedEvent, void, void> {
    let at = from;
    if (isBehind) {
      for await (const [event, position] of this.past(from)) {
        at = position;
        if (event) yield toFeedEvent(event, at);
      }
    }
    for (;;) {
      const batch = await inbox.next();
      if (batch === undefined) return;
      if (batch === 'missed') {
        for await (const [event, position] of this.past(at)) {
          at = position;
          if (event) yield toFeedEvent(event, at);
        }
        continue;
      }
      // What was read by oneself may be ahead of what was read for all.
      const seen = isLater(snapshotOf(batch.seen), snapshotOf(at.seen)) ? batch.seen : at.seen;
      const had = snapshotOf(seen);
      for (const placed of batch.events) {
        if (isVisible(BigInt(placed.xact), had)) continue;
        const { xact, position } = placed;
        at = { seen, part: { upTo: batch.upTo, xact, position } };
        yield toFeedEvent(placed, at);
      }
      at = { seen: isLater(snapshotOf(batch.upTo), had) ? batch.upTo : seen };
    }
  }

  /** Everything between a position and now, page by page; the last position comes without an event. */
  private async *past(
    from: FeedPosition,
  ): AsyncGenerator<readonly [PlacedEvent | undefined, FeedPosition], void, void> {
    let at = from;
    for (;;) {
      const isUpToNow = at.part === undefined;
      const { seen, upTo, events } = await this.read(at);
      for (const placed of events) {
        const { xact, position } = placed;
        at = { seen, part: { upTo, xact, position } };
        yield [placed, at];
      }
      if (events.length === PAGE) continue;
      at = { seen: upTo };
      yield [undefined, at];
      if (isUpToNow) return;
    }
  }

  private async read({ seen, part }: FeedPosition): Promise<Batch> {
    const rows: Row[] = await this.dataSource.query(PAGE_OF_LOG, [
      this.aggregateType,
      seen,
      part?.upTo ?? null,
      part?.xact ?? '0',
      part?.position ?? '0',
    ]);
    const upTo = rows[0]?.upTo ?? seen;
    const events = rows
      .filter((row) => (row.id as string | null) !== null)
      .map(({ xact, position, upTo: _upTo, ...row }) => ({
        event: toLoggedEvent(row),
        xact,
        position,
      }));
    return { seen, upTo, events };
  }

  private async now(): Promise<string> {
    const rows: { now: string }[] = await this.dataSource.query(
      'SELECT pg_current_snapshot()::text AS now',
    );
    return rows[0]?.now ?? '';
  }

  private async join(inbox: Inbox<Batch>): Promise<void> {
    this.inboxes.add(inbox);
    this.tail ??= this.openTail();
    await this.tail.ready;
  }

  private leave(inbox: Inbox<Batch>): void {
    this.inboxes.delete(inbox);
    if (this.inboxes.size > 0) return;
    this.tail?.close();
    this.tail = undefined;
  }

  private openTail(): Tail {
    let isToldAgain = false;
    let isReading = false;
    const look = (): void => {
      isToldAgain = true;
      if (isReading) return;
      isReading = true;
      void (async () => {
        while (isToldAgain && tail === this.tail) {
          isToldAgain = false;
          await this.readForAll(tail);
        }
        isReading = false;
      })();
    };
    const listening = this.bus.listen(feedChannel(this.aggregateType), look);
    const timer = setInterval(look, LOOK_EVERY_MS).unref();
    const tail: Tail = {
      seen: '',
      ready: listening.then(async () => {
        tail.seen = await this.now();
      }),
      close: () => {
        clearInterval(timer);
        listening.then((stop) => stop(), this.onFailure);
      },
    };
    return tail;
  }

  private async readForAll(tail: Tail): Promise<void> {
    if (!tail.seen) return;
    try {
      const batch = await this.read({ seen: tail.seen });
      if (batch.events.length === PAGE) {
        // So much at once is read by each follower at its own pace.
        tail.seen = batch.upTo;
        for (const inbox of this.inboxes) inbox.miss();
        return;
      }
      tail.seen = batch.upTo;
      if (batch.events.length === 0) return;
      for (const inbox of this.inboxes) inbox.push(batch);
    } catch (error) {
      this.onFailure(error);
    }
  }
}

function toFeedEvent({ event }: PlacedEvent, position: FeedPosition): FeedEvent {
  return { event, cursor: encodeFeedCursor(position), sharedAs: event };
}
