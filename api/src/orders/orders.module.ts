import type { ProductType } from '../catalog';
import type { StockKeeper } from '../inventory';
import type { PaymentKeeper } from '../payments';
import { EventFeed } from '../platform/events/event-feed';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { ModuleParts, Platform } from '../platform/module';
import { ChangeOrder } from './commands/change-order';
import { OrderEffects } from './commands/order-effects';
import { OrderWork } from './commands/order-work';
import { PlaceOrder } from './commands/place-order';
import { createOrderLoaders, type OrderLoaders } from './graphql/order.loaders';
import { OrderResolver } from './graphql/order.resolver';
import { OrderActionsResolver } from './graphql/order-actions.resolver';
import {
  CustomerOrdersResolver,
  OrderEventFieldsResolver,
  OrderFieldsResolver,
  OrderLineFieldsResolver,
} from './graphql/order-fields.resolver';
import { OrderSubscriptionsResolver } from './graphql/order-subscriptions.resolver';
import { OrderAccess } from './order-access';
import { ORDER_AGGREGATE, OrderEvents } from './order-events';
import { OrderReadModel } from './persistence/order.read-model';
import { OrderRepository } from './persistence/order.repository';
import { OrderBookRepository } from './persistence/order-book.repository';
import { RefundRepository } from './persistence/refund.repository';

export interface OrdersDependencies {
  readonly stock: StockKeeper;
  readonly payments: PaymentKeeper;
  readonly productById: LoaderFactory<string, ProductType | undefined>;
}

/** Wires the life of orders after placing. */
export function createOrdersModule(
  platform: Platform,
  { stock, payments, productById }: OrdersDependencies,
): ModuleParts & { readonly place: PlaceOrder; readonly loaders: OrderLoaders } {
  const { dataSource, transactions, eventLog, eventBus, clock, log } = platform;
  const repository = new OrderRepository();
  const readModel = new OrderReadModel(dataSource);
  const feed = new EventFeed(ORDER_AGGREGATE, dataSource, eventBus, (error) =>
    log.warn({ err: error }, 'the feed of orders could not be read; trying again'),
  );
  const events = new OrderEvents(eventLog, eventBus, feed, clock);
  const access = new OrderAccess(readModel);
  const books = new OrderBookRepository(repository, payments);
  const refunds = new RefundRepository(dataSource);
  const effects = new OrderEffects(stock, payments, refunds, clock);
  const work = new OrderWork(transactions, repository, books, events, effects);
  const change = new ChangeOrder(work, effects, stock, clock);
  const loaders = createOrderLoaders(readModel, events);
  return {
    place: new PlaceOrder(repository, events, clock),
    loaders,
    resolvers: [
      new OrderResolver(readModel, access),
      new OrderFieldsResolver(loaders),
      new OrderLineFieldsResolver(productById),
      new OrderEventFieldsResolver(loaders),
      new CustomerOrdersResolver(readModel),
      new OrderActionsResolver(change, access, readModel),
      new OrderSubscriptionsResolver(events, access, loaders),
    ],
  };
}
