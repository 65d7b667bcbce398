import { Field, ID, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import { LineDiscountType, PromotionClassName } from '../../pricing';
import type { OrderLineDiscount, OrderPromotion } from '../persistence/order-promotions';

@ObjectType('OrderPromotion', { description: 'A promotion that an order used, as it was then.' })
export class OrderPromotionType {
  @Field(() => ID, { description: 'The promotion, which may be gone.' })
  promotionId: string;

  @Field(() => String, { description: 'Its name then.' })
  name: string;

  @Field(() => PromotionClassName, { description: 'What it took its discount from.' })
  class: PromotionClassName;

  @Field(() => String, { nullable: true, description: 'The code that was entered for it.' })
  code?: string;

  @Field(() => MoneyType, { description: 'What it took off; nothing for a gift.' })
  amount: MoneyType;
}

/** Maps a promotion of an order to its GraphQL form. */
export function toOrderPromotionType(
  { promotionId, name, class: level, code, amountMinor }: OrderPromotion,
  currencyCode: string,
): OrderPromotionType {
  return Object.assign(new OrderPromotionType(), {
    promotionId,
    name,
    class: PromotionClassName[level],
    code,
    amount: toMoneyType(money(BigInt(amountMinor), currencyCode)),
  });
}

/** Maps a discount of an order's line to its GraphQL form. */
export function toOrderLineDiscount(
  { promotionId, name, amountMinor }: OrderLineDiscount,
  currencyCode: string,
): LineDiscountType {
  return Object.assign(new LineDiscountType(), {
    promotionId,
    name,
    amount: toMoneyType(money(BigInt(amountMinor), currencyCode)),
  });
}
