import { FieldResolver, Resolver, Root } from 'type-graphql';

import { CountryType, ShopType, toCountryType } from '../../shop';
import { deliveredCountries, offeredSomewhere } from '../domain/shipping-book';
import type { ShippingReader } from '../shipping-reader';
import { ShippingMethodType, toShippingMethodType } from './shipping-method.type';

@Resolver(() => ShopType)
export class ShopShippingResolver {
  constructor(private readonly shipping: ShippingReader) {}

  @FieldResolver(() => [CountryType], {
    description: 'Countries the shop ships to, in display order.',
  })
  async countries(): Promise<CountryType[]> {
    return deliveredCountries(await this.shipping.book()).map(toCountryType);
  }

  @FieldResolver(() => [ShippingMethodType], {
    description: 'Ways of delivery that are offered somewhere, cheapest first.',
  })
  async shippingMethods(@Root() shop: ShopType): Promise<ShippingMethodType[]> {
    const offers = offeredSomewhere(await this.shipping.book());
    return offers.map((offer) => toShippingMethodType(offer, shop.currencyCode));
  }
}
