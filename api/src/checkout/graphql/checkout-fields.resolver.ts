import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import { withOwnHold } from '../../inventory';
import { type OrderLoaders, OrderType, toOrderType } from '../../orders';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import type { RequestContext } from '../../platform/graphql/request-context';
import { CheckoutLinePartType, CheckoutLineType, CheckoutType } from './checkout.type';

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

type VariationById = LoaderFactory<string, ProductVariationType | undefined>;

@Resolver(() => CheckoutLineType)
export class CheckoutLineFieldsResolver {
  constructor(private readonly variationById: VariationById) {}

  @FieldResolver(() => ProductVariationType, { description: 'What is bought.' })
  variation(
    @Root() line: CheckoutLineType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return ownVariation(context, this.variationById, line);
  }
}

@Resolver(() => CheckoutLinePartType)
export class CheckoutLinePartFieldsResolver {
  constructor(private readonly variationById: VariationById) {}

  @FieldResolver(() => ProductVariationType, { description: 'What was chosen.' })
  variation(
    @Root() part: CheckoutLinePartType,
    @Ctx() context: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return ownVariation(context, this.variationById, part);
  }
}

/** The variation as the checkout's own shopper sees it: what the checkout holds of it is there. */
async function ownVariation(
  { loaders }: RequestContext,
  variationById: VariationById,
  { variationId, held }: Pick<CheckoutLineType, 'variationId' | 'held'>,
): Promise<ProductVariationType | undefined> {
  const variation = await loaders.get(variationById).load(variationId);
  return variation && withOwnHold(variation, held);
}
