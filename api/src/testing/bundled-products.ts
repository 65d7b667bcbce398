import { stockProducts } from './stocked-products';
import type { TestApp } from './test-app';

/** A set of a bundle: ids of variations with the units chosen by default. */
export interface BundledChoice {
  readonly name: string;
  readonly min: number;
  readonly max?: number;
  readonly options: Readonly<Record<string, number>>;
}

/** A product that is sold as a bundle, with only what matters to a test. */
export interface BundledProduct {
  readonly sku: string;
  readonly priceMinor?: number;
  readonly offPpm?: number;
  readonly kind?: 'SUM' | 'FIXED' | 'PERCENT_OFF';
  readonly choices: readonly BundledChoice[];
}

/** What a test has to know of a bundle. */
export interface MadeBundle {
  readonly productId: string;
  readonly variationId: string;
  /** Ids of its sets by name. */
  readonly choiceIds: Readonly<Record<string, string>>;
}

/** Makes a bundle that has never had stock of its own; the price is what its parts cost unless told otherwise. */
export async function makeBundle(
  test: TestApp,
  { sku, priceMinor, offPpm = 0, kind = 'SUM', choices }: BundledProduct,
): Promise<MadeBundle> {
  const { catalog } = test.app.modules;
  const ids = await stockProducts(test, { sku, onHand: 0, ...(priceMinor && { priceMinor }) });
  const variationId = ids[sku] ?? '';
  const [row] = await test.sql<{ id: string }>(
    `SELECT product_id AS id FROM product_variation WHERE id = '${variationId}'`,
  );
  const productId = row?.id ?? '';
  const made = await catalog.bundles.set({
    productId,
    expectedVersion: undefined,
    priceRule: kind === 'PERCENT_OFF' ? { kind, offPpm } : { kind },
    choices: choices.map(({ name, min, max = min, options }) => ({
      name,
      minUnits: min,
      maxUnits: max,
      options: Object.entries(options).map(([id, defaultUnits]) => ({
        variationId: id,
        defaultUnits,
      })),
    })),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  const sets = await test.sql<{ id: string; name: string }>(
    `SELECT id, name FROM bundle_choice WHERE product_id = '${productId}'`,
  );
  const choiceIds = Object.fromEntries(sets.map(({ name, id }) => [name, id]));
  return { productId, variationId, choiceIds };
}
