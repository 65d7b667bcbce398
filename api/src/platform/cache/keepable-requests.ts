import { createHash } from 'node:crypto';

import { type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

import { documentLimits } from '../graphql/limits';
import { type AnswerPolicy, answerPolicy } from './answer-policy';
import type { KeepableRequest } from './response-cache';

/** One operation as a client asks for it. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

const MOST_DOCUMENTS = 2_000;
const LONGEST_DOCUMENT = 20_000;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entry]) => [name, sorted(entry)]),
    );
  }
  return value;
}

/** Tells which operations of a contract have answers that may be kept, and under which key. */
export class KeepableRequests {
  private readonly policies = new LRUCache<string, { readonly policy: AnswerPolicy | undefined }>({
    max: MOST_DOCUMENTS,
  });

  constructor(private readonly schema: GraphQLSchema) {}

  /** The operation as a cache knows it; undefined when its answer belongs to the caller alone. */
  recognise(asked: AskedOperation): KeepableRequest | undefined {
    if (asked.query.length > LONGEST_DOCUMENT) return undefined;
    const policy = this.policyOf(asked);
    if (!policy) return undefined;
    const { variables = {}, operationName = '' } = asked;
    // What the document does not declare cannot change the answer, and must not fill the cache.
    const declared = policy.variables
      .filter((name) => variables[name] !== undefined)
      .map((name) => [name, sorted(variables[name])]);
    const canonical = JSON.stringify(declared);
    return {
      key: createHash('sha256')
        .update(JSON.stringify([operationName, asked.query, canonical]))
        .digest('base64url'),
      policy,
      operation: operationName === '' ? policy.name : operationName,
      variables: JSON.stringify(Object.fromEntries(declared)),
    };
  }

  private policyOf({ query, operationName }: AskedOperation): AnswerPolicy | undefined {
    const name = `${operationName ?? ''}\n${query}`;
    const known = this.policies.get(name);
    if (known) return known.policy;
    let policy: AnswerPolicy | undefined;
    try {
      const document = parse(query, { maxTokens: documentLimits.tokens, noLocation: true });
      policy = answerPolicy(this.schema, document, operationName);
    } catch {
      // What is wrong with it is for the server to say.
    }
    this.policies.set(name, { policy });
    return policy;
  }
}
