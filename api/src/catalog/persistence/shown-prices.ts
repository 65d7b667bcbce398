import type { Transaction } from '../../platform/database/transaction';
import type { ProductDocumentWriter } from './product-document.writer';

/** What a variation costs before any price list, and what shoppers are shown. */
export interface VariationPrice {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  readonly shownPriceMinor: bigint;
}

/** What shoppers shall be shown instead. */
export interface ShownPrice {
  readonly productId: string;
  readonly variationId: string;
  /** Absent where the base price holds. */
  readonly listPriceMinor: bigint | undefined;
  /** What a reduction is shown against. */
  readonly priorPriceMinor: bigint | undefined;
}

/** Products and variations that somebody names. */
export interface NamedGoods {
  readonly productIds: readonly string[];
  readonly variationIds: readonly string[];
}

interface RawPrice {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: string;
  readonly shownPriceMinor: string;
}

/** The prices that shoppers are shown, for whoever decides about them. */
export class ShownPrices {
  constructor(private readonly documents: ProductDocumentWriter) {}

  /** The prices of these products or of all; the products stay as they are until the transaction ends. */
  async lock(tx: Transaction, productIds: readonly string[] | 'all'): Promise<VariationPrice[]> {
    const ids = productIds === 'all' ? null : productIds;
    // First the lock, then what is locked: a statement sees what was committed when it began.
    await tx.manager.query(
      `SELECT 1 FROM product WHERE $1::uuid[] IS NULL OR id = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
    const rows: RawPrice[] = await tx.manager.query(
      `SELECT v.product_id AS "productId", v.id AS "variationId",
         p.base_price_minor + v.price_modifier_minor AS "basePriceMinor",
         coalesce(v.list_price_minor, p.base_price_minor + v.price_modifier_minor) AS "shownPriceMinor"
       FROM product p JOIN product_variation v ON v.product_id = p.id
       WHERE $1::uuid[] IS NULL OR p.id = ANY($1) ORDER BY v.product_id, v.position`,
      [ids],
    );
    return rows.map((row) => ({
      ...row,
      basePriceMinor: BigInt(row.basePriceMinor),
      shownPriceMinor: BigInt(row.shownPriceMinor),
    }));
  }

  /** The variations that exist among those named, by themselves or by their products. */
  named(
    tx: Transaction,
    { productIds, variationIds }: NamedGoods,
  ): Promise<{ productId: string; variationId: string }[]> {
    return tx.manager.query(
      `SELECT product_id AS "productId", id AS "variationId" FROM product_variation
       WHERE product_id = ANY($1) OR id = ANY($2)`,
      [productIds, variationIds],
    );
  }

  /** Shows these prices from the commit on, in lists, on pages and in their order. */
  async show(tx: Transaction, prices: readonly ShownPrice[]): Promise<void> {
    await tx.manager.query(
      `UPDATE product_variation v
       SET list_price_minor = s.list_price, prior_price_minor = s.prior_price
       FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS s(id, list_price, prior_price)
       WHERE v.id = s.id`,
      [
        prices.map(({ variationId }) => variationId),
        prices.map(({ listPriceMinor }) => listPriceMinor?.toString() ?? null),
        prices.map(({ priorPriceMinor }) => priorPriceMinor?.toString() ?? null),
      ],
    );
    const productIds = [...new Set(prices.map(({ productId }) => productId))];
    await setPriceRanges(tx, productIds);
    await this.documents.rewrite(tx, productIds);
  }
}

/** Makes the range of products' prices what those of their variations span. */
export async function setPriceRanges(
  tx: Transaction,
  productIds: readonly string[],
): Promise<void> {
  await tx.manager.query(
    `UPDATE product p SET lowest_price_minor = r.lowest, highest_price_minor = r.highest
     FROM (
       SELECT v.product_id, min(price) AS lowest, max(price) AS highest
       FROM product_variation v JOIN product p ON p.id = v.product_id
       CROSS JOIN LATERAL (
         SELECT coalesce(v.list_price_minor, p.base_price_minor + v.price_modifier_minor) AS price
       ) shown
       WHERE v.product_id = ANY($1) GROUP BY v.product_id
     ) r
     WHERE p.id = r.product_id
       AND (p.lowest_price_minor, p.highest_price_minor) IS DISTINCT FROM (r.lowest, r.highest)`,
    [productIds],
  );
}
