import {
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';

import { documentLimits, limitsRuleFor } from '../graphql/limits';

const LONGEST_DOCUMENT = 20_000;
/** Characters of all documents kept; a parsed document takes some thirty times its text. */
const KEPT_CHARACTERS = 500_000;

function isMutation(node: DefinitionNode): boolean {
  return node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION;
}

function refused(code: string, errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map(
    ({ message, nodes, source, positions }) =>
      new GraphQLError(message, { nodes, source, positions, extensions: { code } }),
  );
}

/**
 * Checks documents for connections that last. A document is parsed and validated once, however many follow
 * with it: thousands of open subscriptions hold one tree.
 */
export class LiveDocuments {
  private readonly good = new LRUCache<string, DocumentNode>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_document, text) => text.length + 1,
  });

  private readonly limitsRule: ValidationRule;

  constructor(
    private readonly schema: GraphQLSchema,
    isTrusted: (body: string) => boolean,
  ) {
    this.limitsRule = limitsRuleFor(isTrusted);
  }

  /** The parsed document, or everything that is wrong with it. */
  check(text: string): DocumentNode | readonly GraphQLError[] {
    const known = this.good.get(text);
    if (known) return known;
    const checked = this.parseAndValidate(text);
    if (!Array.isArray(checked)) this.good.set(text, checked as DocumentNode);
    return checked;
  }

  private parseAndValidate(text: string): DocumentNode | readonly GraphQLError[] {
    if (text.length > LONGEST_DOCUMENT) {
      return refused('BAD_USER_INPUT', [new GraphQLError('This document is too long.')]);
    }
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: documentLimits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return refused('GRAPHQL_PARSE_FAILED', [error]);
    }
    // A mutation may have to set a cookie and is limited by the caller's address; no lasting connection can.
    if (document.definitions.some(isMutation)) {
      return refused('BAD_REQUEST', [new GraphQLError('Send mutations over HTTP.')]);
    }
    const beyond = validate(this.schema, document, [this.limitsRule]);
    if (beyond.length > 0) return refused('BAD_USER_INPUT', beyond);
    const wrong = validate(this.schema, document, specifiedRules, {
      maxErrors: 5,
      hideSuggestions: true,
    });
    return wrong.length > 0 ? refused('GRAPHQL_VALIDATION_FAILED', wrong) : document;
  }
}
