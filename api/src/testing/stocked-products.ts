import { accepted } from '../kernel/result';
import type { TestApp } from './test-app';

/** A product of one variation, with only what matters to a test. */
export interface StockedProduct {
  readonly sku: string;
  readonly priceMinor?: number;
  readonly onHand?: number;
}

/** Puts products on the shelf; returns the id of each one's variation by SKU. */
export async function stockProducts(
  test: TestApp,
  ...products: readonly StockedProduct[]
): Promise<Record<string, string>> {
  const { catalog, inventory } = test.app.modules;
  const ids: Record<string, string> = {};
  const result = await test.app.platform.transactions.run(async (tx) => {
    const made = await catalog.upsertProducts.run(
      tx,
      products.map(({ sku, priceMinor = 1_000 }) => ({
        title: `Product ${sku}`,
        slug: sku.toLowerCase(),
        basePriceMinor: priceMinor,
        variations: [{ sku }],
      })),
    );
    if (!made.ok) return made;
    for (const { variations } of made.value) {
      for (const { id, sku } of variations) ids[sku] = id;
    }
    const counts = products.map(({ sku, onHand = 100 }) => ({
      variationId: ids[sku] ?? '',
      onHand,
    }));
    await inventory.stock.setOnHand(tx, counts, { kind: 'RECEIPT', actor: { kind: 'system' } });
    return accepted(null);
  });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return ids;
}
