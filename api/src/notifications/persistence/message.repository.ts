import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { RenderedMail } from '../../platform/mail/mail-renderer';
import type { MessageStatus } from '../domain/message-state';
import type { TemplateName } from '../domain/template-names';

/** A message to be made. */
export interface NewMessage {
  readonly id: string;
  readonly template: TemplateName;
  /** What it tells of: each kind of message once. */
  readonly causeId: string;
  readonly recipient: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly orderId: string | undefined;
  readonly customerId: string | undefined;
}

/** A message that this process alone may send for now. */
export interface ClaimedMessage {
  readonly id: string;
  readonly template: TemplateName;
  readonly causeId: string;
  readonly recipient: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly orderId: string | null;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  /** This try included; whoever finds another number was overtaken. */
  readonly attempts: number;
  readonly resends: number;
  readonly dueSince: Date;
}

/** What a try came to. */
export interface MessageOutcome {
  readonly status: MessageStatus;
  readonly at: Date;
  readonly error: string | undefined;
}

/** Writes messages and takes them one by one. */
export class MessageRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds messages; those that their causes have called for already are left as they are. */
  async add(tx: Transaction, messages: readonly NewMessage[], now: Date): Promise<void> {
    if (messages.length === 0) return;
    await tx.manager.query(
      `INSERT INTO message (id, template, cause_id, status, recipient, details, order_id, customer_id,
         created_at, due_since, due_at)
       SELECT m.id, m.template, m."causeId", 'WAITING', m.recipient, m.details, m."orderId", m."customerId", $2, $2, $2
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, template text, "causeId" uuid, recipient text,
         details jsonb, "orderId" uuid, "customerId" uuid)
       ON CONFLICT (template, cause_id) DO NOTHING`,
      [JSON.stringify(messages), now],
    );
  }

  /**
   * Takes messages that are due and puts their next try off until `until`: other processes leave them alone, and if this
   * one dies they come back by themselves.
   */
  async claim(limit: number, now: Date, until: Date): Promise<ClaimedMessage[]> {
    const [rows] = await this.dataSource.query<[ClaimedMessage[], number]>(
      `UPDATE message m SET due_at = $3, attempts = m.attempts + 1
       FROM (SELECT id FROM message WHERE status = 'WAITING' AND due_at <= $2
             ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) due
       WHERE m.id = due.id
       RETURNING m.id, m.template, m.cause_id AS "causeId", m.recipient, m.details, m.order_id AS "orderId",
         m.subject, m.html, m.plain_text AS text, m.attempts, m.resends, m.due_since AS "dueSince"`,
      [limit, now, until],
    );
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Keeps what a message says, so that every further try says the same. */
  async keepContent({ id, attempts }: ClaimedMessage, mail: RenderedMail): Promise<void> {
    await this.dataSource.query(
      `UPDATE message SET subject = $3, html = $4, plain_text = $5
       WHERE id = $1 AND attempts = $2 AND html IS NULL`,
      [id, attempts, mail.subject, mail.html, mail.text],
    );
  }

  /** Writes what a try came to, unless somebody else has tried since. */
  async conclude(
    { id, attempts }: ClaimedMessage,
    { status, at, error }: MessageOutcome,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE message SET status = $3, last_error = $5, due_at = CASE WHEN $3 = 'WAITING' THEN $4 ELSE due_at END,
         sent_at = CASE WHEN $3 IN ('SENT', 'KEPT') THEN $4 ELSE sent_at END
       WHERE id = $1 AND attempts = $2 AND status = 'WAITING'`,
      [id, attempts, status, at, error ?? null],
    );
  }

  /** Gives back what was taken and not tried. */
  async giveBack(messages: readonly ClaimedMessage[], at: Date, error?: string): Promise<void> {
    if (messages.length === 0) return;
    await this.dataSource.query(
      `UPDATE message m SET due_at = $3, attempts = m.attempts - 1, last_error = coalesce($4, m.last_error)
       FROM unnest($1::uuid[], $2::int[]) AS c(id, attempts)
       WHERE m.id = c.id AND m.attempts = c.attempts AND m.status = 'WAITING'`,
      [messages.map(({ id }) => id), messages.map(({ attempts }) => attempts), at, error ?? null],
    );
  }

  /** Puts a message back into the queue; false when there is none. One that had arrived is a new mail to mailboxes. */
  async resend(tx: Transaction, id: string, now: Date): Promise<boolean> {
    const [, found] = await tx.manager.query<[unknown, number]>(
      `UPDATE message SET status = 'WAITING', due_since = $2, due_at = $2, last_error = NULL,
         resends = resends + CASE WHEN status IN ('SENT', 'KEPT') THEN 1 ELSE 0 END
       WHERE id = $1 AND status <> 'DROPPED'`,
      [id, now],
    );
    return found > 0;
  }

  /** Forgets messages that were made before the given time. */
  async forget(before: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM message WHERE created_at < $1 AND status <> 'WAITING'`,
      [before],
    );
  }
}
