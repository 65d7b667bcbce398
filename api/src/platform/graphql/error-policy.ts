import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

import { isDatabaseOutage, OUTAGE_RETRY_SECONDS } from '../database/outage';
import { AppError } from './app-error';

/** Codes of errors that Apollo and graphql-js raise about the request itself; they are safe to show. */
const requestErrorCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

const BUG = {
  message: 'Something went wrong on our side.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};
const OUTAGE = {
  message: 'The shop cannot be reached at the moment. Please try again.',
  extensions: { code: 'UNAVAILABLE', retryAfterSeconds: OUTAGE_RETRY_SECONDS },
};

function isPresentable(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  if (cause instanceof AppError) return true;
  return cause instanceof GraphQLError && requestErrorCodes.has(String(cause.extensions['code']));
}

/** What a client may see of an error: refusals as they are, everything else masked. */
export function presentError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId?: string,
): GraphQLFormattedError {
  const shown: GraphQLFormattedError = isPresentable(error)
    ? formatted
    : {
        ...(isDatabaseOutage(error) ? OUTAGE : BUG),
        ...(formatted.path ? { path: formatted.path } : {}),
        ...(formatted.locations ? { locations: formatted.locations } : {}),
      };
  const { http: _http, stacktrace: _stacktrace, ...extensions } = shown.extensions ?? {};
  return { ...shown, extensions: { ...extensions, ...(requestId ? { requestId } : {}) } };
}

/** Logs bugs and outages once, in full; refusals are the caller's affair. */
export function logError(log: Logger, error: unknown): void {
  if (isPresentable(error)) return;
  log.error({ err: unwrapResolverError(error) }, 'unexpected error in an operation');
}
