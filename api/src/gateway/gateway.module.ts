import type { ModuleParts, Platform } from '../platform/module';
import { PurgeResponseCache } from './commands/purge-response-cache';
import { ResponseCacheResolver } from './graphql/response-cache.resolver';

/** Wires what staff see and do of the machinery in front of the graph. */
export function createGatewayModule({ responseCache, transactions, clock }: Platform): ModuleParts {
  return {
    resolvers: [
      new ResponseCacheResolver(responseCache, new PurgeResponseCache(transactions), clock),
    ],
  };
}
