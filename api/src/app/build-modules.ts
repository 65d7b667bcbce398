import type { ModuleParts, Platform } from '../platform/module';
import { createShopModule } from '../shop';
import type { Config } from './config';

/** The part of the configuration that modules need. */
export type ModuleConfig = Pick<Config, 'publicUrl' | 'dataDirectory' | 'jwtSecret'>;

/** Wires all modules by hand; the only place that knows them all. */
export function buildModules(platform: Platform, _config: ModuleConfig) {
  const shop = createShopModule(platform);
  const all: readonly ModuleParts[] = [shop];
  return { shop, all };
}

export type Modules = ReturnType<typeof buildModules>;
