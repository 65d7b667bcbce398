import type { ModuleParts, Platform } from '../platform/module';
import { ShopResolver } from './graphql/shop.resolver';
import { ShopSettingsReader } from './persistence/shop-settings';

/** Wires the shop's settings. */
export function createShopModule(
  platform: Platform,
): ModuleParts & { readonly settings: ShopSettingsReader } {
  const settings = new ShopSettingsReader(platform);
  return { resolvers: [new ShopResolver(settings)], settings };
}
