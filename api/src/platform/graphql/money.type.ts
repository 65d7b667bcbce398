import { Field, InputType, ObjectType } from 'type-graphql';

import { type Money, toDecimal } from '../../kernel/money';
import { Shared } from './caching';
import { CurrencyCode, Decimal } from './scalars';

@Shared()
@ObjectType('Money', { description: 'An exact amount of money in one currency.' })
export class MoneyType {
  @Field(() => Decimal, { description: 'The amount in major units, such as "12.50".' })
  amount: string;

  @Field(() => CurrencyCode, { description: 'Currency of the amount.' })
  currencyCode: string;
}

@InputType({ description: 'An exact amount of money in one currency.' })
export class MoneyInput {
  @Field(() => Decimal, { description: 'The amount in major units, such as "12.50".' })
  amount: string;

  @Field(() => CurrencyCode, { description: 'Currency of the amount.' })
  currencyCode: string;
}

/** Maps money to its GraphQL form. */
export function toMoneyType(value: Money): MoneyType {
  return Object.assign(new MoneyType(), {
    amount: toDecimal(value),
    currencyCode: value.currencyCode,
  });
}
