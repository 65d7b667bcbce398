import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';

/** A cart that was left behind, and who agreed to be reminded of it. */
export interface LeftCart {
  readonly cartId: string;
  readonly email: string;
}

/** Older carts are left in peace. */
const OLDEST_DAYS = 14;
/** So long nobody is reminded of the same cart again. */
const PAUSE_DAYS = 30;

/** A cart with goods in it that were neither bought nor are being paid, of somebody who buys nothing else meanwhile. */
const LEFT = `EXISTS (SELECT 1 FROM cart_line l WHERE l.cart_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM checkout k WHERE k.cart_id = c.id
    AND k.status IN ('PAYMENT_PENDING', 'PAYMENT_CONFIRMED', 'ORDER_CREATED'))
  AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.placed_at >= c.updated_at
    AND (o.customer_id = c.customer_id OR lower(o.email) = m.email))`;

const OF_CUSTOMERS = `marketing_consent m JOIN customer u ON u.email = m.email JOIN cart c ON c.customer_id = u.id`;
const OF_GUESTS = `marketing_consent m JOIN cart c ON c.id = m.cart_id AND c.customer_id IS NULL`;

/** Reads carts that were left behind, and remembers which were told of. */
export class AbandonedCarts {
  constructor(private readonly dataSource: DataSource) {}

  /** Marks carts that nobody touched for so long as told of, each once in a while, and returns them. */
  take(
    tx: Transaction,
    idleHours: number,
    now: Date,
    limit: number,
  ): Promise<(LeftCart & { readonly version: number })[]> {
    const found = (source: string): string =>
      `SELECT c.id, c.version, m.email FROM ${source}
       WHERE m.accepts AND c.updated_at <= $1::timestamptz - make_interval(hours => $2)
         AND c.updated_at > $1::timestamptz - make_interval(days => ${OLDEST_DAYS}, hours => $2)
         AND ${LEFT}
         AND NOT EXISTS (SELECT 1 FROM cart_reminder r WHERE r.cart_id = c.id
           AND r.reminded_at > $1::timestamptz - make_interval(days => ${PAUSE_DAYS}))`;
    return tx.manager.query(
      `WITH found AS (
         SELECT DISTINCT ON (id) id, version, email FROM (${found(OF_CUSTOMERS)} UNION ALL ${found(OF_GUESTS)}) f
         ORDER BY id LIMIT $3
       ), marked AS (
         INSERT INTO cart_reminder (cart_id, reminded_at) SELECT id, $1 FROM found ORDER BY id
         ON CONFLICT (cart_id) DO UPDATE SET reminded_at = excluded.reminded_at
           WHERE cart_reminder.reminded_at <= excluded.reminded_at - make_interval(days => ${PAUSE_DAYS})
         RETURNING cart_id
       )
       SELECT f.id AS "cartId", f.version, f.email FROM found f JOIN marked ON marked.cart_id = f.id`,
      [now, idleHours, limit],
    );
  }

  /** Whether a cart is still as it was left, and its owner still wants to hear of it. */
  async isStillLeft({ cartId, email }: LeftCart, version: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM marketing_consent m JOIN cart c ON c.id = $1
       WHERE m.email = $2 AND m.accepts AND c.version = $3 AND ${LEFT}`,
      [cartId, email, version],
    );
    return rows.length > 0;
  }

  /** Forgets reminders of carts that are gone. */
  async forget(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM cart_reminder r WHERE NOT EXISTS (SELECT 1 FROM cart c WHERE c.id = r.cart_id)`,
    );
  }
}
