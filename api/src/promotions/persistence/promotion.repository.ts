import type { DataSource, EntityManager } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { Transaction } from '../../platform/database/transaction';
import {
  PROMOTION_COLUMNS,
  type PromotionRecord,
  type PromotionRow,
  toJson,
  toPromotion,
} from './promotion.record';

/** What a list of promotions is narrowed to. */
export interface PromotionFilter {
  /** Part of a name, or a whole code. */
  readonly query: string | undefined;
  readonly isActive: boolean | undefined;
}

const FILTER = `($1::text IS NULL OR p.name ILIKE '%' || $1 || '%'
    OR EXISTS (SELECT 1 FROM coupon_code c WHERE c.promotion_id = p.id AND c.code = upper($2)))
  AND ($3::boolean IS NULL OR p.is_active = $3)`;

/** Reads and writes promotions. */
export class PromotionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, newest first. */
  async page(filter: PromotionFilter, request: PageRequest): Promise<Page<PromotionRecord>> {
    const forward = request.direction === 'forward';
    const rows: PromotionRow[] = await this.dataSource.query(
      `SELECT ${PROMOTION_COLUMNS} FROM promotion p
       WHERE ${FILTER} AND ($4::uuid IS NULL OR p.id ${forward ? '<' : '>'} $4::uuid)
       ORDER BY p.id ${forward ? 'DESC' : 'ASC'} LIMIT $5`,
      [...filterValues(filter), request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows.map(toPromotion), request, ({ id }) => [id]);
  }

  /** How many there are in the whole list. */
  async count(filter: PromotionFilter): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM promotion p WHERE ${FILTER}`,
      filterValues(filter),
    );
    return rows[0]?.count ?? 0;
  }

  /** The promotion with this id. */
  byId(id: string): Promise<PromotionRecord | undefined> {
    return this.first(this.dataSource.manager, id, '');
  }

  /** The promotion with this id, locked until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<PromotionRecord | undefined> {
    return this.first(tx.manager, id, 'FOR UPDATE');
  }

  /** How often each of several promotions is used, by locked checkouts and orders. */
  async usesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; uses: number }[] = await this.dataSource.query(
      `SELECT promotion_id AS id, count(*)::int AS uses FROM promotion_use
       WHERE promotion_id = ANY($1) GROUP BY promotion_id`,
      [ids],
    );
    return new Map(rows.map(({ id, uses }) => [id, uses]));
  }

  /** Writes a promotion; false when another one has the name. */
  async put(tx: Transaction, promotion: PromotionRecord): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `INSERT INTO promotion (id, version, name, class, is_active, requires_code, priority,
         exclusive_group, combines_with, benefit, targets, conditions, starts_at, ends_at,
         usage_limit, customer_limit, currency_code)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
       WHERE NOT EXISTS (SELECT 1 FROM promotion WHERE name = $3 AND id <> $1)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name,
         class = excluded.class, is_active = excluded.is_active,
         requires_code = excluded.requires_code, priority = excluded.priority,
         exclusive_group = excluded.exclusive_group, combines_with = excluded.combines_with,
         benefit = excluded.benefit, targets = excluded.targets, conditions = excluded.conditions,
         starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         usage_limit = excluded.usage_limit, customer_limit = excluded.customer_limit,
         currency_code = excluded.currency_code
       RETURNING id`,
      [
        promotion.id,
        promotion.version,
        promotion.name,
        promotion.class,
        promotion.isActive,
        promotion.requiresCode,
        promotion.priority,
        promotion.exclusiveGroup,
        promotion.combinesWith,
        toJson(promotion.benefit),
        toJson(promotion.targets),
        toJson(promotion.conditions),
        promotion.startsAt,
        promotion.endsAt,
        promotion.usageLimit,
        promotion.customerLimit,
        promotion.currencyCode,
      ],
    );
    return rows.length > 0;
  }

  /** Removes a promotion with its codes; orders keep what it gave them. */
  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query(`DELETE FROM promotion WHERE id = $1`, [id]);
  }

  private async first(
    manager: EntityManager,
    id: string,
    lock: '' | 'FOR UPDATE',
  ): Promise<PromotionRecord | undefined> {
    const rows: PromotionRow[] = await manager.query(
      `SELECT ${PROMOTION_COLUMNS} FROM promotion p WHERE p.id = $1 ${lock}`,
      [id],
    );
    return rows[0] && toPromotion(rows[0]);
  }
}

function filterValues({ query, isActive }: PromotionFilter): unknown[] {
  const pattern = query?.replace(/[\\%_]/g, '\\$&') ?? null;
  return [pattern, query ?? null, isActive ?? null];
}
