import { Platform1763700000100 } from './1763700000100-platform';
import { Shop1763700000150 } from './1763700000150-shop';
import { Identity1763700000200 } from './1763700000200-identity';
import { Media1763700000250 } from './1763700000250-media';
import { Catalog1763700000300 } from './1763700000300-catalog';
import { Inventory1763700000400 } from './1763700000400-inventory';
import { Cart1763700000500 } from './1763700000500-cart';
import { Checkout1763700000600 } from './1763700000600-checkout';
import { Orders1763700000700 } from './1763700000700-orders';
import { ChangeLog1763700000800 } from './1763700000800-change-log';
import { ProductDocuments1763700000900 } from './1763700000900-product-documents';
import { Tasks1763700001000 } from './1763700001000-tasks';
import { TrustedOperations1763700001100 } from './1763700001100-trusted-operations';
import { ApiKeys1763700001200 } from './1763700001200-api-keys';
import { SystemPermission1763700001300 } from './1763700001300-system-permission';
import { CheckoutPaths1763700001400 } from './1763700001400-checkout-paths';
import { Tax1763700001500 } from './1763700001500-tax';
import { PriceLists1763700001510 } from './1763700001510-price-lists';
import { ProductRevisions1763700001520 } from './1763700001520-product-revisions';
import { Promotions1763700001600 } from './1763700001600-promotions';
import { PromotionCurrency1763700001610 } from './1763700001610-promotion-currency';
import { CartCouponsAndParts1763700001700 } from './1763700001700-cart-coupons-and-parts';
import { Bundles1763700001710 } from './1763700001710-bundles';
import { ShippingZones1763700001800 } from './1763700001800-shipping-zones';
import { VariationWeights1763700001810 } from './1763700001810-variation-weights';
import { Payments1763700001900 } from './1763700001900-payments';
import { ProviderEvents1763700001910 } from './1763700001910-provider-events';
import { PaymentSteps1763700001920 } from './1763700001920-payment-steps';
import { GiftCards1763700002000 } from './1763700002000-gift-cards';
import { DraftOrders1763700002010 } from './1763700002010-draft-orders';
import { GiftCardProducts1763700002020 } from './1763700002020-gift-card-products';
import { OrderLife1763700002100 } from './1763700002100-order-life';
import { Messages1763700002200 } from './1763700002200-messages';
import { UsesOfCancelledOrders1763700002400 } from './1763700002400-uses-of-cancelled-orders';
import { CouponBatches1763700002410 } from './1763700002410-coupon-batches';
import { GiftCardsTakenBack1763700002420 } from './1763700002420-gift-cards-taken-back';
import { CustomerWords1763700002500 } from './1763700002500-customer-words';

/** Every migration, oldest first. A merged one is never edited; none takes anything from the version before. */
export const migrations = [
  Platform1763700000100,
  Shop1763700000150,
  Identity1763700000200,
  Media1763700000250,
  Catalog1763700000300,
  Inventory1763700000400,
  Cart1763700000500,
  Checkout1763700000600,
  Orders1763700000700,
  ChangeLog1763700000800,
  ProductDocuments1763700000900,
  Tasks1763700001000,
  TrustedOperations1763700001100,
  ApiKeys1763700001200,
  SystemPermission1763700001300,
  CheckoutPaths1763700001400,
  Tax1763700001500,
  PriceLists1763700001510,
  ProductRevisions1763700001520,
  Promotions1763700001600,
  PromotionCurrency1763700001610,
  CartCouponsAndParts1763700001700,
  Bundles1763700001710,
  ShippingZones1763700001800,
  VariationWeights1763700001810,
  Payments1763700001900,
  ProviderEvents1763700001910,
  PaymentSteps1763700001920,
  GiftCards1763700002000,
  DraftOrders1763700002010,
  GiftCardProducts1763700002020,
  OrderLife1763700002100,
  Messages1763700002200,
  UsesOfCancelledOrders1763700002400,
  CouponBatches1763700002410,
  GiftCardsTakenBack1763700002420,
  CustomerWords1763700002500,
];
