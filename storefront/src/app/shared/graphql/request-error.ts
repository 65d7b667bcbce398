import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** Why a request to the API failed, in words for people and a code for programs. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    message: string,
    readonly code: string,
    readonly requestId?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Please sign in to continue.',
  FORBIDDEN: 'You may not do this.',
  RATE_LIMITED: 'That was a little fast. Please wait a moment and try again.',
};
const OUTAGE = 'Something went wrong on our side. Please try again.';

/** Turns whatever a link threw into one kind of error that pages can show. */
export function toRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = text(first?.extensions?.['code']) ?? 'INTERNAL_SERVER_ERROR';
    return new RequestError(
      MESSAGES[code] ?? (code === 'BAD_USER_INPUT' && first ? first.message : OUTAGE),
      code,
      text(first?.extensions?.['requestId']),
      { cause: error },
    );
  }
  return new RequestError(
    'We could not reach the shop. Check your connection and try again.',
    'NETWORK',
    undefined,
    { cause: error },
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
