import { ProductType, ProductVariationType } from '../../catalog';
import { bundlesFrom } from '../domain/bundle-stock';
import type { StockRow } from '../persistence/stock.read-model';

/** Units as far as they concern whoever shows them. */
export type ShownStock = Omit<StockRow, 'variationId'>;

/** Stock of a product's variations, and of what may be part of it, by their ids. */
export type ProductStock = ReadonlyMap<string, ShownStock>;

/** What a variation has of which nothing was ever counted. */
export const NO_STOCK: ShownStock = { onHand: 0, reserved: 0, available: 0 };

const stockIds = new WeakMap<ProductType, readonly string[]>();

/**
 * The variations whose stock decides what is shown of a product: its own, and those that may be part of it. Products do
 * not change, so it is worked out once for each.
 */
export function stockIdsOf(product: ProductType): readonly string[] {
  const known = stockIds.get(product);
  if (known) return known;
  const { variations, bundle } = product;
  const parts = bundle?.definition.choices.flatMap(({ options }) => options) ?? [];
  const ids = [...variations.map(({ id }) => id), ...parts.map(({ variationId }) => variationId)];
  stockIds.set(product, ids);
  return ids;
}

/** A product's stock, of that of its variations and parts. A bundle has none of its own: its parts make it available. */
export function stockOf({ variations, bundle }: ProductType, levels: ProductStock): ProductStock {
  if (!bundle) return levels;
  const { choices } = bundle.definition;
  const available = bundlesFrom(choices, (id) => levels.get(id)?.available ?? 0);
  const stock = new Map(levels);
  for (const { id } of variations) stock.set(id, { ...(levels.get(id) ?? NO_STOCK), available });
  return stock;
}

/** Units that are held for whoever is shown a product, by variation. */
const held = new WeakMap<ProductType, ReadonlyMap<string, number>>();

/**
 * The variation as it is shown to somebody for whom units are held: to them these are available. Products are shared
 * among requests, so this is a copy; nothing is read for it.
 */
export function withOwnHold(
  variation: ProductVariationType,
  units: ReadonlyMap<string, number>,
): ProductVariationType {
  if (!stockIdsOf(variation.product).some((id) => units.has(id))) return variation;
  const product = Object.assign(new ProductType(), variation.product);
  const variations = variation.product.variations.map((each) =>
    Object.assign(new ProductVariationType(), { ...each, product }),
  );
  held.set(Object.assign(product, { variations }), units);
  return variations.find(({ id }) => id === variation.id) ?? variation;
}

/** Levels as they are to whoever is shown the product. */
export function levelsFor(product: ProductType, levels: ProductStock): ProductStock {
  const units = held.get(product);
  return units ? withHeld(stockIdsOf(product), levels, units) : levels;
}

/** Levels of these variations, with what is held added to what is available. */
export function withHeld(
  ids: readonly string[],
  levels: ProductStock,
  units: ReadonlyMap<string, number>,
): ProductStock {
  return new Map(
    ids.map((id) => {
      const level = levels.get(id) ?? NO_STOCK;
      return [id, { ...level, available: level.available + (units.get(id) ?? 0) }];
    }),
  );
}
