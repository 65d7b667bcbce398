import type { DataSource } from 'typeorm';

import type { StoredQuote } from '../../checkout';
import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { OrderAddress } from '../../orders';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';

export type DraftStatus = 'OPEN' | 'COMPLETED';

/** A line of a draft; minor units are texts because JSON has no bigint. */
export interface DraftLine {
  readonly id: string;
  readonly variationId: string;
  readonly quantity: number;
  readonly unitPriceMinor?: string;
  readonly discountPpm?: number;
  /** What one unit consists of, where it is a bundle. */
  readonly parts?: readonly DraftPart[];
}

/** A part of one unit of a bundle. */
export interface DraftPart {
  readonly choiceId: string;
  readonly variationId: string;
  readonly quantity: number;
}

/** An order that staff prepare. */
export interface DraftRecord {
  readonly id: string;
  readonly version: number;
  readonly status: DraftStatus;
  readonly customerId: string | null;
  readonly email: string | null;
  readonly shippingAddress: OrderAddress | null;
  readonly shippingMethodCode: string | null;
  readonly couponCodes: readonly string[];
  readonly note: string | null;
  readonly currencyCode: string;
  readonly lines: readonly DraftLine[];
  /** What it was placed with, once it was. */
  readonly quote: StoredQuote | null;
  readonly orderId: string | null;
  readonly createdBy: Actor;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a list of drafts is narrowed to. */
export interface DraftFilter {
  readonly status?: DraftStatus;
  /** Part of an e-mail address or of the name on the parcel. */
  readonly query?: string;
}

const DRAFT = `d.id, d.version, d.status, d.customer_id AS "customerId", d.email,
  d.shipping_address AS "shippingAddress", d.shipping_method_code AS "shippingMethodCode",
  d.coupon_codes AS "couponCodes", d.note, d.currency_code AS "currencyCode", d.lines, d.quote,
  d.order_id AS "orderId", d.created_by AS "createdBy", d.created_at AS "createdAt", d.updated_at AS "updatedAt"`;
const FILTER = `($1::text IS NULL OR d.status = $1) AND ($2::text IS NULL
  OR strpos(lower(d.email), lower($2)) > 0 OR strpos(lower(d.shipping_address->>'name'), lower($2)) > 0)`;

/** Reads and writes drafts. */
export class DraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, newest first. */
  async page({ status, query }: DraftFilter, request: PageRequest): Promise<Page<DraftRecord>> {
    const forward = request.direction === 'forward';
    const rows: DraftRecord[] = await this.dataSource.query(
      `SELECT ${DRAFT} FROM draft_order d
       WHERE ${FILTER} AND ($3::uuid IS NULL OR d.id ${forward ? '<' : '>'} $3::uuid)
       ORDER BY d.id ${forward ? 'DESC' : 'ASC'} LIMIT $4`,
      [status ?? null, query ?? null, request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows, request, ({ id }) => [id]);
  }

  /** How many drafts a filter lets through. */
  async count({ status, query }: DraftFilter): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM draft_order d WHERE ${FILTER}`,
      [status ?? null, query ?? null],
    );
    return rows[0]?.count ?? 0;
  }

  /** The draft with this id. */
  async byId(id: string): Promise<DraftRecord | undefined> {
    const rows: DraftRecord[] = await this.dataSource.query(
      `SELECT ${DRAFT} FROM draft_order d WHERE d.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** The draft with this id, locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<DraftRecord | undefined> {
    const rows: DraftRecord[] = await tx.manager.query(
      `SELECT ${DRAFT} FROM draft_order d WHERE d.id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0];
  }

  /** Writes a draft whole, new or changed. */
  async put(tx: Transaction, draft: DraftRecord): Promise<void> {
    await tx.manager.query(
      `INSERT INTO draft_order (id, version, status, customer_id, email, shipping_address,
         shipping_method_code, coupon_codes, note, currency_code, lines, quote, order_id, created_by,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, status = excluded.status,
         customer_id = excluded.customer_id, email = excluded.email,
         shipping_address = excluded.shipping_address,
         shipping_method_code = excluded.shipping_method_code, coupon_codes = excluded.coupon_codes,
         note = excluded.note, lines = excluded.lines, quote = excluded.quote,
         order_id = excluded.order_id, updated_at = excluded.updated_at`,
      [
        draft.id,
        draft.version,
        draft.status,
        draft.customerId,
        draft.email,
        draft.shippingAddress && JSON.stringify(draft.shippingAddress),
        draft.shippingMethodCode,
        draft.couponCodes,
        draft.note,
        draft.currencyCode,
        JSON.stringify(draft.lines),
        draft.quote && JSON.stringify(draft.quote),
        draft.orderId,
        JSON.stringify(draft.createdBy),
        draft.createdAt,
        draft.updatedAt,
      ],
    );
  }

  /** Removes a draft. */
  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query(`DELETE FROM draft_order WHERE id = $1`, [id]);
  }
}
