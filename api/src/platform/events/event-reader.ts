import { accepted } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../database/transaction';
import { EVENT_COLUMNS, type LoggedEvent, toLoggedEvent } from './event-log';

const BATCH = 200;

interface ReadRow extends LoggedEvent {
  readonly xact: string;
  readonly position: string;
}

/**
 * Reads the whole event log once, with a cursor of its own that moves in the transaction in which the events take
 * effect: each is taken exactly once, whoever dies when. Of several processes one reads, the others find it busy. Events
 * of transactions that are still open stay out until these end, so the cursor never steps over a late commit.
 */
export class EventReader {
  constructor(
    private readonly transactions: TransactionRunner,
    /** Made by a migration, which says from where it reads. */
    private readonly name: string,
  ) {}

  /** Takes what is new, a batch at a time. */
  async catchUp(
    take: (tx: Transaction, events: readonly LoggedEvent[]) => Promise<void>,
    stopping?: AbortSignal,
  ): Promise<void> {
    while (!stopping?.aborted) {
      const read = await this.transactions.run(async (tx) => {
        const rows = await this.readBatch(tx);
        const last = rows.at(-1);
        if (!last) return accepted(0);
        await take(tx, rows.map(toLoggedEvent));
        await tx.manager.query(
          `UPDATE event_reader SET xact = $2::xid8, position = $3::bigint WHERE name = $1`,
          [this.name, last.xact, last.position],
        );
        return accepted(rows.length);
      });
      if (!read.ok || read.value < BATCH) return;
    }
  }

  private async readBatch(tx: Transaction): Promise<ReadRow[]> {
    const cursors: { xact: string; position: string }[] = await tx.manager.query(
      `SELECT xact::text, position::text FROM event_reader WHERE name = $1 FOR UPDATE SKIP LOCKED`,
      [this.name],
    );
    const [cursor] = cursors;
    if (!cursor) return [];
    return tx.manager.query(
      `SELECT ${EVENT_COLUMNS}, e.xact::text AS xact, e.position::text AS position
       FROM event_log e
       WHERE (e.xact, e.position) > ($1::xid8, $2::bigint)
         AND e.xact < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY e.xact, e.position LIMIT ${BATCH}`,
      [cursor.xact, cursor.position],
    );
  }
}
