import { Field, Int, ObjectType } from 'type-graphql';

import { money } from '../../kernel/money';
import { Shared } from '../../platform/graphql/caching';
import { MoneyType, toMoneyType } from '../../platform/graphql/money.type';
import type { ShownOffer } from '../domain/shipping-book';

@Shared()
@ObjectType('ShippingMethod', { description: 'A way of delivery.' })
export class ShippingMethodType {
  @Field(() => String, { description: 'For programs; sent to checkoutUpdate.' })
  code: string;

  @Field(() => String, { description: 'Name for shoppers.' })
  name: string;

  @Field(() => String, { description: 'What to expect of it.' })
  description: string;

  @Field(() => MoneyType, {
    description:
      'Price per order: of a cart or a checkout what it costs there, of the shop the least it costs anywhere. Before promotions.',
  })
  price: MoneyType;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days that it takes at least; null when nobody says or it depends.',
  })
  minDays?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days that it takes at most; null when nobody says or it depends.',
  })
  maxDays?: number;
}

/** Maps a way of delivery to its GraphQL form. */
export function toShippingMethodType(offer: ShownOffer, currencyCode: string): ShippingMethodType {
  const { code, name, description, minDays, maxDays, priceMinor } = offer;
  const price = toMoneyType(money(priceMinor, currencyCode));
  return Object.assign(new ShippingMethodType(), {
    code,
    name,
    description,
    minDays,
    maxDays,
    price,
  });
}
