import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { type CatalogModule, ProductType, ProductVariationType } from '../../catalog';
import type { RequestContext } from '../../platform/graphql/request-context';
import { PromotionBenefitType, PromotionTargetsType } from './promotion.types';

/** The products that a promotion is about. */
@Resolver(() => PromotionTargetsType)
export class PromotionTargetsResolver {
  constructor(private readonly productById: CatalogModule['productById']) {}

  @FieldResolver(() => [ProductType], { description: 'Of the products, those the shop has.' })
  async products(
    @Root() { productIds }: PromotionTargetsType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProductType[]> {
    const load = loaders.get(this.productById);
    const found = await Promise.all(productIds.map((id) => load.load(id)));
    return found.filter((product) => product !== undefined);
  }
}

/** The goods that a promotion gives. */
@Resolver(() => PromotionBenefitType)
export class PromotionBenefitResolver {
  constructor(private readonly variationById: CatalogModule['variationById']) {}

  @FieldResolver(() => ProductVariationType, {
    nullable: true,
    description: 'Of GIFT: the gift, while the shop has it.',
  })
  async giftVariation(
    @Root() { giftVariationId }: PromotionBenefitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return giftVariationId === undefined
      ? undefined
      : loaders.get(this.variationById).load(giftVariationId);
  }
}
