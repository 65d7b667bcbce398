import type { ApolloServerOptions, BaseContext } from '@apollo/server';

import type { TrustedOperations } from '../operations/trusted-operations';
import type { ContractName } from './request-context';

/** What a server must know of the operations of one contract. */
export interface OperationOptions {
  readonly contract: ContractName;
  readonly trustedOperations: TrustedOperations;
}

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false>;

/**
 * The trusted operations in the form in which Apollo asks for persisted documents. Nothing can be added to it
 * from outside: what a stranger sends with its hash is executed within the limits for strangers and forgotten.
 */
export function persistedDocuments({
  contract,
  trustedOperations,
}: OperationOptions): PersistedQueries {
  return {
    cache: {
      get: async (key) =>
        (await trustedOperations.lookup(key.replace(/^apq:/, ''), contract))?.body,
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(true),
    },
  };
}
