import { Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';

import { ProductVariationType, type ShownVariation } from '../../catalog';
import { explainPrices, PriceExplanationType, toPriceExplanationType } from '../../pricing';
import { CartType } from './cart.type';

@ObjectType('CartGift', {
  description:
    'What a promotion adds to a cart, free of charge. It goes when the promotion no longer applies.',
})
export class CartGiftType {
  @Field(() => ID, { description: 'The promotion that gives it; see priceExplanation.' })
  promotionId: string;

  @Field(() => Int, { description: 'Units.' })
  quantity: number;

  @Field(() => ProductVariationType, { description: 'What it is.' })
  variation: ProductVariationType;
}

@Resolver(() => CartType)
export class CartPricesResolver {
  constructor(private readonly shownVariation: ShownVariation) {}

  @FieldResolver(() => PriceExplanationType, {
    description: 'How its prices came about, and what became of every promotion and code.',
  })
  priceExplanation(@Root() { view, cost }: CartType): PriceExplanationType {
    return toPriceExplanationType(explainPrices(view.basket), cost.total.currencyCode);
  }

  @FieldResolver(() => [CartGiftType], {
    description: 'What promotions add, on lines of their own; reserved and sold with the rest.',
  })
  gifts(@Root() { view, cost }: CartType): CartGiftType[] {
    const { currencyCode } = cost.total;
    return view.gifts.map(({ promotionId, quantity, variation }) =>
      Object.assign(new CartGiftType(), {
        promotionId,
        quantity,
        variation: this.shownVariation(variation, currencyCode),
      }),
    );
  }
}
