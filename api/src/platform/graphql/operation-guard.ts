import type { ApolloServerPlugin } from '@apollo/server';

import type { Admission } from '../security/admission';
import type { OperationGate } from './operation-gate';
import type { OperationStats } from './operation-stats';
import type { RequestContext } from './request-context';

/** What stands between a valid document and its execution. */
export interface GuardOptions {
  readonly gate: OperationGate;
  readonly admission: Admission;
  /** Present where answers say what they took. */
  readonly stats?: OperationStats | undefined;
}

/**
 * Decides, once a document is known to be valid, whether it is executed now: by its cost, by what its caller has
 * spent already, and by how much the process has to do. Kept answers never come here.
 */
export function createOperationGuard({
  gate,
  admission,
  stats,
}: GuardOptions): ApolloServerPlugin<RequestContext> {
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
          const { variables } = request;
          cost = gate.price({ document, operation, variables, body: source }, contextValue);
          const headers = await gate.rates.charge(contextValue, cost);
          for (const [name, value] of Object.entries(headers)) {
            response.http.headers.set(name, value);
          }
          leave = await admission.enter();
        },
        willSendResponse: async ({ contextValue, response }) => {
          leave?.();
          // What could not be read or is not valid took its time, too; the next one pays for it.
          if (cost === undefined) await gate.rates.charge(contextValue, 1).catch(() => undefined);
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
