import { ApolloLink } from '@apollo/client/link';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { getOperationAST } from 'graphql';

import { operationIds } from './operation-ids.generated';

/** How the ids of operations reach the API. */
export interface ByIdOptions {
  /** Whether they are part of the address, so that answers are known again by it; only for queries. */
  readonly inAddress?: boolean;
}

/** Sends the ids of operations instead of their texts, and the texts to an API that does not know the ids. */
export function byId(transport: ApolloLink, { inAddress = false }: ByIdOptions = {}): ApolloLink {
  const link = new PersistedQueryLink({
    generateHash: (document) => operationIds[getOperationAST(document)?.name?.value ?? ''] ?? '',
    // An API that does not know this build is not asked again and again.
    disable: ({ meta }) => meta.persistedQueryNotSupported || meta.persistedQueryNotFound,
    useGETForHashedQueries: inAddress,
  });
  return ApolloLink.split(
    ({ operationName }) => operationName !== undefined && operationName in operationIds,
    link.concat(transport),
    transport,
  );
}
