import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { type CatalogModule, ProductType, ProductVariationType } from '../../catalog';
import type { RequestContext } from '../../platform/graphql/request-context';
import { PriceRuleType } from './price-list.types';

/** The goods that a rule names. */
@Resolver(() => PriceRuleType)
export class PriceRuleResolver {
  constructor(private readonly goods: Pick<CatalogModule, 'productById' | 'variationById'>) {}

  @FieldResolver(() => ProductType, {
    nullable: true,
    description: 'The product it names, while the shop has it.',
  })
  async product(
    @Root() { productId }: PriceRuleType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProductType | undefined> {
    return productId === undefined
      ? undefined
      : loaders.get(this.goods.productById).load(productId);
  }

  @FieldResolver(() => ProductVariationType, {
    nullable: true,
    description: 'The variation it names, while the shop has it.',
  })
  async variation(
    @Root() { variationId }: PriceRuleType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProductVariationType | undefined> {
    return variationId === undefined
      ? undefined
      : loaders.get(this.goods.variationById).load(variationId);
  }
}
