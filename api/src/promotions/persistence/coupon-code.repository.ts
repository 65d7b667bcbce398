import type { DataSource } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { Transaction } from '../../platform/database/transaction';

/** A code that opens a promotion. */
export interface CouponCodeRecord {
  readonly code: string;
  readonly promotionId: string;
  /** How often everybody together can use it; null without a limit. */
  readonly usageLimit: number | null;
  /** By locked checkouts and orders. */
  readonly uses: number;
  readonly createdAt: Date;
}

/** Codes that are made together. */
export interface CouponBatch {
  /** By which they are found again; absent of a code that staff have named. */
  readonly id?: string;
  readonly promotionId: string;
  readonly usageLimit: number | null;
  readonly createdAt: Date;
}

/** Which codes a list holds. */
export interface CouponCodeFilter {
  readonly promotionId: string;
  /** What codes begin with. */
  readonly query: string | undefined;
}

const FILTER = `c.promotion_id = $1 AND ($2::text IS NULL OR starts_with(c.code, $2))`;

/** Reads and writes codes. */
export class CouponCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, by code. */
  async page(filter: CouponCodeFilter, request: PageRequest): Promise<Page<CouponCodeRecord>> {
    const forward = request.direction === 'forward';
    const rows: CouponCodeRecord[] = await this.dataSource.query(
      `SELECT c.code, c.promotion_id AS "promotionId", c.usage_limit AS "usageLimit",
         (SELECT count(*)::int FROM promotion_use u WHERE u.code = c.code) AS uses,
         c.created_at AS "createdAt"
       FROM coupon_code c WHERE ${FILTER} AND ($3::text IS NULL OR c.code ${forward ? '>' : '<'} $3)
       ORDER BY c.code ${forward ? 'ASC' : 'DESC'} LIMIT $4`,
      [...filterValues(filter), request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows, request, ({ code }) => [code]);
  }

  /** How many there are in the whole list. */
  async count(filter: CouponCodeFilter): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM coupon_code c WHERE ${FILTER}`,
      filterValues(filter),
    );
    return rows[0]?.count ?? 0;
  }

  /** Adds codes; returns how many of them nobody had before. */
  async add(
    tx: Transaction,
    { id, promotionId, usageLimit, createdAt }: CouponBatch,
    codes: readonly string[],
  ): Promise<number> {
    const rows: unknown[] = await tx.manager.query(
      `INSERT INTO coupon_code (code, promotion_id, usage_limit, created_at, batch_id)
       SELECT code, $2, $3, $4, $5 FROM unnest($1::text[]) AS code
       ON CONFLICT (code) DO NOTHING RETURNING 1`,
      [codes, promotionId, usageLimit, createdAt, id ?? null],
    );
    return rows.length;
  }

  /** The codes that were made together, without those that were taken away since. */
  async ofBatch(id: string): Promise<string[]> {
    const rows: { code: string }[] = await this.dataSource.query(
      `SELECT code FROM coupon_code WHERE batch_id = $1 ORDER BY code`,
      [id],
    );
    return rows.map(({ code }) => code);
  }

  /** Whether a code is this promotion's. */
  async has(tx: Transaction, promotionId: string, code: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `SELECT 1 FROM coupon_code WHERE promotion_id = $1 AND code = $2`,
      [promotionId, code],
    );
    return rows.length > 0;
  }

  /** Takes codes away from a promotion; those that are gone already are passed over. */
  async remove(tx: Transaction, promotionId: string, codes: readonly string[]): Promise<void> {
    await tx.manager.query(
      `DELETE FROM coupon_code WHERE promotion_id = $1 AND code = ANY($2::text[])`,
      [promotionId, codes],
    );
  }
}

function filterValues({ promotionId, query }: CouponCodeFilter): unknown[] {
  return [promotionId, query?.toUpperCase() ?? null];
}
