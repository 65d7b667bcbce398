import type { ModuleParts, Platform } from '../platform/module';
import { ShopShippingResolver } from './graphql/shipping.resolver';
import { ShippingMethods } from './shipping-methods';

/** Wires the ways of delivery. */
export function createShippingModule(
  platform: Platform,
): ModuleParts & { readonly methods: ShippingMethods } {
  const methods = new ShippingMethods(platform.dataSource);
  return { resolvers: [new ShopShippingResolver(methods)], methods };
}
