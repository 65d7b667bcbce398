import type { ModuleParts, Platform } from '../platform/module';
import { PurgeResponseCache } from './commands/purge-response-cache';
import { ResponseCacheResolver } from './graphql/response-cache.resolver';

/** Wires what staff see and do of the machinery in front of the graph. */
export function createGatewayModule(platform: Platform): ModuleParts {
  const { responseCache, changes, transactions, clock } = platform;
  const purge = new PurgeResponseCache(transactions);
  return {
    resolvers: [new ResponseCacheResolver(responseCache, changes, purge, clock)],
  };
}
