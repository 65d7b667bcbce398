import type { Transaction } from '../platform/database/transaction';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import type { CatalogReader } from './catalog-reader';
import { ChangeBundle } from './commands/change-bundle';
import { ChangeMembers } from './commands/change-members';
import { SetWeights } from './commands/set-weights';
import { UpdateProduct } from './commands/update-product';
import { UpsertCollections } from './commands/upsert-collections';
import { UpsertProducts } from './commands/upsert-products';
import { BundleOptionResolver, BundleResolver } from './graphql/bundle.resolver';
import { type CatalogLoaders, createCatalogLoaders } from './graphql/catalog.loaders';
import { CatalogEditsResolver } from './graphql/catalog-edits.resolver';
import { CollectionResolver } from './graphql/collection.resolver';
import { ProductResolver } from './graphql/product.resolver';
import { createShownVariation, type ShownVariation } from './graphql/product.type';
import { ProductFieldsResolver } from './graphql/product-fields.resolver';
import { BundleRepository } from './persistence/bundle.repository';
import { CollectionReadModel } from './persistence/collection.read-model';
import { CollectionRepository } from './persistence/collection.repository';
import { GiftCardProducts } from './persistence/gift-card-products';
import { MembershipRepository } from './persistence/membership.repository';
import { type OnProductsWritten, ProductRepository } from './persistence/product.repository';
import { ProductDocumentWriter } from './persistence/product-document.writer';
import { ProductDocuments } from './persistence/product-documents';
import { ShownPrices } from './persistence/shown-prices';

/** What the catalog offers to other modules. */
export interface CatalogModule
  extends ModuleParts, Pick<CatalogLoaders, 'productById' | 'variationById'> {
  readonly reader: CatalogReader;
  readonly shownVariation: ShownVariation;
  /** What shoppers are shown of prices, for the module that decides about them. */
  readonly prices: ShownPrices;
  /** From now on the listener hears of all products that are made or changed, in the same transaction. */
  onProductsWritten(listener: OnProductsWritten): void;
  readonly bundles: ChangeBundle;
  /** Says which products are gift cards. */
  readonly giftCards: GiftCardProducts;
  readonly upsertProducts: UpsertProducts;
  readonly upsertCollections: UpsertCollections;
  /** Those of these slugs that have a product. */
  existingSlugs(slugs: readonly string[]): Promise<string[]>;
  /** Takes over, in the caller's transaction, what has changed about a picture. */
  readonly pictureChanged: (tx: Transaction, assetId: string) => Promise<void>;
  /** The ids of the variations that have these SKUs. */
  idsBySku(tx: Transaction, skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The slug of the product that has a SKU, for each of these that is taken. */
  slugsBySku(tx: Transaction, skus: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Wires products and collections. */
export function createCatalogModule(
  { dataSource, transactions, clock }: Platform,
  { settings }: { readonly settings: ShopSettingsReader },
): CatalogModule {
  const documents = new ProductDocuments(dataSource);
  const collections = new CollectionReadModel(dataSource);
  const writer = new ProductDocumentWriter();
  const members = new MembershipRepository();
  const repository = new ProductRepository(writer, members);
  const collectionRepository = new CollectionRepository();
  const bundles = new ChangeBundle(
    transactions,
    repository,
    new BundleRepository(),
    documents,
    clock,
  );
  const loaders = createCatalogLoaders(documents, collections, settings);
  return {
    resolvers: [
      new ProductResolver(documents, loaders, settings),
      new ProductFieldsResolver(loaders),
      new BundleResolver(bundles, loaders),
      new BundleOptionResolver(loaders),
      new CollectionResolver(collections, loaders),
      new CatalogEditsResolver(
        new UpdateProduct(transactions, repository, settings, clock),
        new ChangeMembers(transactions, members),
        new SetWeights(transactions, writer),
        collections,
        loaders,
      ),
    ],
    reader: documents,
    shownVariation: createShownVariation((variation) => documents.productOf(variation)),
    prices: new ShownPrices(writer),
    onProductsWritten: (listener) => repository.onWritten(listener),
    productById: loaders.productById,
    variationById: loaders.variationById,
    bundles,
    giftCards: new GiftCardProducts(writer),
    upsertProducts: new UpsertProducts(repository, clock),
    upsertCollections: new UpsertCollections(collectionRepository),
    existingSlugs: (slugs) => documents.existingSlugs(slugs),
    pictureChanged: async (tx, assetId) => {
      await writer.rewriteShowing(tx, assetId);
      await collectionRepository.pictureChanged(tx, assetId);
    },
    idsBySku: (tx, skus) => repository.idsBySku(tx, skus),
    slugsBySku: (tx, skus) => repository.slugsBySku(tx, skus),
  };
}
