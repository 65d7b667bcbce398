import DataLoader from 'dataloader';

import type { LoaderFactory, LoaderScope } from '../../platform/graphql/loader-scope';
import type { PlacedOrder } from '../commands/place-order';
import type { OrderEvent, OrderEvents } from '../order-events';
import type { OrderEntity, OrderLineEntity } from '../persistence/order.entity';
import type { OrderReadModel } from '../persistence/order.read-model';

/** The loaders of orders and what hangs on them, each one statement per request. */
export interface OrderLoaders {
  readonly orderById: LoaderFactory<string, OrderEntity | undefined>;
  readonly linesByOrder: LoaderFactory<string, readonly OrderLineEntity[]>;
  readonly eventsByOrder: LoaderFactory<string, readonly OrderEvent[]>;
}

/** Makes the loaders over the read model and the event log. */
export function createOrderLoaders(orders: OrderReadModel, events: OrderEvents): OrderLoaders {
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
  };
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
}
