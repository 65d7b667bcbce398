import type { ModuleParts, Platform } from '../platform/module';
import type { Authenticate } from '../platform/http/context';
import { anonymous } from '../platform/security/viewer';
import { createShopModule } from '../shop';
import type { Config } from './config';

/** The part of the configuration that modules need. */
export type ModuleConfig = Pick<Config, 'publicUrl' | 'dataDirectory' | 'jwtSecret'>;

/** Wires all modules by hand; the only place that knows them all. */
export function buildModules(platform: Platform, _config: ModuleConfig) {
  const shop = createShopModule(platform);
  const all: readonly ModuleParts[] = [shop];
  const authenticate: Authenticate = () => Promise.resolve(anonymous);
  return { shop, authenticate, all };
}

export type Modules = ReturnType<typeof buildModules>;
