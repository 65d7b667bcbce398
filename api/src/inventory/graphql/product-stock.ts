import type { ProductType } from '../../catalog';
import { bundlesFrom } from '../domain/bundle-stock';
import type { StockRow } from '../persistence/stock.read-model';

/** Units as far as they concern whoever shows them. */
export type ShownStock = Omit<StockRow, 'variationId'>;

/** Stock of a product's variations, and of what may be part of it, by their ids. */
export type ProductStock = ReadonlyMap<string, ShownStock>;

/** What a variation has of which nothing was ever counted. */
export const NO_STOCK: ShownStock = { onHand: 0, reserved: 0, available: 0 };

/** The variations whose stock decides what is shown of a product: its own, and those that may be part of it. */
export function stockIdsOf({ variations, bundle }: ProductType): string[] {
  const ids = variations.map(({ id }) => id);
  if (!bundle) return ids;
  const parts = bundle.definition.choices.flatMap(({ options }) => options);
  return [...ids, ...parts.map(({ variationId }) => variationId)];
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
