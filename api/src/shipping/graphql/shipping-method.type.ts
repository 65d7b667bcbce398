import { Field, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { Shared } from '../../platform/graphql/caching';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { ShippingMethod } from '../shipping-methods';

@Shared()
@ObjectType('ShippingMethod', { description: 'A way of delivery.' })
export class ShippingMethodType {
  @Field(() => String, { description: 'For programs; sent to checkoutUpdate.' })
  code: string;

  @Field(() => String, { description: 'Name for shoppers.' })
  name: string;

  @Field(() => String, { description: 'What to expect of it.' })
  description: string;

  @Field(() => MoneyType, { description: 'Price per order.' })
  price: MoneyType;
}

/** Maps a shipping method to its GraphQL form. */
export function toShippingMethodType(
  method: ShippingMethod,
  currencyCode: string,
): ShippingMethodType {
  const { priceMinor, ...rest } = method;
  return Object.assign(new ShippingMethodType(), rest, {
    price: toMoneyType(money(priceMinor, currencyCode)),
  });
}
