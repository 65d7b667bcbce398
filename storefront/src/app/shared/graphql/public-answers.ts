import type { ApolloLink } from '@apollo/client/link';

import keptOperations from './kept-operations.json';

/** Proxies take request lines of 8 kB; what variables may use of one when they are part of an address. */
const LONGEST_VARIABLES = 6_000;

const KEPT: ReadonlySet<string> = new Set(keptOperations);

/**
 * Whether everybody gets the same answer to this, so that it may be asked for by an address which browsers and
 * proxies know again.
 */
export function hasPublicAnswer({ operationName, variables }: ApolloLink.Operation): boolean {
  if (!KEPT.has(operationName ?? '')) return false;
  return encodeURIComponent(JSON.stringify(variables)).length <= LONGEST_VARIABLES;
}
