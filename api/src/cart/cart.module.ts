import type { CatalogReader, ProductVariationType } from '../catalog';
import type { StockReadModel } from '../inventory';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import { CartReader } from './cart-reader';
import { ChangeCart } from './commands/change-cart';
import { MergeCarts } from './commands/merge-carts';
import { CartResolver } from './graphql/cart.resolver';
import { CartFieldsResolver, CartLineFieldsResolver } from './graphql/cart-fields.resolver';
import { CartRepository } from './persistence/cart.repository';

/** A guest's cart that nobody touched for so long is forgotten; its cookie has ended by then. */
const GUEST_CART_DAYS = 31;

export interface CartDependencies {
  readonly catalog: CatalogReader;
  readonly variationById: LoaderFactory<string, ProductVariationType | undefined>;
  readonly stock: StockReadModel;
  readonly settings: ShopSettingsReader;
}

/** Wires open baskets. */
export function createCartModule(platform: Platform, dependencies: CartDependencies) {
  const { dataSource, transactions, clock } = platform;
  const { catalog, stock, settings, variationById } = dependencies;
  const carts = new CartRepository(dataSource);
  const reader = new CartReader(dataSource, carts, catalog);
  const change = new ChangeCart(transactions, carts, catalog, stock, dataSource, clock);
  return {
    carts,
    reader,
    merge: new MergeCarts(carts, catalog, stock, clock),
    resolvers: [
      new CartResolver(change, reader, settings),
      new CartFieldsResolver(stock),
      new CartLineFieldsResolver(variationById),
    ],
    jobs: [
      {
        name: 'forget-abandoned-carts',
        intervalSeconds: 3_600,
        run: async () => {
          const before = new Date(clock.now().getTime() - GUEST_CART_DAYS * 86_400_000);
          await carts.removeAbandoned(before);
        },
      },
    ],
  } satisfies ModuleParts & Record<string, unknown>;
}
