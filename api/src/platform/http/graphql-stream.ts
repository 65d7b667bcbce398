import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { createHandler, print, type Request } from 'graphql-sse';

import { AppError, type AppErrorCode } from '../graphql/app-error';
import { presentError } from '../graphql/error-policy';
import type { Viewer } from '../security/viewer';
import { addressOf } from './context';
import type { LiveOptions, LiveServer } from './graphql-socket';
import type { EndReason, LiveConnection } from './live-connections';
import { LiveContext } from './live-context';
import type { LiveOperations, LiveRoute } from './live-operations';
import { StreamWriter } from './stream-writer';

const MEDIA_TYPE = 'text/event-stream';
const HEADERS = {
  'content-type': `${MEDIA_TYPE}; charset=utf-8`,
  // Kept by nobody and passed on as it comes: Nginx reads the second, other proxies `no-transform`.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};
const statusOf: Partial<Record<AppErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
};

/** What a stream says before it ends for good, so that clients do not come back to it. */
function lastEvents(error: GraphQLFormattedError): string {
  const errors = [error as GraphQLError];
  return print({ event: 'next', data: { errors } }) + print({ event: 'complete', data: null });
}

/** A stream as the registry of open connections sees it. */
class StreamConnection implements LiveConnection {
  constructor(
    readonly contract: LiveRoute['contract'],
    public viewer: Viewer,
    readonly writer: StreamWriter,
    private readonly requestId: string,
  ) {}

  end(reason: EndReason): void {
    if (reason === 'revoked') {
      const error = new AppError('UNAUTHENTICATED', 'This session may not follow any longer.');
      void this.writer.write(lastEvents(presentError(error.toJSON(), error, this.requestId)));
    }
    this.writer.end();
  }
}

/** One request on its way through the library's handler. */
type StreamRequest = Request<FastifyRequest, { readonly connection: StreamConnection }>;

function createStreamHandler(operations: LiveOperations, { log }: LiveOptions) {
  return createHandler<FastifyRequest, StreamRequest['context'], never>({
    // Several operations on one stream would need all requests of a client to reach one process.
    authenticate: () => null,
    onSubscribe: async (request, params) => {
      const { headers, id: requestId } = request.raw;
      const origin = { requestId, headers, clientAddress: addressOf(request.raw) };
      const context = new LiveContext(request.context.connection, origin, log);
      const prepared = await operations.prepare(params, context);
      if (!Array.isArray(prepared)) return prepared as never;
      return (async function* () {
        yield await Promise.resolve({ errors: prepared as GraphQLError[] });
      })();
    },
    // Done with what `prepare` was given, once for each document.
    validate: () => [],
    execute: operations.execute,
    subscribe: operations.subscribe,
    onNext: async (_context, request) => {
      await request.context.connection.writer.ready;
    },
  });
}

async function pipe(body: AsyncIterable<string>, writer: StreamWriter): Promise<void> {
  for await (const text of body) await writer.write(text);
}

/** Refuses pages of other origins: a browser names the origin, or says that the request crosses sites. */
function isForeign({ headers }: FastifyRequest, options: LiveOptions): boolean {
  const { origin, host } = headers;
  if (origin) return !options.isAllowedOrigin(origin, host);
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Serves every contract as server-sent events (graphql-sse, one stream for each operation). */
export function registerStreams(
  app: FastifyInstance,
  routes: readonly LiveRoute[],
  options: LiveOptions,
): LiveServer {
  const { authenticate, connections, log } = options;
  let isStopping = false;

  const admit = async (request: FastifyRequest, contract: LiveRoute['contract']) => {
    if (isStopping) throw new AppError('UNAVAILABLE', 'This process is stopping; ask again.');
    if (isForeign(request, options))
      throw new AppError('FORBIDDEN', 'Pages of other sites may not ask.');
    if (!request.headers.accept?.includes(MEDIA_TYPE)) {
      throw new AppError('BAD_USER_INPUT', `Accept ${MEDIA_TYPE} to follow a stream.`);
    }
    const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
    const viewer = await authenticate(scheme === 'Bearer' ? token : undefined, contract);
    if (contract === 'admin' && viewer.kind === 'anonymous') {
      throw new AppError('UNAUTHENTICATED', 'Please sign in as staff first.');
    }
    return viewer;
  };

  for (const { path, contract, operations } of routes) {
    const handle = createStreamHandler(operations, options);
    const stream = async (request: FastifyRequest, reply: FastifyReply, viewer: Viewer) => {
      const writer = new StreamWriter(reply.raw);
      const connection = new StreamConnection(contract, viewer, writer, request.id);
      const [body, { status, headers }] = await handle({
        method: request.method,
        url: request.url,
        headers: {
          get: (name) => (name === 'accept' ? MEDIA_TYPE : String(request.headers[name] ?? '')),
        },
        body: (request.body ?? null) as StreamRequest['body'],
        raw: request,
        context: { connection },
      });
      if (!body || typeof body === 'string') {
        return reply
          .code(status)
          .headers(headers ?? {})
          .send(body ?? '');
      }
      reply.hijack();
      if (isStopping || reply.raw.destroyed) {
        await body.return();
        reply.raw.destroy();
        return reply;
      }
      connections.add(connection);
      reply.raw.once('close', () => {
        connections.delete(connection);
        void body.return();
      });
      reply.raw.writeHead(status, { ...HEADERS, 'x-request-id': request.id });
      try {
        await pipe(body, writer);
      } catch (error) {
        if (error instanceof GraphQLError) await writer.write(lastEvents(error.toJSON()));
        else log.error({ err: error, requestId: request.id }, 'unexpected error in a stream');
      }
      writer.end();
      return reply;
    };
    app.route({
      method: ['GET', 'POST'],
      url: `${path}/stream`,
      handler: async (request, reply) => {
        try {
          return await stream(request, reply, await admit(request, contract));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          return reply
            .code(statusOf[error.code] ?? 400)
            .send({ errors: [presentError(error.toJSON(), error, request.id)] });
        }
      },
    });
  }
  return {
    refuseNew: () => {
      isStopping = true;
    },
    // The HTTP server itself waits for its answers to end.
    ended: () => Promise.resolve(),
  };
}
