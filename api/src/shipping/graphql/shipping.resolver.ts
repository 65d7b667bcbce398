import { FieldResolver, Resolver, Root } from 'type-graphql';

import { ShopType } from '../../shop';
import type { ShippingMethods } from '../shipping-methods';
import { ShippingMethodType, toShippingMethodType } from './shipping-method.type';

@Resolver(() => ShopType)
export class ShopShippingResolver {
  constructor(private readonly methods: ShippingMethods) {}

  @FieldResolver(() => [ShippingMethodType], { description: 'Ways of delivery, cheapest first.' })
  async shippingMethods(@Root() shop: ShopType): Promise<ShippingMethodType[]> {
    const methods = await this.methods.list();
    return methods.map((method) => toShippingMethodType(method, shop.currencyCode));
  }
}
