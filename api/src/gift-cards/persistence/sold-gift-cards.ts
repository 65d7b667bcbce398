import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';

/** A unit of an order that was paid for and has no card yet. */
export interface SoldUnit {
  readonly orderId: string;
  readonly lineId: string;
  /** Which unit of the line, from 1. */
  readonly unit: number;
  readonly email: string;
  readonly amountMinor: bigint;
  readonly currencyCode: string;
}

/** Of a line l and its order o: whether a unit is paid for, and neither cancelled nor refunded. */
const DUE = `l.is_gift_card AND l.unit_price_minor > 0 AND o.payment_status IN ('PAID', 'PARTIALLY_REFUNDED')`;
/** Money may have gone back without naming a line: what is owed still must pay for all of its units. */
const OWED = `o.total_minor - o.cancelled_minor - o.credited_minor >=
  (l.quantity - l.cancelled_quantity - l.refunded_quantity) * (coalesce(l.total_minor, 0) / l.quantity)`;

/** Finds what was sold of gift cards. */
export class SoldGiftCards {
  constructor(private readonly dataSource: DataSource) {}

  /** Units that are paid for and neither cancelled nor refunded, and have no card, oldest first. */
  async missing(limit: number): Promise<SoldUnit[]> {
    const rows: (Omit<SoldUnit, 'amountMinor'> & { amountMinor: string })[] =
      await this.dataSource.query(
        `SELECT o.id AS "orderId", l.id AS "lineId", n.unit, o.email, o.currency_code AS "currencyCode",
         l.unit_price_minor::text AS "amountMinor"
       FROM order_line l JOIN orders o ON o.id = l.order_id
       CROSS JOIN LATERAL generate_series(1, l.quantity - l.cancelled_quantity - l.refunded_quantity) AS n (unit)
       WHERE ${DUE} AND ${OWED} AND NOT EXISTS (SELECT 1 FROM gift_card c WHERE c.order_line_id = l.id AND c.unit = n.unit)
       ORDER BY l.id, n.unit LIMIT $1`,
        [limit],
      );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }

  /** Whether a unit is still to become a card; its order stays as it is until the transaction ends. */
  async isDue(tx: Transaction, { lineId, unit }: SoldUnit): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `SELECT 1 FROM order_line l JOIN orders o ON o.id = l.order_id
       WHERE l.id = $1 AND $2 <= l.quantity - l.cancelled_quantity - l.refunded_quantity
         AND ${DUE} AND ${OWED} FOR SHARE OF o, l`,
      [lineId, unit],
    );
    return rows.length > 0;
  }

  /** Variations of gift cards of which fewer are left. */
  async scarce(fewerThan: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT v.id FROM product p JOIN product_variation v ON v.product_id = p.id
       WHERE p.is_gift_card AND coalesce(
         (SELECT s.available FROM variation_stock s WHERE s.variation_id = v.id), 0) < $1`,
      [fewerThan],
    );
    return rows.map(({ id }) => id);
  }
}
