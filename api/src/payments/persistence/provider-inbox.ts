import type { DataSource } from 'typeorm';

import type { Clock } from '../../kernel/clock';
import type { Transaction } from '../../platform/database/transaction';
import type { ProviderMessage } from '../payment-provider';

/** A message that is being worked on. */
export interface ReceivedMessage extends ProviderMessage {
  readonly providerCode: string;
  readonly attempts: number;
}

/** While one process works on a message no other takes it up; the next does when it has died. */
const LEASE_SECONDS = 60;

/** Messages of providers, each kept once by its id. */
export class ProviderInbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Keeps a message; one that is there already is left as it is. A transaction of its own. */
  async keep(providerCode: string, { id, type, payload }: ProviderMessage): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO provider_event (provider_code, event_id, type, payload, state, due_at, received_at)
       VALUES ($1, $2, $3, $4, 'NEW', $5, $5) ON CONFLICT DO NOTHING`,
      [providerCode, id, type, JSON.stringify(payload), this.clock.now()],
    );
  }

  /** Takes messages that are due; they come again when they are not finished in time. */
  async take(limit: number): Promise<ReceivedMessage[]> {
    const now = this.clock.now();
    const [rows] = await this.dataSource.query<[ReceivedMessage[], number]>(
      `UPDATE provider_event SET attempts = attempts + 1, due_at = $2
       WHERE (provider_code, event_id) IN (
         SELECT provider_code, event_id FROM provider_event WHERE state = 'NEW' AND due_at <= $1
         ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING provider_code AS "providerCode", event_id AS id, type, payload, attempts`,
      [now, new Date(now.getTime() + LEASE_SECONDS * 1_000), limit],
    );
    return rows;
  }

  /** Finishes a message: done, of no concern, or held for a person to look at. */
  async finish(
    message: ReceivedMessage,
    state: 'DONE' | 'IGNORED' | 'HELD',
    note?: string,
    tx?: Transaction,
  ): Promise<void> {
    await (tx?.manager ?? this.dataSource).query(
      `UPDATE provider_event SET state = $3, note = $4, handled_at = $5
       WHERE provider_code = $1 AND event_id = $2`,
      [message.providerCode, message.id, state, note ?? null, this.clock.now()],
    );
  }

  /** Puts a message off; the pauses grow with each attempt. */
  async putOff(message: ReceivedMessage, seconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE provider_event SET due_at = $3 WHERE provider_code = $1 AND event_id = $2`,
      [message.providerCode, message.id, new Date(this.clock.now().getTime() + seconds * 1_000)],
    );
  }
}
