import type { CartReader, RestoreCart } from '../cart';
import type { CatalogModule, CatalogVariation } from '../catalog';
import type { CustomerRepository } from '../customers';
import type { StockReadModel } from '../inventory';
import type { OrderLoaders } from '../orders';
import { EventReader } from '../platform/events/event-reader';
import { MailRenderer } from '../platform/mail/mail-renderer';
import type { MailTransport } from '../platform/mail/mail-transport';
import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import { CollectMessages } from './commands/collect-messages';
import { DecideSubscriptions } from './commands/decide-subscriptions';
import { DeliverMessages } from './commands/deliver-messages';
import { RemindOfCarts } from './commands/remind-of-carts';
import { RequestBackInStock } from './commands/request-back-in-stock';
import { ResendMessage } from './commands/resend-message';
import { RestoreLeftCart } from './commands/restore-left-cart';
import { TellBackInStock } from './commands/tell-back-in-stock';
import { CartRestoreResolver } from './graphql/cart-restore.resolver';
import { MessageResolver } from './graphql/message.resolver';
import { SubscriptionsResolver } from './graphql/subscriptions.resolver';
import { MailLinks } from './mail-links';
import type { GiftCardSource } from './message-views';
import { MessageWriter } from './message-writer';
import { AbandonedCarts } from './persistence/abandoned-carts.read-model';
import { BackInStockRepository } from './persistence/back-in-stock.repository';
import { ConsentRepository } from './persistence/consent.repository';
import { MessageReadModel } from './persistence/message.read-model';
import { MessageRepository } from './persistence/message.repository';
import { Sender } from './sender';

/** What the shop says about its mail. */
export interface NotificationSettings {
  readonly publicUrl: string;
  /** Signs what links carry. */
  readonly secret: string;
  readonly transport: MailTransport;
  /** Address that mail comes from; made of the public address when it is not set. */
  readonly from: string | undefined;
  /** After how many hours a cart counts as left behind; 0 for never. */
  readonly cartIdleHours: number;
}

export interface NotificationDependencies {
  readonly orders: OrderLoaders;
  readonly giftCards: GiftCardSource;
  readonly catalog: CatalogModule;
  readonly stock: StockReadModel;
  readonly carts: CartReader;
  readonly restoreCart: RestoreCart;
  readonly customers: CustomerRepository;
  readonly settings: ShopSettingsReader;
  readonly mail: NotificationSettings;
}

const DAY_MS = 86_400_000;
const KEPT_DAYS = 365;
const DAY_SECONDS = 86_400;

/** Wires what shoppers are told by mail. */
export function createNotificationsModule(
  { dataSource, transactions, clock, redis }: Platform,
  dependencies: NotificationDependencies,
): ModuleParts & {
  readonly subscriptions: DecideSubscriptions;
  readonly links: MailLinks;
} {
  const { orders, catalog, carts, customers, settings, giftCards, mail } = dependencies;
  const variations = (ids: readonly string[]): Promise<ReadonlyMap<string, CatalogVariation>> =>
    catalog.reader.variations(dataSource.manager, ids);
  const messages = new MessageRepository(dataSource);
  const requests = new BackInStockRepository(dataSource);
  const consents = new ConsentRepository(dataSource);
  const abandoned = new AbandonedCarts(dataSource);
  const links = new MailLinks(mail.secret, mail.publicUrl.replace(/\/$/, ''), clock);
  const sources = {
    orders,
    giftCards,
    variations,
    productById: catalog.productById,
    carts,
    abandoned,
  };
  const writer = new MessageWriter(new MailRenderer(), sources, settings, links);
  const sender = new Sender(settings, links, mail.from);
  const reader = new EventReader(transactions, 'messages');
  const collect = new CollectMessages(reader, messages, orders, clock);
  const deliver = new DeliverMessages(messages, writer, mail.transport, sender, clock);
  const tell = new TellBackInStock(transactions, requests, messages, clock);
  const remind = new RemindOfCarts(transactions, abandoned, messages, mail.cartIdleHours, clock);
  const subscriptions = new DecideSubscriptions(transactions, consents, requests, links, clock);
  const backInStock = new RequestBackInStock(
    requests,
    variations,
    dependencies.stock,
    clock,
    redis,
  );
  const resend = new ResendMessage(transactions, messages, clock);
  const delivery = { isConnected: mail.transport.isConnected, from: sender.address };
  return {
    subscriptions,
    links,
    resolvers: [
      new MessageResolver(new MessageReadModel(dataSource), writer, resend, delivery),
      new SubscriptionsResolver(subscriptions, backInStock, consents, customers),
      new CartRestoreResolver(new RestoreLeftCart(links, dependencies.restoreCart)),
    ],
    jobs: [
      { name: 'collect-messages', intervalSeconds: 1, run: (stopping) => collect.run(stopping) },
      { name: 'deliver-messages', intervalSeconds: 1, run: (stopping) => deliver.run(stopping) },
      { name: 'tell-back-in-stock', intervalSeconds: 5, run: (stopping) => tell.run(stopping) },
      { name: 'remind-of-carts', intervalSeconds: 300, run: (stopping) => remind.run(stopping) },
      {
        name: 'forget-messages',
        intervalSeconds: DAY_SECONDS,
        run: () => messages.forget(new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS)),
      },
    ],
  };
}
