import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';

import type { Admission } from '../security/admission';
import type { OperationRates } from '../security/operation-rates';
import type { Viewer } from '../security/viewer';
import { OperationCosts } from './operation-cost';
import type { OperationStats } from './operation-stats';
import type { OperationOptions } from './persisted-documents';
import type { RequestContext } from './request-context';

/** What stands between a valid document and its execution. */
export interface GuardOptions extends OperationOptions {
  readonly rates: OperationRates;
  readonly admission: Admission;
  /** Present where answers say what they took. */
  readonly stats?: OperationStats | undefined;
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

/**
 * Decides, once a document is known to be valid, whether it is executed now: by its cost, by what its caller has
 * spent already, and by how much the process has to do. Kept answers never come here.
 */
export function createOperationGuard(
  schema: GraphQLSchema,
  { contract, trustedOperations, rates, admission, stats }: GuardOptions,
): ApolloServerPlugin<RequestContext> {
  const costs = new OperationCosts(schema);
  return {
    requestDidStart: () => {
      const started = performance.now();
      let cost: number | undefined;
      let leave: (() => void) | undefined;
      return Promise.resolve({
        didResolveOperation: async ({
          document,
          operation,
          request,
          source,
          contextValue,
          response,
        }) => {
          // Apollo refuses an operationName that the document does not have.
          if (!operation) return;
          cost = costs.costOf(document, operation, request.variables ?? {});
          rates.refuseRepeated(contextValue);
          if (!trustedOperations.isTrusted(source, contract)) {
            assertAffordable(contextValue, operation, cost);
            if (!stats) assertPublished(contextValue, operation);
          }
          const headers = await rates.charge(contextValue, cost);
          for (const [name, value] of Object.entries(headers)) {
            response.http.headers.set(name, value);
          }
          leave = await admission.enter();
        },
        willSendResponse: async ({ contextValue, response }) => {
          leave?.();
          // What could not be read or is not valid took its time, too; the next one pays for it.
          if (cost === undefined) await rates.charge(contextValue, 1).catch(() => undefined);
          const isAsked = contextValue.header('x-show-cost') !== undefined;
          if (response.body.kind !== 'single' || (!stats && !isAsked)) return;
          const { singleResult } = response.body;
          singleResult.extensions = {
            ...singleResult.extensions,
            ...(isAsked ? { cost } : {}),
            ...(stats
              ? {
                  stats: {
                    cost,
                    statements: stats.statements,
                    milliseconds: Math.round((performance.now() - started) * 10) / 10,
                  },
                }
              : {}),
          };
        },
      });
    },
  };
}
