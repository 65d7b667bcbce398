import type { ProductType } from '../../catalog';
import type { ProductStock, StockLoader, StockRow } from '../../inventory';
import type { LoaderScope } from '../../platform/graphql/loader-scope';

/** What is known of stock where a cart is shown. */
export interface KnownStock {
  /** Units that the cart's own checkout holds, by variation. */
  readonly held: ReadonlyMap<string, number>;
  /** Stock that was read already. */
  readonly levels: readonly StockRow[];
}

const NONE = { onHand: 0, reserved: 0, available: 0 };

/**
 * Lets everything that shows stock in this request count what the cart's own checkout holds as available: it is, to
 * this shopper. Stock that was read already is not read again; without a hold nothing is read here at all.
 */
export async function makeOwnStockKnown(
  scope: LoaderScope,
  loader: StockLoader,
  products: Iterable<ProductType>,
  { held, levels }: KnownStock,
): Promise<void> {
  const read = new Map(levels.map((level) => [level.variationId, level]));
  const distinct = new Map([...products].map((product) => [product.id, product]));
  await Promise.all(
    [...distinct.values()].map(async (product) => {
      const ids = product.variations.map(({ id }) => id);
      const isRead = ids.every((id) => read.has(id));
      if (!isRead && !ids.some((id) => held.has(id))) return;
      const stock: ProductStock = isRead ? read : await scope.get(loader).load(product);
      scope.seed(loader, product, withHeld(ids, stock, held));
    }),
  );
}

function withHeld(
  ids: readonly string[],
  stock: ProductStock,
  held: ReadonlyMap<string, number>,
): ProductStock {
  return new Map(
    ids.map((id) => {
      const level = stock.get(id) ?? NONE;
      return [id, { ...level, available: level.available + (held.get(id) ?? 0) }];
    }),
  );
}
