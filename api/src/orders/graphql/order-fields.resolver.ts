import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ProductType } from '../../catalog';
import { CustomerType } from '../../customers';
import {
  type ConnectionShape,
  ForwardPageArgs,
  toConnection,
  toTimePageRequest,
} from '../../platform/graphql/connection';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { RequestContext } from '../../platform/graphql/request-context';
import type { OrderReadModel } from '../persistence/order.read-model';
import type { OrderLoaders } from './order.loaders';
import { OrderConnection, OrderType, toOrderType } from './order.type';
import { OrderEventType, toOrderEventType } from './order-event.type';
import { OrderLineType, toOrderLineType } from './order-line.type';

@Resolver(() => OrderType)
export class OrderFieldsResolver {
  constructor(private readonly loaders: OrderLoaders) {}

  @FieldResolver(() => [OrderLineType], { description: 'What was bought.' })
  async lines(@Root() order: OrderType, @Ctx() context: RequestContext): Promise<OrderLineType[]> {
    const lines = await context.loaders.get(this.loaders.linesByOrder).load(order.id);
    return lines.map((line) => toOrderLineType(line, order.currencyCode));
  }

  @FieldResolver(() => [OrderEventType], { description: "The order's event log, oldest first." })
  async events(
    @Root() order: OrderType,
    @Ctx() context: RequestContext,
  ): Promise<OrderEventType[]> {
    const events = await context.loaders.get(this.loaders.eventsByOrder).load(order.id);
    return events.map((event) => toOrderEventType(event));
  }
}

@Resolver(() => OrderLineType)
export class OrderLineFieldsResolver {
  constructor(private readonly productById: LoaderFactory<string, ProductType | undefined>) {}

  @FieldResolver(() => ProductType, {
    nullable: true,
    description: 'The product today; null when it has since been removed.',
  })
  product(
    @Root() line: OrderLineType,
    @Ctx() context: RequestContext,
  ): Promise<ProductType | undefined> {
    return context.loaders.get(this.productById).load(line.productId);
  }
}

@Resolver(() => OrderEventType)
export class OrderEventFieldsResolver {
  constructor(private readonly loaders: OrderLoaders) {}

  @FieldResolver(() => OrderType, { description: 'The order as it is now.' })
  async order(
    @Root() event: OrderEventType,
    @Ctx() context: RequestContext,
  ): Promise<OrderType | undefined> {
    const order = await context.loaders.get(this.loaders.orderById).load(event.orderId);
    return order && toOrderType(order);
  }
}

@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  constructor(private readonly readModel: OrderReadModel) {}

  @FieldResolver(() => OrderConnection, { description: "The customer's orders, newest first." })
  async orders(
    @Root() customer: CustomerType,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
  ): Promise<ConnectionShape<OrderType>> {
    const filter = { customerId: customer.id };
    const rows = await this.readModel.page(filter, toTimePageRequest(page));
    return toConnection(rows, toOrderType, () => this.readModel.count(filter));
  }
}
