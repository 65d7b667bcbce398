import type { DataSource } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import { likePattern } from '../../platform/database/like-pattern';
import type { MessageStatus } from '../domain/message-state';
import type { TemplateName } from '../domain/template-names';

/** A message as staff see it. */
export interface MessageRecord {
  readonly id: string;
  readonly template: TemplateName;
  readonly status: MessageStatus;
  readonly recipient: string;
  readonly orderId: string | null;
  readonly customerId: string | null;
  readonly subject: string | null;
  readonly attempts: number;
  readonly resends: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
}

/** What a message says. */
export interface MessageContent {
  readonly html: string | null;
  readonly text: string | null;
}

/** What a list of messages is narrowed to. */
export interface MessageFilter {
  readonly templates?: readonly TemplateName[];
  readonly statuses?: readonly MessageStatus[];
  /** Part of a recipient or a subject. */
  readonly query?: string;
  readonly orderId?: string;
}

const COLUMNS = `m.id, m.template, m.status, m.recipient, m.order_id AS "orderId", m.customer_id AS "customerId",
  m.subject, m.attempts, m.resends, m.last_error AS "lastError", m.created_at AS "createdAt", m.due_at AS "dueAt",
  m.sent_at AS "sentAt"`;

const FILTER = `($1::text[] IS NULL OR m.template = ANY($1)) AND ($2::text[] IS NULL OR m.status = ANY($2))
  AND ($3::text IS NULL OR m.recipient ILIKE $3 OR m.subject ILIKE $3) AND ($4::uuid IS NULL OR m.order_id = $4)`;

function filterValues({ templates, statuses, query, orderId }: MessageFilter): unknown[] {
  const pattern = query ? likePattern(query) : null;
  return [templates ?? null, statuses ?? null, pattern, orderId ?? null];
}

/** Reads messages for screens. */
export class MessageReadModel {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<MessageRecord | undefined> {
    const rows: MessageRecord[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM message m WHERE m.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** What several messages say, in one statement. */
  async contents(ids: readonly string[]): Promise<ReadonlyMap<string, MessageContent>> {
    const rows: (MessageContent & { id: string })[] = await this.dataSource.query(
      `SELECT id, html, plain_text AS text FROM message WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One page, newest first. */
  async page(filter: MessageFilter, request: PageRequest): Promise<Page<MessageRecord>> {
    const forward = request.direction === 'forward';
    const order = forward ? 'DESC' : 'ASC';
    const rows: MessageRecord[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM message m
       WHERE ${FILTER} AND ($5::timestamptz IS NULL
         OR (m.created_at, m.id) ${forward ? '<' : '>'} ($5::timestamptz, $6::uuid))
       ORDER BY m.created_at ${order}, m.id ${order} LIMIT $7`,
      [
        ...filterValues(filter),
        request.position?.[0] ?? null,
        request.position?.[1] ?? null,
        request.limit + 1,
      ],
    );
    return toPage(rows, request, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** How many there are in the whole list. */
  async count(filter: MessageFilter): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM message m WHERE ${FILTER}`,
      filterValues(filter),
    );
    return rows[0]?.count ?? 0;
  }

  /** How many are to be sent, and how many were given up. */
  async backlog(): Promise<{ readonly waiting: number; readonly failed: number }> {
    const rows: { waiting: number; failed: number }[] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE status = 'WAITING')::int AS waiting,
         count(*) FILTER (WHERE status = 'FAILED')::int AS failed
       FROM message WHERE status IN ('WAITING', 'FAILED')`,
    );
    return rows[0] ?? { waiting: 0, failed: 0 };
  }
}
