import type { DataSource } from 'typeorm';

import type { EventBus } from './event-bus';
import { EVENT_COLUMNS, type LoggedEvent, toLoggedEvent } from './event-log';

const BATCH = 500;

interface RelayRow extends LoggedEvent {
  readonly xact: string;
  readonly position: string;
}

/**
 * Publishes what a process that died between commit and publish could not. It reads the log in the order in
 * which transactions became visible: rows of transactions that are still open stay out until they end, so
 * the cursor never steps over a late commit. Listeners skip what they already have.
 */
export class EventRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: EventBus,
  ) {}

  /** Publishes everything after the cursor; returns how many events that were. */
  async catchUp(): Promise<number> {
    let published = 0;
    for (;;) {
      const rows = await this.readBatch();
      for (const row of rows) await this.bus.publish(toLoggedEvent(row));
      const last = rows.at(-1);
      if (!last) return published;
      await this.dataSource.query(
        `UPDATE event_relay_cursor SET xact = $1::xid8, position = $2
         WHERE (xact, position) < ($1::xid8, $2::bigint)`,
        [last.xact, last.position],
      );
      published += rows.length;
      if (rows.length < BATCH) return published;
    }
  }

  private readBatch(): Promise<RelayRow[]> {
    return this.dataSource.query(
      `SELECT ${EVENT_COLUMNS}, e.xact::text AS xact, e.position::text AS position
       FROM event_log e, event_relay_cursor c
       WHERE (e.xact, e.position) > (c.xact, c.position)
         AND e.xact < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY e.xact, e.position LIMIT ${BATCH}`,
    );
  }
}
