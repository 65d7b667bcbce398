import DataLoader from 'dataloader';

import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { ShopSettingsReader } from '../../shop';
import type { CollectionReadModel, CollectionRow } from '../persistence/collection.read-model';
import type { ProductDocuments } from '../persistence/product-documents';
import { type ProductType, type ProductVariationType, toProductType } from './product.type';

/** The loaders of the catalog, each one statement per request however many ask. */
export interface CatalogLoaders {
  readonly productById: LoaderFactory<string, ProductType | undefined>;
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
  readonly collectionsByProduct: LoaderFactory<string, CollectionRow[]>;
  readonly productCountByCollection: LoaderFactory<string, number>;
}

/** Makes the loaders over the read models. */
export function createCatalogLoaders(
  documents: ProductDocuments,
  collections: CollectionReadModel,
  settings: ShopSettingsReader,
): CatalogLoaders {
  return {
    productById: () =>
      new DataLoader(async (ids) => {
        const { currencyCode } = await settings.read();
        const found = await documents.byIds(ids);
        return ids.map((id) => {
          const record = found.get(id);
          return record && toProductType(record, currencyCode);
        });
      }),
    variationById: () =>
      new DataLoader(async (ids) => {
        const { currencyCode } = await settings.read();
        const found = await documents.byVariations(ids);
        return ids.map((id) => {
          const record = found.get(id);
          const product = record && toProductType(record, currencyCode);
          return product?.variations.find((variation) => variation.id === id);
        });
      }),
    collectionsByProduct: () =>
      new DataLoader(async (ids) => {
        const rows = await collections.of(ids);
        const groups = Map.groupBy(rows, ({ productId }) => productId);
        return ids.map((id) => groups.get(id) ?? []);
      }),
    productCountByCollection: () =>
      new DataLoader(async (ids) => {
        const rows = await collections.productCounts(ids);
        const counts = new Map(rows.map(({ collectionId, count }) => [collectionId, count]));
        return ids.map((id) => counts.get(id) ?? 0);
      }),
  };
}
