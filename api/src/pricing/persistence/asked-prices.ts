import type { Transaction } from '../../platform/database/transaction';
import type { PriceRule } from '../domain/price-rules';
import { comparedSince, type PastPrice } from '../domain/prior-price';
import { type RuleTerms, toTerms } from './price-list.repository';

/** A price that is asked from now on. */
export interface AskedPrice {
  readonly variationId: string;
  readonly priceMinor: bigint;
}

type RuleRow = Omit<PriceRule, 'terms'> & RuleTerms;

/** Which prices everybody is asked, and was asked before. */
export class AskedPrices {
  /** What the lists in force say to everybody who buys a single unit, in the shop's currency. */
  async rulesForAll(tx: Transaction): Promise<PriceRule[]> {
    const rows: RuleRow[] = await tx.manager.query(
      `SELECT r.price_list_id AS "priceListId", r.product_id AS "productId",
         r.variation_id AS "variationId", l.priority, l.customer_group AS "customerGroup",
         r.min_quantity AS "minQuantity", r.price_minor::text AS "priceMinor", r.off_ppm AS "offPpm"
       FROM price_list l JOIN price_rule r ON r.price_list_id = l.id
       WHERE l.in_force AND l.customer_group IS NULL AND r.min_quantity = 1
         AND l.currency_code = (SELECT currency_code FROM shop)`,
    );
    return rows.map(({ priceMinor, offPpm, ...rule }) => ({
      ...rule,
      terms: toTerms({ priceMinor, offPpm }),
    }));
  }

  /** What is asked for these variations, as far as it has been written down. */
  async current(
    tx: Transaction,
    variationIds: readonly string[],
  ): Promise<ReadonlyMap<string, bigint>> {
    const rows: { variationId: string; priceMinor: string }[] = await tx.manager.query(
      `SELECT variation_id AS "variationId", price_minor::text AS "priceMinor" FROM asked_price
       WHERE variation_id = ANY($1) AND shown_until IS NULL`,
      [variationIds],
    );
    return new Map(rows.map(({ variationId, priceMinor }) => [variationId, BigInt(priceMinor)]));
  }

  /** Writes down that other prices are asked from now on, and forgets what nobody compares with any more. */
  async change(tx: Transaction, prices: readonly AskedPrice[], now: Date): Promise<void> {
    const parameters = [
      prices.map(({ variationId }) => variationId),
      prices.map(({ priceMinor }) => priceMinor.toString()),
    ];
    await tx.manager.query(
      `UPDATE asked_price SET shown_until = $2 WHERE variation_id = ANY($1) AND shown_until IS NULL`,
      [parameters[0], now],
    );
    await tx.manager.query(
      `DELETE FROM asked_price WHERE variation_id = ANY($1) AND shown_until <= $2`,
      [parameters[0], comparedSince(now)],
    );
    await tx.manager.query(
      `INSERT INTO asked_price (variation_id, price_minor)
       SELECT a.id, a.price FROM unnest($1::uuid[], $2::bigint[]) AS a(id, price)`,
      parameters,
    );
  }

  /** Forgets what was ever asked for these variations. */
  async forget(tx: Transaction, variationIds: readonly string[]): Promise<void> {
    await tx.manager.query(`DELETE FROM asked_price WHERE variation_id = ANY($1)`, [variationIds]);
  }

  /** What was asked for these variations and ended after an instant. */
  async endedAfter(
    tx: Transaction,
    variationIds: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, PastPrice[]>> {
    const rows: { variationId: string; priceMinor: string; shownUntil: Date }[] =
      await tx.manager.query(
        `SELECT variation_id AS "variationId", price_minor::text AS "priceMinor",
           shown_until AS "shownUntil"
         FROM asked_price WHERE variation_id = ANY($1) AND shown_until > $2`,
        [variationIds, since],
      );
    const past = rows.map((row) => ({ ...row, priceMinor: BigInt(row.priceMinor) }));
    return Map.groupBy(past, ({ variationId }) => variationId);
  }
}
