export type { CatalogReader, CatalogVariation } from './catalog-reader';
export { ProductType } from './graphql/product.type';
export { ProductVariationType } from './graphql/variation.type';
