import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

import { type DocumentParams, resolvePersisted } from '../operations/resolve-persisted';
import type { TrustedOperations } from '../operations/trusted-operations';
import type { OperationRates } from '../security/operation-rates';
import type { Viewer } from '../security/viewer';
import { OperationCosts } from './operation-cost';
import type { ContractName, RequestContext } from './request-context';

/** What must be known to judge the operations of one contract. */
export interface GateOptions {
  readonly contract: ContractName;
  readonly trustedOperations: TrustedOperations;
  readonly rates: OperationRates;
  /** Whether anybody may ask for the contract with `__schema`, as developers do. */
  readonly isDevelopment: boolean;
}

/** One operation of a valid document. */
export interface PricedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** The text of the document as it was sent. */
  readonly body: string;
}

/** The most that a document may cost that no app of ours sends. */
const highestCost: Readonly<Record<Viewer['kind'], number>> = {
  anonymous: 1_000,
  customer: 1_000,
  'api-key': 10_000,
  staff: 10_000,
};

function refused(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

function asksForContract(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.some(
    (node) => node.kind === Kind.FIELD && node.name.value === '__schema',
  );
}

/** Throws what keeps this viewer from a document of their own. */
function assertAffordable(
  { viewer }: RequestContext,
  operation: OperationDefinitionNode,
  cost: number,
): void {
  const most = highestCost[viewer.kind];
  if (cost > most) {
    throw refused(`This operation costs ${cost}, and ${most} at most is allowed; ask for less.`);
  }
}

/** The contract is published as a file; asking for it piece by piece is for those who build on it. */
function assertPublished({ viewer }: RequestContext, operation: OperationDefinitionNode): void {
  if (asksForContract(operation) && (viewer.kind === 'anonymous' || viewer.kind === 'customer')) {
    throw refused('Only holders of an API key may ask for the contract in this way.');
  }
}

/** Knows which operations of a contract may be executed for whom, over whatever they come. */
export class OperationGate {
  readonly rates: OperationRates;
  private readonly costs: OperationCosts;

  constructor(
    schema: GraphQLSchema,
    private readonly options: GateOptions,
  ) {
    this.rates = options.rates;
    this.costs = new OperationCosts(schema);
  }

  /** The text that a request means, given in full or by its hash; undefined when it means none. */
  textOf(params: DocumentParams): Promise<string | undefined> {
    return resolvePersisted(params, this.options.contract, this.options.trustedOperations);
  }

  /** Whether an app of ours sends exactly this text. */
  isTrusted(body: string): boolean {
    return this.options.trustedOperations.isTrusted(body, this.options.contract);
  }

  /** What an operation costs. Throws where that is more than its sender may ask for, or if they were just refused. */
  price(
    { document, operation, variables, body }: PricedOperation,
    context: RequestContext,
  ): number {
    const cost = this.costs.costOf(document, operation, variables ?? {});
    this.rates.refuseRepeated(context);
    if (!this.isTrusted(body)) {
      assertAffordable(context, operation, cost);
      if (!this.options.isDevelopment) assertPublished(context, operation);
    }
    return cost;
  }
}
