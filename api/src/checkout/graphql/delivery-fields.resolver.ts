import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';

import { CartType } from '../../cart';
import { CountryCode } from '../../platform/graphql/scalars';
import { ShippingMethodType, toShippingMethodType } from '../../shipping';
import type { CheckoutReader } from '../checkout-reader';
import { CheckoutType } from './checkout.type';

@Resolver(() => CheckoutType)
export class CheckoutDeliveryResolver {
  constructor(private readonly reader: CheckoutReader) {}

  @FieldResolver(() => [ShippingMethodType], {
    description:
      "What is offered at its address for its goods, cheapest first; in the shop's first country while there is no address.",
  })
  async shippingMethods(@Root() { view }: CheckoutType): Promise<ShippingMethodType[]> {
    const { currencyCode } = view.checkout;
    const offers = await this.reader.shippingMethods(view);
    return offers.map((offer) => toShippingMethodType(offer, currencyCode));
  }
}

@Resolver(() => CartType)
export class CartDeliveryResolver {
  constructor(private readonly reader: CheckoutReader) {}

  @FieldResolver(() => [ShippingMethodType], {
    description:
      'What would be offered for its goods at a place, cheapest first; empty where the shop does not deliver them.',
  })
  async shippingEstimates(
    @Root() { view, cost }: CartType,
    @Arg('countryCode', () => CountryCode, { description: 'Where it would go.' })
    countryCode: string,
    @Arg('postcode', () => String, {
      nullable: true,
      description: 'Where in the country; what is offered may depend on it.',
    })
    postcode?: string,
  ): Promise<ShippingMethodType[]> {
    const offers = await this.reader.estimates(view, { countryCode, postcode });
    return offers.map((offer) => toShippingMethodType(offer, cost.total.currencyCode));
  }
}
