import type { ModuleParts, Platform } from '../platform/module';
import { ShopShippingResolver } from './graphql/shipping.resolver';
import { ShippingReader } from './shipping-reader';

/** Wires the ways of delivery. */
export function createShippingModule(
  platform: Platform,
): ModuleParts & { readonly reader: ShippingReader } {
  const reader = new ShippingReader(platform);
  return { resolvers: [new ShopShippingResolver(reader)], reader };
}
