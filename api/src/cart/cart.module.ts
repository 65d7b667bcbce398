import type { CatalogReader, ShownVariation } from '../catalog';
import type { StockLoader, StockReadModel } from '../inventory';
import type { ModuleParts, Platform } from '../platform/module';
import type { PricingReader } from '../pricing';
import type { ShopSettingsReader } from '../shop';
import { CartReader } from './cart-reader';
import { ChangeCart } from './commands/change-cart';
import { MergeCarts } from './commands/merge-carts';
import { RestoreCart } from './commands/restore-cart';
import type { CouponReader } from './coupon-reader';
import { CartResolver } from './graphql/cart.resolver';
import { CartAnswers } from './graphql/cart-answers';
import { CartChangesResolver } from './graphql/cart-changes.resolver';
import { CartFieldsResolver } from './graphql/cart-fields.resolver';
import { CartPricesResolver } from './graphql/cart-prices.resolver';
import { CartRepository } from './persistence/cart.repository';

/** A guest's cart that nobody touched for so long is forgotten; its cookie has ended by then. */
const GUEST_CART_DAYS = 31;

export interface CartDependencies {
  readonly catalog: CatalogReader;
  readonly shownVariation: ShownVariation;
  readonly stock: StockReadModel;
  readonly stockByProduct: StockLoader;
  readonly pricing: PricingReader;
  readonly coupons: CouponReader;
  readonly settings: ShopSettingsReader;
}

/** Wires open baskets. */
export function createCartModule(platform: Platform, dependencies: CartDependencies) {
  const { dataSource, transactions, clock } = platform;
  const { catalog, shownVariation, stock, stockByProduct, pricing, coupons, settings } =
    dependencies;
  const carts = new CartRepository(dataSource);
  const reader = new CartReader(dataSource, carts, catalog, pricing);
  const change = new ChangeCart(
    transactions,
    carts,
    { catalog, stock, pricing, coupons },
    dataSource,
    clock,
  );
  const answers = new CartAnswers(settings, shownVariation, stockByProduct);
  return {
    carts,
    reader,
    merge: new MergeCarts(carts, catalog, stock, clock),
    restore: new RestoreCart(carts, change),
    resolvers: [
      new CartResolver(change, reader, answers),
      new CartChangesResolver(change, answers),
      new CartFieldsResolver(stockByProduct),
      new CartPricesResolver(shownVariation),
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
