import type { Transaction } from '../platform/database/transaction';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import type { CatalogReader } from './catalog-reader';
import { UpsertCollections } from './commands/upsert-collections';
import { UpsertProducts } from './commands/upsert-products';
import { type CatalogLoaders, createCatalogLoaders } from './graphql/catalog.loaders';
import { CollectionResolver } from './graphql/collection.resolver';
import { ProductResolver } from './graphql/product.resolver';
import { ProductFieldsResolver, VariationFieldsResolver } from './graphql/product-fields.resolver';
import { CollectionReadModel } from './persistence/collection.read-model';
import { CollectionRepository } from './persistence/collection.repository';
import { ProductReadModel } from './persistence/product.read-model';
import { ProductRepository } from './persistence/product.repository';
import { ProductPartsReadModel } from './persistence/product-parts.read-model';

/** What the catalog offers to other modules. */
export interface CatalogModule
  extends ModuleParts, Pick<CatalogLoaders, 'productById' | 'variationById'> {
  readonly reader: CatalogReader;
  readonly upsertProducts: UpsertProducts;
  readonly upsertCollections: UpsertCollections;
  /** Those of these slugs that have a product. */
  existingSlugs(slugs: readonly string[]): Promise<string[]>;
  /** The slug of the product that has a SKU, for each of these that is taken. */
  slugsBySku(tx: Transaction, skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Wires products and collections. */
export function createCatalogModule(
  { dataSource, clock }: Platform,
  { settings }: { readonly settings: ShopSettingsReader },
): CatalogModule {
  const products = new ProductReadModel(dataSource);
  const parts = new ProductPartsReadModel(dataSource);
  const collections = new CollectionReadModel(dataSource);
  const repository = new ProductRepository();
  const loaders = createCatalogLoaders(products, parts, collections);
  return {
    resolvers: [
      new ProductResolver(products, loaders),
      new ProductFieldsResolver(loaders, settings),
      new VariationFieldsResolver(loaders, settings),
      new CollectionResolver(collections, loaders),
    ],
    reader: parts,
    productById: loaders.productById,
    variationById: loaders.variationById,
    upsertProducts: new UpsertProducts(repository, clock),
    upsertCollections: new UpsertCollections(new CollectionRepository()),
    existingSlugs: (slugs) => products.existingSlugs(slugs),
    slugsBySku: (tx, skus) => repository.slugsBySku(tx, skus),
  };
}
