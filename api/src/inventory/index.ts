export { createInventoryModule } from './inventory.module';
export { shortage } from './domain/allocation';
export { type LineDemand, stockDemand } from './domain/stock-demand';
export type { StockKeeper } from './stock-keeper';
export {
  type ProductStock,
  stockIdsOf,
  stockOf,
  withHeld,
  withOwnHold,
} from './graphql/product-stock';
export type { StockLoader } from './graphql/stock.resolver';
export type { StockReadModel, StockRow } from './persistence/stock.read-model';
