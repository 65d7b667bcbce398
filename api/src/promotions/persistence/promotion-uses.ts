import type { EntityManager } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';

/** By what a buyer is recognised. */
export interface UsingBuyer {
  readonly customerId: string | undefined;
  readonly email: string | undefined;
  /** Uses of this cart's open checkout are the buyer's to have. */
  readonly cartId: string | undefined;
}

/** A promotion that is asked about, with the code that opened it. */
export interface AskedPromotion {
  readonly promotionId: string;
  readonly code?: string | undefined;
}

/** How often a promotion has been used. */
export interface PromotionUsage {
  readonly promotionId: string;
  readonly total: number;
  readonly ofCode: number;
  readonly own: number;
}

/** A promotion that a checkout wants to use. */
export interface WantedUse extends AskedPromotion {
  readonly amountMinor: bigint;
}

/** Who uses it, for which checkout. */
export interface UsingCheckout {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | null;
  readonly email: string | null;
}

/** The order that uses it, and the checkout that it was. */
export interface UsingOrder {
  readonly id: string;
  readonly checkoutId: string;
}

/**
 * What may be used a limited number of times is counted under a lock on its name, so that of two who come for the last
 * use one waits and then counts the other's. All locks are taken in one order: nobody waits in a circle.
 */
const LOCK = `
  SELECT pg_advisory_xact_lock(locks.key) FROM (
    SELECT DISTINCT hashtextextended(lock.name, 0) AS key
    FROM unnest($1::uuid[], $2::text[]) AS w(promotion_id, code)
    JOIN promotion p ON p.id = w.promotion_id
    LEFT JOIN coupon_code c ON c.code = w.code
    CROSS JOIN LATERAL (VALUES
      (CASE WHEN p.usage_limit IS NOT NULL THEN concat('promotion ', p.id) END),
      (CASE WHEN c.usage_limit IS NOT NULL THEN concat('coupon ', c.code) END),
      (CASE WHEN p.customer_limit IS NOT NULL AND $3::text <> '' THEN concat('promotion ', p.id, ' of ', $3::text) END),
      (CASE WHEN p.customer_limit IS NOT NULL THEN concat('promotion ', p.id, ' of ', email_key($4)) END)
    ) AS lock(name)
    WHERE lock.name IS NOT NULL ORDER BY key
  ) AS locks`;

const CLAIM = `
  INSERT INTO promotion_use
    (checkout_id, promotion_id, cart_id, code, customer_id, email_key, amount_minor, used_at)
  SELECT $4, w.promotion_id, $5, w.code, $6, email_key($7), w.amount_minor, $8
  FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS w(promotion_id, code, amount_minor)
  JOIN promotion p ON p.id = w.promotion_id
  LEFT JOIN coupon_code c ON c.code = w.code
  WHERE (p.usage_limit IS NULL OR p.usage_limit > (
      SELECT count(*) FROM promotion_use u WHERE u.promotion_id = p.id))
    AND (c.usage_limit IS NULL OR c.usage_limit > (
      SELECT count(*) FROM promotion_use u WHERE u.code = c.code))
    AND (p.customer_limit IS NULL OR p.customer_limit > (
      SELECT count(*) FROM promotion_use u WHERE u.promotion_id = p.id
        AND (u.customer_id = $6 OR u.email_key = email_key($7))))
  RETURNING promotion_id AS "promotionId"`;

/** Counts the uses of promotions. A use belongs to a locked checkout until the order is written. */
export class PromotionUses {
  /** How often each of these has been used, in their order; the buyer's own open checkout is left out. */
  usage(
    manager: EntityManager,
    asked: readonly AskedPromotion[],
    { customerId, email, cartId }: UsingBuyer,
  ): Promise<PromotionUsage[]> {
    return manager.query(
      `SELECT a.promotion_id AS "promotionId", n.total, n.own,
         (SELECT count(*)::int FROM promotion_use u WHERE u.code = a.code
            AND NOT (u.order_id IS NULL AND u.cart_id IS NOT DISTINCT FROM $5::uuid)) AS "ofCode"
       FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS a(promotion_id, code, position)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS total,
           (count(*) FILTER (WHERE u.customer_id = $3::uuid OR u.email_key = email_key($4)))::int AS own
         FROM promotion_use u WHERE u.promotion_id = a.promotion_id
           AND NOT (u.order_id IS NULL AND u.cart_id IS NOT DISTINCT FROM $5::uuid)
       ) AS n ORDER BY a.position`,
      [...askedColumns(asked), customerId ?? null, email ?? null, cartId ?? null],
    );
  }

  /** Uses promotions for a checkout, as far as their limits allow; returns which. */
  async claim(
    tx: Transaction,
    wanted: readonly WantedUse[],
    { id, cartId, customerId, email }: UsingCheckout,
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const columns = askedColumns(wanted);
    await tx.manager.query(LOCK, [...columns, customerId ?? '', email ?? '']);
    // A statement of its own: it sees what those before have committed while this one waited.
    const rows: { promotionId: string }[] = await tx.manager.query(CLAIM, [
      ...columns,
      wanted.map(({ amountMinor }) => amountMinor.toString()),
      id,
      cartId,
      customerId,
      email ?? '',
      now,
    ]);
    return new Set(rows.map(({ promotionId }) => promotionId));
  }

  /** Gives back what a checkout uses; an order keeps it. */
  async release(tx: Transaction, checkoutId: string): Promise<void> {
    await tx.manager.query(
      `DELETE FROM promotion_use WHERE checkout_id = $1 AND order_id IS NULL`,
      [checkoutId],
    );
  }

  /** Makes what a checkout uses its order's. */
  async keep(tx: Transaction, checkoutId: string, orderId: string): Promise<void> {
    await tx.manager.query(`UPDATE promotion_use SET order_id = $2 WHERE checkout_id = $1`, [
      checkoutId,
      orderId,
    ]);
  }

  /** Gives back what an order uses that was cancelled as a whole. A second call finds nothing left to give back. */
  async giveBack(tx: Transaction, order: UsingOrder): Promise<void> {
    await tx.manager.query(`DELETE FROM promotion_use WHERE checkout_id = $1 AND order_id = $2`, [
      order.checkoutId,
      order.id,
    ]);
  }
}

function askedColumns(asked: readonly AskedPromotion[]): unknown[][] {
  return [asked.map(({ promotionId }) => promotionId), asked.map(({ code }) => code ?? null)];
}
