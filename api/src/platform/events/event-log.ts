import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../database/transaction';
import type { EventBus } from './event-bus';

/** Who caused an event. */
export interface Actor {
  readonly kind: 'anonymous' | 'customer' | 'staff' | 'api-key' | 'system';
  readonly id?: string;
  readonly name?: string;
}

/** One row of the append-only event log. */
export interface LoggedEvent<P = Record<string, unknown>> {
  readonly id: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Position within its aggregate, from 1, without gaps. */
  readonly sequence: number;
  readonly type: string;
  readonly payload: P;
  readonly occurredAt: string;
  /** Absent in what was published before it was told. */
  readonly actor?: Actor;
}

export interface NewEvent {
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** The caller holds a lock on the aggregate's row, which is what makes the sequence gapless. */
  readonly sequence: number;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly actor: Actor;
  readonly requestId?: string;
  readonly occurredAt: Date;
}

/** Columns of an event as `LoggedEvent`, for the log's readers. */
export const EVENT_COLUMNS = `id, aggregate_type AS "aggregateType", aggregate_id AS "aggregateId",
  sequence, type, payload, occurred_at AS "occurredAt", actor`;

/** Turns a row read with `EVENT_COLUMNS` into an event that is the same after a trip through JSON. */
export function toLoggedEvent(row: LoggedEvent & { occurredAt: string | Date }): LoggedEvent {
  return { ...row, occurredAt: new Date(row.occurredAt).toISOString() };
}

/**
 * The statement that writes events given as one JSON parameter, for those who write in one round trip what happened
 * and that it happened.
 */
export function eventInsertion(parameter: string): string {
  return `INSERT INTO event_log (id, aggregate_type, aggregate_id, sequence, type, payload, actor, request_id, occurred_at)
    SELECT e.id, e.aggregate_type, e.aggregate_id, e.sequence, e.type, e.payload, e.actor, e.request_id, e.occurred_at
    FROM jsonb_to_recordset(${parameter}::jsonb) AS e(id uuid, aggregate_type text, aggregate_id uuid, sequence int,
      type text, payload jsonb, actor jsonb, request_id text, occurred_at timestamptz)`;
}

/** An event on its way into the log: as its readers will see it, and as the parameter of `eventInsertion`. */
export interface PreparedEvent {
  readonly logged: LoggedEvent;
  readonly parameter: string;
}

/** Appends to and reads the event log. */
export class EventLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: EventBus,
  ) {}

  /** Writes an event in the transaction that makes it true, and publishes it after the commit. */
  async append(tx: Transaction, event: NewEvent): Promise<LoggedEvent> {
    const { logged, parameter } = this.prepare(tx, event);
    await tx.manager.query(eventInsertion('$1'), [parameter]);
    return logged;
  }

  /** Prepares an event that the caller writes with `eventInsertion` in this transaction; published after its commit. */
  prepare(tx: Transaction, event: NewEvent): PreparedEvent {
    const logged: LoggedEvent = {
      id: newId(),
      aggregateType: event.aggregateType,
      aggregateId: event.aggregateId,
      sequence: event.sequence,
      type: event.type,
      payload: event.payload,
      occurredAt: event.occurredAt.toISOString(),
      actor: event.actor,
    };
    tx.afterCommit(() => this.bus.publish(logged));
    const row = {
      id: logged.id,
      aggregate_type: logged.aggregateType,
      aggregate_id: logged.aggregateId,
      sequence: logged.sequence,
      type: logged.type,
      payload: logged.payload,
      actor: event.actor,
      request_id: event.requestId,
      occurred_at: logged.occurredAt,
    };
    return { logged, parameter: JSON.stringify([row]) };
  }

  /** What happened to an aggregate after a sequence number, oldest first. Who asks at once is read for at once. */
  since(aggregateType: string, aggregateId: string, sequence: number): Promise<LoggedEvent[]> {
    return this.later.load({ aggregateType, aggregateId, sequence });
  }

  /** The whole history of several aggregates in one statement, oldest first. */
  async histories(aggregateType: string, ids: readonly string[]): Promise<LoggedEvent[]> {
    const rows: LoggedEvent[] = await this.dataSource.query(
      `SELECT ${EVENT_COLUMNS} FROM event_log
       WHERE aggregate_type = $1 AND aggregate_id = ANY($2) ORDER BY aggregate_id, sequence`,
      [aggregateType, ids],
    );
    return rows.map(toLoggedEvent);
  }

  /** The last sequence number of an aggregate; 0 before its first event. */
  async lastSequence(aggregateType: string, aggregateId: string): Promise<number> {
    const rows: { last: number }[] = await this.dataSource.query(
      `SELECT coalesce(max(sequence), 0)::int AS last FROM event_log
       WHERE aggregate_type = $1 AND aggregate_id = $2`,
      [aggregateType, aggregateId],
    );
    return rows[0]?.last ?? 0;
  }

  /** When Redis comes back, every follower asks: two thousand questions are a handful of statements. */
  private readonly later = new DataLoader<Position, LoggedEvent[]>(
    async (positions) => {
      const wanted = new Map(positions.map((position) => [keyOf(position), position]));
      const asked = [...wanted.values()];
      const rows: (LoggedEvent & { after: number })[] = await this.dataSource.query(
        `SELECT ${EVENT_COLUMNS}, w.after FROM unnest($1::text[], $2::uuid[], $3::int[]) AS w (type_name, of_id, after)
         JOIN event_log e ON e.aggregate_type = w.type_name AND e.aggregate_id = w.of_id AND e.sequence > w.after
         ORDER BY e.aggregate_id, e.sequence`,
        [
          asked.map(({ aggregateType }) => aggregateType),
          asked.map(({ aggregateId }) => aggregateId),
          asked.map((position) => position.sequence),
        ],
      );
      const found = Map.groupBy(rows, ({ aggregateType, aggregateId, after }) =>
        keyOf({ aggregateType, aggregateId, sequence: after }),
      );
      const events = new Map(
        [...found].map(([key, group]) => [
          key,
          group.map(({ after: _after, ...row }) => toLoggedEvent(row)),
        ]),
      );
      return positions.map((position) => events.get(keyOf(position)) ?? []);
    },
    { cache: false, maxBatchSize: 500 },
  );
}

interface Position {
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly sequence: number;
}

function keyOf({ aggregateType, aggregateId, sequence }: Position): string {
  return `${aggregateType}:${aggregateId}:${sequence}`;
}
