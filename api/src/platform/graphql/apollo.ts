import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

import { isDatabaseOutage, OUTAGE_RETRY_SECONDS } from '../database/outage';
import { logError, presentError } from './error-policy';
import { createExecutor } from './execution/executor';
import { documentLimits, limitsRuleFor } from './limits';
import { createOperationGuard, type GuardOptions } from './operation-guard';
import type { RequestContext } from './request-context';

/** One line per operation, with what it took. */
function operationLog(log: Logger): ApolloServerPlugin<RequestContext> {
  // What is said here is no secret; to look for secrets in it took longer than to write it.
  const lines = log.child({}, { redact: [] });
  return {
    requestDidStart: () => {
      const started = performance.now();
      return Promise.resolve({
        willSendResponse: ({ contextValue, operation, operationName, errors }) => {
          lines.info(
            {
              requestId: contextValue.requestId,
              contract: contextValue.contract,
              viewer: contextValue.viewer.kind,
              operation: operation?.operation,
              operationName,
              milliseconds: Math.round(performance.now() - started),
              errorCodes: errors?.map((error) => error.extensions['code']),
            },
            'operation',
          );
          return Promise.resolve();
        },
      });
    },
  };
}

/** Puts the request id on errors and logs those that are ours. */
const requestErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, response }) => {
        for (const error of errors) logError(contextValue.log, error);
        if (errors.some((error) => isDatabaseOutage(error))) {
          // A refusal of everybody for a while, whatever else could be said.
          response.http.status = 503;
          response.http.headers.set('retry-after', String(OUTAGE_RETRY_SECONDS));
        }
        return Promise.resolve();
      },
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single') {
          const { singleResult } = response.body;
          singleResult.errors = singleResult.errors?.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId: contextValue.requestId },
          }));
        }
        return Promise.resolve();
      },
    }),
};

/**
 * Lets Apollo parse, validate, limit and report, and puts our executor where it has a place for one. Its hooks around
 * single fields (`willResolveField`) do not work with it, and would cost more than all the rest.
 */
function gatewayTo(
  schema: GraphQLSchema,
): NonNullable<ApolloServerOptions<RequestContext>['gateway']> {
  const execute = createExecutor(schema);
  let announce: ((schema: GraphQLSchema) => void) | undefined;
  return {
    onSchemaLoadOrUpdate: (callback) => {
      announce = (apiSchema) => callback({ apiSchema, coreSupergraphSdl: '' });
      return () => {
        announce = undefined;
      };
    },
    load: () => {
      announce?.(schema);
      return Promise.resolve({
        executor: async ({ document, request, context }) =>
          execute({
            document,
            operationName: request.operationName,
            variables: request.variables,
            context,
          }),
      });
    },
    stop: () => Promise.resolve(),
  };
}

/**
 * Whoever named a document by its hash was understood before Apollo is asked, and nothing is registered from outside:
 * what a stranger sends together with its hash is executed within the limits for strangers and forgotten.
 */
const nothingPersisted = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(true),
};

/** An Apollo server for one contract, with every protection on that it has. */
export function createApolloServer(
  schema: GraphQLSchema,
  guards: GuardOptions,
  log: Logger,
): ApolloServer<RequestContext> {
  const { gate } = guards;
  return new ApolloServer<RequestContext>({
    gateway: gatewayTo(schema),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: { cache: nothingPersisted },
    maxRecursiveSelections: 5_000,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationRules: [limitsRuleFor((body) => gate.isTrusted(body))],
    validationOptions: { maxErrors: 5 },
    formatError: (formatted, error) => presentError(formatted, error),
    stopOnTerminationSignals: false,
    plugins: [
      operationLog(log),
      requestErrors,
      createOperationGuard(guards),
      ApolloServerPluginLandingPageDisabled(),
      // The response cache works its policy out once for each document; hints of single fields have no reader.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
