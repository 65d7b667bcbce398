import type { ModuleParts, Platform } from '../platform/module';
import type { ShopSettingsReader } from '../shop';
import { ChangeMethods } from './commands/change-methods';
import { ChangeZones } from './commands/change-zones';
import { AddressRulesResolver } from './graphql/address-rules.resolver';
import { ShopShippingResolver } from './graphql/shipping.resolver';
import { ShippingSettingsResolver } from './graphql/shipping-settings.resolver';
import { ShippingRepository } from './persistence/shipping.repository';
import { ShippingReader } from './shipping-reader';

/** Wires the ways of delivery. */
export function createShippingModule(
  platform: Platform,
  { settings }: { readonly settings: ShopSettingsReader },
): ModuleParts & { readonly reader: ShippingReader } {
  const { transactions } = platform;
  const reader = new ShippingReader(platform);
  const repository = new ShippingRepository();
  const zones = new ChangeZones(transactions, repository);
  const methods = new ChangeMethods(transactions, repository, settings);
  return {
    resolvers: [
      new ShopShippingResolver(reader),
      new ShippingSettingsResolver(reader, zones, methods, settings),
      new AddressRulesResolver(),
    ],
    reader,
  };
}
