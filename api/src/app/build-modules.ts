import { createCartModule, guestTokenHash } from '../cart';
import { createCatalogModule } from '../catalog';
import { createCheckoutModule } from '../checkout';
import { createCustomersModule } from '../customers';
import { createDocumentsModule } from '../documents';
import { createDraftsModule } from '../drafts';
import { createGatewayModule } from '../gateway';
import { createGiftCardsModule } from '../gift-cards';
import { createIdentityModule } from '../identity';
import { createInventoryModule } from '../inventory';
import { createMediaModule } from '../media';
import { createNotificationsModule } from '../notifications';
import { createOrdersModule, hasOrdered } from '../orders';
import { createPaymentsModule } from '../payments';
import { mailboxTransport } from '../platform/mail/mail-transport';
import { createSmtpTransport } from '../platform/mail/smtp-transport';
import type { ModuleParts, Platform } from '../platform/module';
import { createPricingModule } from '../pricing';
import { createPromotionsModule, createPromotionSource } from '../promotions';
import { createShippingModule } from '../shipping';
import { createShopModule } from '../shop';
import { createTasksModule } from '../tasks';
import type { Config } from './config';

/** The part of the configuration that modules need. */
export type ModuleConfig = Pick<
  Config,
  'publicUrl' | 'dataDirectory' | 'jwtSecret' | 'mail' | 'stripe' | 'returnWindowDays'
>;

/** Wires all modules by hand; the only place that knows them all. */
export function buildModules(platform: Platform, config: ModuleConfig) {
  const shop = createShopModule(platform);
  const media = createMediaModule(platform, config);
  const catalog = createCatalogModule(platform, { settings: shop.settings });
  media.library.onReplaced(catalog.pictureChanged);
  const { variationById, productById } = catalog;
  const { customers, groups: customerGroups, ...customersModule } = createCustomersModule(platform);
  const inventory = createInventoryModule(platform, { catalog: catalog.reader, variationById });
  const promotionSource = createPromotionSource(platform, {
    catalog: catalog.reader,
    available: async (variationIds, manager) => {
      const levels = await inventory.levels.byVariations(variationIds, manager);
      return new Map([...levels].map(([variationId, { available }]) => [variationId, available]));
    },
    hasOrdered,
  });
  const pricing = createPricingModule(platform, {
    catalog,
    customerGroups,
    promotions: promotionSource,
    settings: shop.settings,
  });
  const shipping = createShippingModule(platform, { settings: shop.settings });
  const payments = createPaymentsModule(platform, config);
  const promotions = createPromotionsModule(platform, {
    catalog,
    customerGroups,
    pricing: pricing.reader,
    settings: shop.settings,
  });
  const cart = createCartModule(platform, {
    catalog: catalog.reader,
    shownVariation: catalog.shownVariation,
    stock: inventory.levels,
    stockByProduct: inventory.stockByProduct,
    pricing: pricing.reader,
    coupons: promotions.coupons,
    settings: shop.settings,
  });
  const identity = createIdentityModule(platform, {
    customers,
    secret: config.jwtSecret,
    onCustomerSignIn: (tx, { customerId, context }) =>
      cart.merge.run(tx, customerId, guestTokenHash(context)),
  });
  const giftCards = createGiftCardsModule(platform, {
    payments: payments.payments,
    refunds: payments.refunds,
    catalog,
    stock: inventory.stock,
    secret: config.jwtSecret,
  });
  const orders = createOrdersModule(platform, {
    stock: inventory.stock,
    payments: payments.payments,
    captures: payments.captures,
    catalog: catalog.reader,
    pricing: pricing.reader,
    promotionUses: promotions.uses,
    soldCards: giftCards.sold,
    productById,
    returnWindowDays: config.returnWindowDays,
  });
  payments.answers.listen({ onMoved: (tx, orderId) => orders.money.moved(tx, orderId) });
  const { smtpUrl, from, cartReminderHours } = config.mail;
  const notifications = createNotificationsModule(platform, {
    orders: orders.loaders,
    giftCards: giftCards.cards,
    catalog,
    stock: inventory.levels,
    carts: cart.reader,
    restoreCart: cart.restore,
    customers,
    settings: shop.settings,
    mail: {
      publicUrl: config.publicUrl,
      secret: config.jwtSecret,
      transport: smtpUrl ? createSmtpTransport(smtpUrl) : mailboxTransport,
      from,
      cartIdleHours: cartReminderHours,
    },
  });
  const checkout = createCheckoutModule(platform, {
    carts: { repository: cart.carts, reader: cart.reader },
    stock: inventory.stock,
    holds: [promotions.hold, giftCards.hold],
    giftCards: giftCards.tender,
    shipping: shipping.reader,
    pricing: pricing.reader,
    payments: payments.payments,
    paymentAnswers: payments.answers,
    orders,
    settings: shop.settings,
    marketing: notifications.subscriptions,
    variationById,
  });
  const drafts = createDraftsModule(platform, {
    catalog: catalog.reader,
    pricing: pricing.reader,
    shipping: shipping.reader,
    settings: shop.settings,
    customers,
    place: checkout.placeQuote,
    orders: orders.loaders,
  });
  const documents = createDocumentsModule(platform, {
    orders: orders.loaders,
    payments: payments.payments,
    settings: shop.settings,
    publicUrl: config.publicUrl,
    secret: config.jwtSecret,
  });
  const tasks = createTasksModule(platform);
  const all: readonly ModuleParts[] = [
    createGatewayModule(platform),
    shop,
    media,
    catalog,
    inventory,
    pricing,
    shipping,
    payments,
    cart,
    customersModule,
    identity,
    orders,
    promotions,
    giftCards,
    notifications,
    checkout,
    drafts,
    documents,
    tasks,
  ];
  return {
    shop,
    media,
    catalog,
    inventory,
    pricing,
    promotions,
    giftCards,
    customers,
    payments,
    identity,
    tasks,
    authenticate: identity.authenticate,
    revalidate: identity.revalidate,
    all,
  };
}

export type Modules = ReturnType<typeof buildModules>;
