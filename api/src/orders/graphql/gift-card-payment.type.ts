import { Field, ID, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';

@ObjectType('GiftCardPayment', { description: 'What a gift card pays of a total.' })
export class GiftCardPaymentType {
  @Field(() => ID, { description: "The card's id; opens nothing without its code." })
  id: string;

  @Field(() => String, { description: 'The last four characters of its code.' })
  last4: string;

  @Field(() => MoneyType, { description: 'How much it pays.' })
  amount: MoneyType;
}

/** Maps what a gift card pays to its GraphQL form. */
export function toGiftCardPaymentType(
  card: { readonly id: string; readonly last4: string; readonly amountMinor: bigint },
  currencyCode: string,
): GiftCardPaymentType {
  const { id, last4, amountMinor } = card;
  return Object.assign(new GiftCardPaymentType(), {
    id,
    last4,
    amount: toMoneyType(money(amountMinor, currencyCode)),
  });
}
