import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import { type OrderLoaders, OrderType, toOrderType } from '../../orders';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { RequestContext } from '../../platform/graphql/request-context';
import { CheckoutLineType, CheckoutType } from './checkout.type';

@Resolver(() => CheckoutType)
export class CheckoutFieldsResolver {
  constructor(private readonly orders: OrderLoaders) {}

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order, once there is one.' })
  async order(
    @Root() checkout: CheckoutType,
    @Ctx() context: RequestContext,
  ): Promise<OrderType | undefined> {
    if (!checkout.orderId) return undefined;
    const order = await context.loaders.get(this.orders.orderById).load(checkout.orderId);
    return order && toOrderType(order);
  }
}

@Resolver(() => CheckoutLineType)
export class CheckoutLineFieldsResolver {
  constructor(
    private readonly variationById: LoaderFactory<string, ProductVariationType | undefined>,
  ) {}

  @FieldResolver(() => ProductVariationType, { description: 'What is bought.' })
  variation(
    @Root() line: CheckoutLineType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return context.loaders.get(this.variationById).load(line.variationId);
  }
}
