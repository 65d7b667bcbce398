import type { CatalogReader, ProductVariationType } from '../catalog';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { ModuleParts, Platform } from '../platform/module';
import { AdjustStock } from './commands/adjust-stock';
import {
  createStockLoader,
  ProductStockResolver,
  type StockLoader,
  StockResolver,
  VariationStockResolver,
} from './graphql/stock.resolver';
import { VariationWatch } from './graphql/variation-watch';
import { VariationWatchResolver } from './graphql/variation-watch.resolver';
import { StockReadModel } from './persistence/stock.read-model';
import { StockRepository } from './persistence/stock.repository';
import { StockKeeper } from './stock-keeper';

export interface InventoryDependencies {
  readonly catalog: CatalogReader;
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
}

/** Wires stock levels, reservations and their ledger. */
export function createInventoryModule(
  platform: Platform,
  { catalog, variationById }: InventoryDependencies,
): ModuleParts & {
  readonly stock: StockKeeper;
  readonly levels: StockReadModel;
  readonly stockByProduct: StockLoader;
} {
  const levels = new StockReadModel(platform.dataSource);
  const stock = new StockKeeper(new StockRepository(), platform.clock);
  const loader = createStockLoader(levels);
  const watch = new VariationWatch(platform.changes, { variationById, stock: loader }, (error) =>
    platform.log.warn({ err: error }, 'watched variations could not be read; trying again'),
  );
  const adjustStock = new AdjustStock(platform.transactions, stock, levels, catalog);
  return {
    resolvers: [
      new VariationStockResolver(loader),
      new ProductStockResolver(loader),
      new StockResolver(levels, adjustStock, variationById),
      new VariationWatchResolver(watch),
    ],
    stock,
    levels,
    stockByProduct: loader,
  };
}
