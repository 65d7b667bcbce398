export { createInventoryModule } from './inventory.module';
export { shortage } from './domain/allocation';
export type { StockKeeper } from './stock-keeper';
export type { StockReadModel } from './persistence/stock.read-model';
