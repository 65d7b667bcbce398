import DataLoader from 'dataloader';

import type { OrderPayments, PaymentKeeper, PaymentTotals } from '../../payments';
import type { LoaderFactory, LoaderScope } from '../../platform/graphql/loader-scope';
import type { PlacedOrder } from '../commands/place-order';
import type { BookParcel } from '../domain/order-book';
import type { OrderEvent, OrderEvents } from '../order-events';
import type { NoteRepository, OrderNote } from '../persistence/note.repository';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderReadModel } from '../persistence/order.read-model';
import { bookOf, type OpenOrder } from '../persistence/read-order-book';
import type { NewRefund, RefundRepository } from '../persistence/refund.repository';
import type { OrderReturn } from '../persistence/return.repository';

/** The loaders of orders and what hangs on them, each one statement per request. */
export interface OrderLoaders {
  readonly orderById: LoaderFactory<string, OrderEntity | undefined>;
  readonly linesByOrder: LoaderFactory<string, readonly OrderLineEntity[]>;
  readonly eventsByOrder: LoaderFactory<string, readonly OrderEvent[]>;
  readonly parcelsByOrder: LoaderFactory<string, readonly BookParcel[]>;
  readonly paidByOrder: LoaderFactory<string, PaymentTotals | undefined>;
  readonly paymentsByOrder: LoaderFactory<string, OrderPayments | undefined>;
  readonly refundsByOrder: LoaderFactory<string, readonly NewRefund[]>;
  readonly returnsByOrder: LoaderFactory<string, readonly OrderReturn[]>;
  readonly notesByOrder: LoaderFactory<string, readonly OrderNote[]>;
}

/** What the loaders read from. */
export interface OrderSources {
  readonly orders: OrderReadModel;
  readonly events: OrderEvents;
  readonly payments: PaymentKeeper;
  readonly refunds: RefundRepository;
  readonly notes: NoteRepository;
}

/** Makes the loaders over the read model and the event log. */
export function createOrderLoaders(sources: OrderSources): OrderLoaders {
  const { orders, events, payments, refunds, notes } = sources;
  return {
    orderById: () =>
      new DataLoader(async (ids) => {
        const found = new Map((await orders.byIds(ids)).map((order) => [order.id, order]));
        return ids.map((id) => found.get(id));
      }),
    linesByOrder: () =>
      new DataLoader(async (ids) => {
        const lines = Map.groupBy(await orders.linesOf(ids), (line) => line.orderId);
        return ids.map((id) => lines.get(id) ?? []);
      }),
    eventsByOrder: () =>
      new DataLoader(async (ids) => {
        const histories = Map.groupBy(await events.histories(ids), (event) => event.aggregateId);
        return ids.map((id) => histories.get(id) ?? []);
      }),
    parcelsByOrder: () =>
      new DataLoader(async (ids) => {
        const parcels = await orders.parcelsOf(ids);
        return ids.map((id) => parcels.get(id) ?? []);
      }),
    paidByOrder: () =>
      new DataLoader(async (ids) => {
        const found = await payments.totalsOf(ids);
        return ids.map((id) => found.get(id));
      }),
    paymentsByOrder: () =>
      new DataLoader(async (ids) => {
        const found = await payments.ofOrders(ids);
        return ids.map((id) => found.get(id));
      }),
    refundsByOrder: () => grouped((ids) => refunds.ofOrders(ids)),
    returnsByOrder: () => grouped((ids) => orders.returnsOf(ids)),
    notesByOrder: () => grouped((ids) => notes.ofOrders(ids)),
  };
}

/** A loader of everything that belongs to an order. */
function grouped<T extends { readonly orderId: string }>(
  read: (orderIds: readonly string[]) => Promise<T[]>,
): DataLoader<string, readonly T[]> {
  return new DataLoader(async (ids) => {
    const rows = Map.groupBy(await read(ids), ({ orderId }) => orderId);
    return ids.map((id) => rows.get(id) ?? []);
  });
}

/** What rules about an order look at, read for a screen. */
export async function loadBook(
  scope: LoaderScope,
  loaders: OrderLoaders,
  order: OrderEntity,
): Promise<OpenOrder> {
  const [lines, parcels, payments] = await Promise.all([
    scope.get(loaders.linesByOrder).load(order.id),
    scope.get(loaders.parcelsByOrder).load(order.id),
    scope.get(loaders.paidByOrder).load(order.id),
  ]);
  return { order, lines, book: bookOf(order, lines, parcels, payments) };
}

/** Makes a just placed order known to the request that placed it: nothing of it needs to be read again. */
export function seedPlaced(
  scope: LoaderScope,
  loaders: OrderLoaders,
  { order, lines, event }: PlacedOrder,
): void {
  scope.seed(loaders.orderById, order.id, order);
  scope.seed(loaders.linesByOrder, order.id, lines);
  scope.seed(loaders.eventsByOrder, order.id, [event as unknown as OrderEvent]);
  scope.seed(loaders.paymentsByOrder, order.id, paidAtPlacing(order));
  scope.seed(loaders.parcelsByOrder, order.id, []);
  scope.seed(loaders.refundsByOrder, order.id, []);
  scope.seed(loaders.returnsByOrder, order.id, []);
}

function paidAtPlacing({ totalMinor, paymentStatus, giftCards }: OrderEntity): PaymentTotals {
  const byCards = giftCards.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const capturedMinor = paymentStatus === 'PAID' ? totalMinor : byCards;
  return { capturedMinor, refundedMinor: 0n, authorizedMinor: totalMinor - capturedMinor };
}
