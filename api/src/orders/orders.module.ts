import type { CatalogReader, ProductType } from '../catalog';
import type { StockKeeper } from '../inventory';
import type { CapturePayment, PaymentKeeper } from '../payments';
import { EventFeed } from '../platform/events/event-feed';
import type { LoaderFactory } from '../platform/graphql/loader-scope';
import type { ModuleParts, Platform } from '../platform/module';
import type { PricingReader } from '../pricing';
import { AddLines } from './commands/add-lines';
import { AddNote } from './commands/add-note';
import { CancelLines } from './commands/cancel-lines';
import { ChangeOrder } from './commands/change-order';
import { EditOrder } from './commands/edit-order';
import { ExchangeOrder } from './commands/exchange-order';
import { FulfilOrder } from './commands/fulfil-order';
import { HandleReturn } from './commands/handle-return';
import { OrderEffects, type PromotionUsesPort } from './commands/order-effects';
import { OrderWork } from './commands/order-work';
import { PlaceOrder } from './commands/place-order';
import { RefundOrder } from './commands/refund-order';
import { RequestReturn } from './commands/request-return';
import { type SoldCardsPort, TakeBackCards } from './commands/take-back-cards';
import { createOrderLoaders, type OrderLoaders } from './graphql/order.loaders';
import { OrderResolver } from './graphql/order.resolver';
import { OrderActionsResolver } from './graphql/order-actions.resolver';
import { OrderAnswer } from './graphql/order-answer';
import { OrderEditResolver } from './graphql/order-edit.resolver';
import {
  CustomerOrdersResolver,
  OrderEventFieldsResolver,
  OrderFieldsResolver,
  OrderLineFieldsResolver,
} from './graphql/order-fields.resolver';
import {
  OrderLifeFieldsResolver,
  OrderLineLifeResolver,
} from './graphql/order-life-fields.resolver';
import { OrderPreviews } from './graphql/order-previews';
import { OrderSubscriptionsResolver } from './graphql/order-subscriptions.resolver';
import { ParcelsResolver } from './graphql/parcels.resolver';
import { RefundsResolver } from './graphql/refunds.resolver';
import { ReturnsResolver } from './graphql/returns.resolver';
import { OrderAccess } from './order-access';
import { ORDER_AGGREGATE, OrderEvents } from './order-events';
import { OrderMoney } from './order-money';
import { NoteRepository } from './persistence/note.repository';
import { OrderReadModel } from './persistence/order.read-model';
import { OrderRepository } from './persistence/order.repository';
import { OrderBookRepository } from './persistence/order-book.repository';
import { RefundRepository } from './persistence/refund.repository';
import { ReturnRepository } from './persistence/return.repository';

export interface OrdersDependencies {
  readonly stock: StockKeeper;
  readonly payments: PaymentKeeper;
  readonly captures: CapturePayment;
  readonly catalog: CatalogReader;
  readonly pricing: PricingReader;
  /** Gives back what cancelled orders use of promotions. */
  readonly promotionUses: PromotionUsesPort;
  /** The gift cards that orders have sold. */
  readonly soldCards: SoldCardsPort;
  readonly productById: LoaderFactory<string, ProductType | undefined>;
  /** For how long after their arrival shoppers may send goods back. */
  readonly returnWindowDays: number;
}

/** What the orders module offers to others. */
export interface OrdersModule extends ModuleParts {
  readonly place: PlaceOrder;
  readonly loaders: OrderLoaders;
  /** Hears of money that moved without a command about an order. */
  readonly money: OrderMoney;
}

/** Wires the life of orders after placing. */
export function createOrdersModule(
  platform: Platform,
  dependencies: OrdersDependencies,
): OrdersModule {
  const { dataSource, eventLog, eventBus, clock, log } = platform;
  const { payments, productById } = dependencies;
  const repository = new OrderRepository();
  const readModel = new OrderReadModel(dataSource);
  const feed = new EventFeed(ORDER_AGGREGATE, dataSource, eventBus, (error) =>
    log.warn({ err: error }, 'the feed of orders could not be read; trying again'),
  );
  const events = new OrderEvents(eventLog, eventBus, feed, clock);
  const access = new OrderAccess(readModel);
  const refunds = new RefundRepository(dataSource);
  const notes = new NoteRepository(dataSource);
  const commands = createCommands(platform, dependencies, { repository, events, refunds, notes });
  const loaders = createOrderLoaders({ orders: readModel, events, payments, refunds, notes });
  const answers = new OrderAnswer(readModel, access);
  const { requests, editing, exchanging, change, cards } = commands;
  const planning = { requests, editing, exchanging, cards };
  const previews = new OrderPreviews(access, loaders, planning, dataSource);
  return {
    place: new PlaceOrder(repository, events, clock),
    loaders,
    money: new OrderMoney(commands.work, payments, refunds),
    resolvers: [
      new OrderResolver(readModel, access),
      new OrderFieldsResolver(loaders),
      new OrderLifeFieldsResolver(loaders, requests),
      new OrderLineFieldsResolver(productById),
      new OrderLineLifeResolver(loaders, requests),
      new OrderEventFieldsResolver(loaders),
      new CustomerOrdersResolver(readModel),
      new OrderActionsResolver(change, commands.cancelLines, previews, answers),
      new ParcelsResolver(commands.fulfil, answers),
      new RefundsResolver(commands.refunding, change, previews, answers, dependencies.captures),
      new ReturnsResolver(requests, commands.handling, previews, answers),
      new OrderEditResolver(editing, exchanging, commands.noting, previews, answers),
      new OrderSubscriptionsResolver(events, access, loaders),
    ],
  };
}

function createCommands(
  { transactions, clock }: Platform,
  {
    stock,
    payments,
    catalog,
    pricing,
    promotionUses,
    soldCards,
    returnWindowDays,
  }: OrdersDependencies,
  {
    repository,
    events,
    refunds,
    notes,
  }: {
    readonly repository: OrderRepository;
    readonly events: OrderEvents;
    readonly refunds: RefundRepository;
    readonly notes: NoteRepository;
  },
) {
  const books = new OrderBookRepository(repository, payments);
  const effects = new OrderEffects(stock, payments, promotionUses, refunds, clock);
  const cards = new TakeBackCards(soldCards);
  const work = new OrderWork(transactions, repository, books, events, effects, cards);
  const returns = new ReturnRepository();
  const requests = new RequestReturn(work, returns, cards, returnWindowDays, clock);
  const adding = new AddLines(repository, catalog, pricing, stock);
  return {
    work,
    cards,
    requests,
    change: new ChangeOrder(work, effects, stock, clock),
    cancelLines: new CancelLines(work),
    fulfil: new FulfilOrder(work, clock),
    refunding: new RefundOrder(work),
    handling: new HandleReturn(work, returns, clock),
    editing: new EditOrder(work, adding),
    exchanging: new ExchangeOrder(work, returns, requests, adding, clock),
    noting: new AddNote(transactions, work, notes, clock),
  };
}
