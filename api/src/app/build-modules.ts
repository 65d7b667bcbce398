import type { ModuleParts, Platform } from '../platform/module';
import { createCustomersModule } from '../customers';
import { createIdentityModule } from '../identity';
import { createShopModule } from '../shop';
import type { Config } from './config';

/** The part of the configuration that modules need. */
export type ModuleConfig = Pick<Config, 'publicUrl' | 'dataDirectory' | 'jwtSecret'>;

/** Wires all modules by hand; the only place that knows them all. */
export function buildModules(platform: Platform, config: ModuleConfig) {
  const shop = createShopModule(platform);
  const { customers, ...customersModule } = createCustomersModule(platform);
  const identity = createIdentityModule(platform, { customers, secret: config.jwtSecret });
  const all: readonly ModuleParts[] = [shop, customersModule, identity];
  return { shop, customers, identity, authenticate: identity.authenticate, all };
}

export type Modules = ReturnType<typeof buildModules>;
