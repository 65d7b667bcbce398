import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What went wrong with a request as a whole; expected refusals are `userErrors` instead. */
export interface GraphProblem {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

interface RawError {
  readonly message?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const sentences: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Your session has ended. Sign in again.',
  FORBIDDEN: 'Your account may not do this.',
  RATE_LIMITED: 'Too many attempts. Wait a moment, then try again.',
  NETWORK: 'The shop cannot be reached. Check your connection and try again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Try again in a moment.',
};

/** The code and a sentence for people of any error a request can end with. */
export function describeProblem(error: unknown): GraphProblem {
  const raw = firstRawError(error);
  const code = codeOf(error, raw);
  const requestId = raw?.extensions?.['requestId'];
  return {
    code,
    message: sentences[code] ?? (typeof raw?.message === 'string' ? raw.message : fallback),
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

/** Whether the caller is no longer (or not yet) signed in. */
export function isUnauthenticated(error: unknown): boolean {
  return describeProblem(error).code === 'UNAUTHENTICATED';
}

const fallback = 'Something went wrong. Try again in a moment.';

function codeOf(error: unknown, raw: RawError | undefined): string {
  const code = raw?.extensions?.['code'];
  if (typeof code === 'string') return code;
  if (raw) return 'INTERNAL_SERVER_ERROR';
  if (!ServerError.is(error)) return 'NETWORK';
  if (error.statusCode === 429) return 'RATE_LIMITED';
  if (error.statusCode === 401) return 'UNAUTHENTICATED';
  return [502, 503, 504].includes(error.statusCode) ? 'NETWORK' : 'INTERNAL_SERVER_ERROR';
}

function firstRawError(error: unknown): RawError | undefined {
  if (CombinedGraphQLErrors.is(error)) return error.errors[0];
  if (!ServerError.is(error)) return undefined;
  try {
    const body = JSON.parse(error.bodyText) as { errors?: RawError[] };
    return body.errors?.[0];
  } catch {
    // A proxy's HTML page: there is no GraphQL error inside.
    return undefined;
  }
}
