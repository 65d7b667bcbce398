import DataLoader from 'dataloader';

import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { CollectionReadModel, CollectionRow } from '../persistence/collection.read-model';
import type { ProductReadModel } from '../persistence/product.read-model';
import type {
  OptionRow,
  ProductImageRow,
  ProductPartsReadModel,
} from '../persistence/product-parts.read-model';
import { type ProductType, toProductType } from './product.type';
import { type ProductVariationType, toProductVariationType } from './variation.type';

/** The loaders of the catalog, each one statement per request however many ask. */
export interface CatalogLoaders {
  readonly productById: LoaderFactory<string, ProductType | undefined>;
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
  readonly variationsByProduct: LoaderFactory<string, ProductVariationType[]>;
  readonly optionsByProduct: LoaderFactory<string, OptionRow[]>;
  readonly imagesByProduct: LoaderFactory<string, ProductImageRow[]>;
  readonly collectionsByProduct: LoaderFactory<string, CollectionRow[]>;
  readonly productCountByCollection: LoaderFactory<string, number>;
}

function grouped<R extends { readonly productId: string }>(
  read: (productIds: readonly string[]) => Promise<R[]>,
): LoaderFactory<string, R[]> {
  return () =>
    new DataLoader(async (ids) => {
      const groups = Map.groupBy(await read(ids), ({ productId }) => productId);
      return ids.map((id) => groups.get(id) ?? []);
    });
}

/** Makes the loaders over the read models. */
export function createCatalogLoaders(
  products: ProductReadModel,
  parts: ProductPartsReadModel,
  collections: CollectionReadModel,
): CatalogLoaders {
  return {
    productById: () =>
      new DataLoader(async (ids) => {
        const found = (await products.byIds(ids)).map(toProductType);
        const byId = new Map(found.map((product) => [product.id, product]));
        return ids.map((id) => byId.get(id));
      }),
    variationById: () =>
      new DataLoader(async (ids) => {
        const found = await parts.variationsByIds(ids);
        return ids.map((id) => {
          const row = found.get(id);
          return row && toProductVariationType(row);
        });
      }),
    variationsByProduct: grouped(async (ids) =>
      (await parts.variationsOf(ids)).map(toProductVariationType),
    ),
    optionsByProduct: grouped((ids) => parts.optionsOf(ids)),
    imagesByProduct: grouped((ids) => parts.imagesOf(ids)),
    collectionsByProduct: grouped((ids) => collections.of(ids)),
    productCountByCollection: () =>
      new DataLoader(async (ids) => {
        const rows = await collections.productCounts(ids);
        const counts = new Map(rows.map(({ collectionId, count }) => [collectionId, count]));
        return ids.map((id) => counts.get(id) ?? 0);
      }),
  };
}
