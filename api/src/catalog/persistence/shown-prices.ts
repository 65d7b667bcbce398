import type { Transaction } from '../../platform/database/transaction';
import type { BundlePriceRule } from '../domain/bundle';
import type { ProductDocumentWriter } from './product-document.writer';

/** What a variation costs before any price list, and what shoppers are shown. */
export interface VariationPrice {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  readonly shownPriceMinor: bigint;
  /** Of a bundle whose price is made of its parts: the rule, and what the parts cost that it has by default. */
  readonly bundle: BundlePrice | undefined;
}

/** What the price of a bundle is made of. */
export interface BundlePrice {
  readonly rule: Exclude<BundlePriceRule, { readonly kind: 'FIXED' }>;
  readonly sumMinor: bigint;
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
  readonly bundleKind: 'SUM' | 'PERCENT_OFF' | null;
  readonly bundleOffPpm: number | null;
  readonly bundleSumMinor: string;
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
         coalesce(v.list_price_minor, p.base_price_minor + v.price_modifier_minor) AS "shownPriceMinor",
         b.price_kind AS "bundleKind", b.off_ppm AS "bundleOffPpm", (
           SELECT coalesce(sum(o.default_units
             * coalesce(part.list_price_minor, whole.base_price_minor + part.price_modifier_minor)), 0)
           FROM bundle_option o
           JOIN product_variation part ON part.id = o.variation_id
           JOIN product whole ON whole.id = part.product_id
           WHERE o.product_id = b.product_id
         )::text AS "bundleSumMinor"
       FROM product p JOIN product_variation v ON v.product_id = p.id
       LEFT JOIN product_bundle b ON b.product_id = p.id AND b.price_kind <> 'FIXED'
       WHERE $1::uuid[] IS NULL OR p.id = ANY($1) ORDER BY v.product_id, v.position`,
      [ids],
    );
    return rows.map((row) => ({
      productId: row.productId,
      variationId: row.variationId,
      basePriceMinor: BigInt(row.basePriceMinor),
      shownPriceMinor: BigInt(row.shownPriceMinor),
      bundle: bundlePriceOf(row),
    }));
  }

  /** The bundles whose price is made of their parts, of which some belong to these products; or all such bundles. */
  async bundlesOf(tx: Transaction, productIds: readonly string[] | 'all'): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT DISTINCT b.product_id AS id
       FROM product_bundle b
       JOIN bundle_option o ON o.product_id = b.product_id
       JOIN product_variation v ON v.id = o.variation_id
       WHERE b.price_kind <> 'FIXED' AND ($1::uuid[] IS NULL OR v.product_id = ANY($1))`,
      [productIds === 'all' ? null : productIds],
    );
    return rows.map(({ id }) => id);
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

function bundlePriceOf({
  bundleKind,
  bundleOffPpm,
  bundleSumMinor,
}: RawPrice): BundlePrice | undefined {
  if (!bundleKind) return undefined;
  const sumMinor = BigInt(bundleSumMinor);
  if (bundleKind === 'SUM') return { rule: { kind: 'SUM' }, sumMinor };
  return { rule: { kind: 'PERCENT_OFF', offPpm: bundleOffPpm ?? 0 }, sumMinor };
}
