import { FieldResolver, Resolver, Root } from 'type-graphql';

import { ShopType } from '../../shop';
import { offeredSomewhere } from '../domain/shipping-book';
import type { ShippingReader } from '../shipping-reader';
import { ShippingMethodType, toShippingMethodType } from './shipping-method.type';

@Resolver(() => ShopType)
export class ShopShippingResolver {
  constructor(private readonly shipping: ShippingReader) {}

  @FieldResolver(() => [ShippingMethodType], {
    description: 'Ways of delivery that are offered somewhere, cheapest first.',
  })
  async shippingMethods(@Root() shop: ShopType): Promise<ShippingMethodType[]> {
    const offers = offeredSomewhere(await this.shipping.book());
    return offers.map((offer) => toShippingMethodType(offer, shop.currencyCode));
  }
}
