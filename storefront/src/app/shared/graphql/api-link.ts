import { ApolloLink } from '@apollo/client/link';

import { byId } from './persisted-link';
import { hasPublicAnswer } from './public-answers';

/**
 * Queries and mutations on their way to the API. What everybody may see is asked for by its address and without
 * saying who asks, so that browsers and proxies know the answer again; all else says who asks, and is posted.
 */
export function createApiLink(transport: ApolloLink, identify?: ApolloLink): ApolloLink {
  const posted = byId(transport);
  return ApolloLink.split(
    hasPublicAnswer,
    byId(transport, { inAddress: true }),
    identify ? identify.concat(posted) : posted,
  );
}
