import type { DataSource, EntityManager } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { Transaction } from '../../platform/database/transaction';
import type { Period, PriceRule, PriceTerms } from '../domain/price-rules';

/** What a price list says of some goods. */
export type RuleRecord = Pick<PriceRule, 'productId' | 'variationId' | 'minQuantity' | 'terms'>;

/** A price list without its rules. */
export interface PriceListRecord extends Period {
  readonly id: string;
  /** Counts changes, from 1. */
  readonly version: number;
  readonly name: string;
  readonly currencyCode: string;
  readonly customerGroup: string | null;
  readonly priority: number;
  /** Whether its prices are asked now; kept by whoever watches the clock. */
  readonly isInForce: boolean;
}

/** What a row of `price_rule` says of the price: one of the two. */
export interface RuleTerms {
  readonly priceMinor: string | null;
  readonly offPpm: number | null;
}

type RuleRow = Pick<PriceRule, 'priceListId' | 'productId' | 'variationId' | 'minQuantity'> &
  RuleTerms;

const LIST = `id, version, name, currency_code AS "currencyCode", customer_group AS "customerGroup",
  priority, starts_at AS "startsAt", ends_at AS "endsAt", in_force AS "isInForce"`;
const RULE = `r.price_list_id AS "priceListId", r.product_id AS "productId",
  r.variation_id AS "variationId", r.min_quantity AS "minQuantity",
  r.price_minor::text AS "priceMinor", r.off_ppm AS "offPpm"`;

/** Reads what a row of `price_rule` says of the price. */
export function toTerms({ priceMinor, offPpm }: RuleTerms): PriceTerms {
  return priceMinor === null
    ? { kind: 'PERCENT_OFF', offPpm: offPpm ?? 0 }
    : { kind: 'FIXED', priceMinor: BigInt(priceMinor) };
}

/** Reads and writes price lists. */
export class PriceListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page, newest first. */
  async page(request: PageRequest): Promise<Page<PriceListRecord>> {
    const forward = request.direction === 'forward';
    const order = forward ? 'DESC' : 'ASC';
    const rows: PriceListRecord[] = await this.dataSource.query(
      `SELECT ${LIST} FROM price_list WHERE $1::uuid IS NULL OR id ${forward ? '<' : '>'} $1::uuid
       ORDER BY id ${order} LIMIT $2`,
      [request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows, request, ({ id }) => [id]);
  }

  /** How many there are. */
  async count(): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM price_list`,
    );
    return rows[0]?.count ?? 0;
  }

  /** The list with this id. */
  async byId(id: string): Promise<PriceListRecord | undefined> {
    const rows: PriceListRecord[] = await this.dataSource.query(
      `SELECT ${LIST} FROM price_list WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  /** The list with this id, locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<PriceListRecord | undefined> {
    const rows: PriceListRecord[] = await tx.manager.query(
      `SELECT ${LIST} FROM price_list WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0];
  }

  /** The rules of several lists in one statement, in their order. */
  async rulesOf(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, RuleRecord[]>> {
    const rows: RuleRow[] = await manager.query(
      `SELECT ${RULE} FROM price_rule r WHERE r.price_list_id = ANY($1)
       ORDER BY r.price_list_id, r.position`,
      [ids],
    );
    const groups = Map.groupBy(rows, ({ priceListId }) => priceListId);
    return new Map(
      [...groups].map(([id, rules]) => [
        id,
        rules.map(({ productId, variationId, minQuantity, ...terms }) => ({
          productId,
          variationId,
          minQuantity,
          terms: toTerms(terms),
        })),
      ]),
    );
  }

  /** Writes a list with its rules; undefined when another one has the name. */
  async put(
    tx: Transaction,
    list: PriceListRecord,
    rules: readonly RuleRecord[],
  ): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO price_list AS l (id, version, name, currency_code, customer_group, priority,
         starts_at, ends_at, in_force)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
       WHERE NOT EXISTS (SELECT 1 FROM price_list WHERE name = $3 AND id <> $1)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name,
         currency_code = excluded.currency_code, customer_group = excluded.customer_group,
         priority = excluded.priority, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         in_force = excluded.in_force
       RETURNING id`,
      [
        list.id,
        list.version,
        list.name,
        list.currencyCode,
        list.customerGroup,
        list.priority,
        list.startsAt,
        list.endsAt,
        list.isInForce,
      ],
    );
    if (rows.length === 0) return undefined;
    await tx.manager.query(`DELETE FROM price_rule WHERE price_list_id = $1`, [list.id]);
    const terms = rules.map((rule) => rule.terms);
    await tx.manager.query(
      `INSERT INTO price_rule (price_list_id, position, product_id, variation_id, min_quantity,
         price_minor, off_ppm)
       SELECT $1, r.position, r.product_id, r.variation_id, r.min_quantity, r.price_minor, r.off_ppm
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::int[]) WITH ORDINALITY
         AS r(product_id, variation_id, min_quantity, price_minor, off_ppm, position)`,
      [
        list.id,
        rules.map(({ productId }) => productId),
        rules.map(({ variationId }) => variationId),
        rules.map(({ minQuantity }) => minQuantity),
        terms.map((each) => (each.kind === 'FIXED' ? each.priceMinor.toString() : null)),
        terms.map((each) => (each.kind === 'PERCENT_OFF' ? each.offPpm : null)),
      ],
    );
    return list.id;
  }

  /** Removes a list with its rules. */
  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query(`DELETE FROM price_list WHERE id = $1`, [id]);
  }

  /** Lets lists begin and end as they say they do at this instant; returns those that have. */
  async switchAt(tx: Transaction, now: Date): Promise<string[]> {
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(
      `UPDATE price_list SET in_force = NOT in_force
       WHERE in_force <> (coalesce(starts_at <= $1, true) AND coalesce(ends_at > $1, true))
       RETURNING id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }
}
