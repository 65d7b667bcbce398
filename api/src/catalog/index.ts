export type { CatalogReader, CatalogVariation } from './catalog-reader';
export { createCatalogModule, type CatalogModule } from './catalog.module';
export type { ProductInput } from './commands/product-input';
export { chooseParts, defaultParts, isOffered } from './domain/bundle';
export { listingTag, productTag } from './domain/catalog-tags';
export { slugOf } from './domain/slug';
export { ProductType, ProductVariationType, type ShownVariation } from './graphql/product.type';
export { CollectionEntity, CollectionProductEntity } from './persistence/collection.entity';
export {
  OptionValueEntity,
  ProductEntity,
  ProductImageEntity,
  ProductOptionEntity,
  ProductVariationEntity,
  VariationOptionValueEntity,
} from './persistence/product.entity';
export type { VariationPrice } from './persistence/shown-prices';
