import { GraphQLError } from 'graphql';

import type { ContractName } from '../graphql/request-context';
import { hashOfDocument } from './operation-manifest';
import type { TrustedOperations } from './trusted-operations';

/** The parts of a request that say which document it means: of a JSON body, or of a query string, parsed. */
export interface DocumentParams {
  readonly query?: unknown;
  /** `sha256:<hex>`, as the draft on persisted documents of GraphQL over HTTP has it. */
  readonly documentId?: unknown;
  /** `{ persistedQuery: { version: 1, sha256Hash } }`, as Apollo's clients have it. */
  readonly extensions?: unknown;
}

/** How a request names its document. */
export type DocumentChoice =
  | { readonly kind: 'text'; readonly query: string }
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed'; readonly message: string };

const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function malformed(message: string): DocumentChoice {
  return { kind: 'malformed', message };
}

function namedHash({ documentId, extensions }: DocumentParams): DocumentChoice {
  if (documentId !== undefined && documentId !== null) {
    const hash = typeof documentId === 'string' ? DOCUMENT_ID.exec(documentId)?.[1] : undefined;
    return hash
      ? { kind: 'hash', hash }
      : malformed('A documentId looks like sha256:<64 hex digits>.');
  }
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (!isObject(persisted)) return { kind: 'nothing' };
  if (persisted['version'] !== 1) return malformed('Unsupported persisted query version');
  const hash = persisted['sha256Hash'];
  return typeof hash === 'string' ? { kind: 'hash', hash } : malformed('A sha256Hash is missing.');
}

/** Which document a request means, decided without looking anything up. */
export function chooseDocument(params: DocumentParams): DocumentChoice {
  const named = namedHash(params);
  const { query } = params;
  if (query === undefined || query === null || query === '') return named;
  if (typeof query !== 'string') return malformed('A query is a string.');
  if (named.kind === 'malformed') return named;
  if (named.kind === 'hash' && named.hash !== hashOfDocument(query)) {
    return malformed('provided sha does not match query');
  }
  return { kind: 'text', query };
}

/** Refuses a hash that nobody knows in the words upon which clients send the whole text. */
export function persistedQueryNotFound(): GraphQLError {
  return new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });
}

/**
 * The text that a request means; undefined when it means none. Throws what the client is to be told: status
 * 400 with BAD_REQUEST for what is malformed, status 200 with PERSISTED_QUERY_NOT_FOUND for an unknown hash.
 */
export async function resolvePersisted(
  params: DocumentParams,
  contract: ContractName,
  operations: Pick<TrustedOperations, 'lookup'>,
): Promise<string | undefined> {
  const choice = chooseDocument(params);
  switch (choice.kind) {
    case 'text':
      return choice.query;
    case 'nothing':
      return undefined;
    case 'malformed':
      throw new GraphQLError(choice.message, { extensions: { code: 'BAD_REQUEST' } });
    case 'hash': {
      const operation = await operations.lookup(choice.hash, contract);
      if (!operation) throw persistedQueryNotFound();
      return operation.body;
    }
  }
}
