import { GraphQLError } from 'graphql';

/** The closed list of top-level error codes; clients switch on these, never on messages. */
export type AppErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE';

const httpStatus: Record<AppErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** A request that is refused as a whole: not signed in, forbidden, malformed, limited. Shown to the client. */
export class AppError extends GraphQLError {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options: {
      retryAfterSeconds?: number;
      /** Header fields that go with the answer. */
      headers?: Readonly<Record<string, string>>;
      cause?: Error;
    } = {},
  ) {
    const headers = new Map(Object.entries(options.headers ?? {}));
    if (options.retryAfterSeconds !== undefined) {
      headers.set('retry-after', String(options.retryAfterSeconds));
    }
    super(message, {
      originalError: options.cause,
      extensions: {
        code,
        ...(options.retryAfterSeconds === undefined
          ? {}
          : { retryAfterSeconds: options.retryAfterSeconds }),
        // A partial answer is still an answer: only codes that refuse the whole request set a status.
        ...(code === 'RATE_LIMITED' || code === 'UNAVAILABLE' || code === 'UNAUTHENTICATED'
          ? { http: { status: httpStatus[code], headers } }
          : {}),
      },
    });
  }
}
