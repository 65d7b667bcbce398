import type { ProductType } from '../../catalog';
import {
  type ProductStock,
  stockIdsOf,
  type StockLoader,
  stockOf,
  type StockRow,
  withHeld,
} from '../../inventory';
import type { LoaderScope } from '../../platform/graphql/loader-scope';

/** What is known of stock where a cart is shown. */
export interface KnownStock {
  /** Units that the cart's own checkout holds, by variation. */
  readonly held: ReadonlyMap<string, number>;
  /** Stock that was read already. */
  readonly levels: readonly StockRow[];
}

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
      const ids = stockIdsOf(product);
      // A bundle's own variations have no levels: that of its parts is all there is to read.
      const isRead = ids.every((id) => read.has(id)) || hasAllParts(product, read);
      if (!isRead && !ids.some((id) => held.has(id))) return;
      const stock: ProductStock = isRead ? read : await scope.get(loader).load(product);
      scope.seed(loader, product, stockOf(product, withHeld(ids, stock, held)));
    }),
  );
}

function hasAllParts({ bundle }: ProductType, read: ProductStock): boolean {
  if (!bundle) return false;
  const options = bundle.definition.choices.flatMap((choice) => choice.options);
  return options.every(({ variationId }) => read.has(variationId));
}
