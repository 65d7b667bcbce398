import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import {
  type DefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode, type Disposable, type ServerOptions } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

import { AppError } from '../graphql/app-error';
import { logError, presentError } from '../graphql/error-policy';
import { limitsRule } from '../graphql/limits';
import type { ContractName, RequestContext } from '../graphql/request-context';
import type { Viewer } from '../security/viewer';
import type { Authenticate } from './context';

export interface SocketRoute {
  readonly path: string;
  readonly contract: ContractName;
  readonly schema: GraphQLSchema;
}

export interface SocketOptions {
  readonly authenticate: Authenticate;
  readonly makeContext: (
    request: IncomingMessage,
    contract: ContractName,
    viewer: Viewer,
  ) => RequestContext;
  /** Whether a page of this origin may open a socket; callers without an Origin are no browsers. */
  readonly isAllowedOrigin: (origin: string, host: string | undefined) => boolean;
}

const MAX_MESSAGE_BYTES = 100_000;
const PING_INTERVAL_MS = 12_000;
const LONGEST_DOCUMENT = 20_000;

interface SocketExtra extends Extra {
  viewer?: Viewer;
}

function isMutation(node: DefinitionNode): boolean {
  return node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION;
}

/** The token of `connection_init`, if it was sent in the agreed form. */
function initToken(params: Record<string, unknown> | undefined): string | undefined {
  const token = params?.['accessToken'];
  return typeof token === 'string' && token ? token : undefined;
}

function socketServerOptions(
  route: SocketRoute,
  options: SocketOptions,
): ServerOptions<Record<string, unknown>, SocketExtra> {
  const contexts = new WeakMap<object, RequestContext>();
  return {
    schema: route.schema,
    validate: (schema, document) => {
      if ((document.loc?.source.body.length ?? 0) > LONGEST_DOCUMENT) {
        return [new GraphQLError('This document is too long.')];
      }
      // A mutation may have to set a cookie and is limited by the caller's address; a socket can do neither.
      if (document.definitions.some(isMutation)) {
        return [new GraphQLError('Send mutations over HTTP.')];
      }
      const beyond = validate(schema, document, [limitsRule]);
      return beyond.length > 0
        ? beyond
        : validate(schema, document, specifiedRules, { maxErrors: 5, hideSuggestions: true });
    },
    onConnect: async (context) => {
      try {
        const viewer = await options.authenticate(
          initToken(context.connectionParams),
          route.contract,
        );
        context.extra.viewer = viewer;
        // `false` closes with 4403: the full graph is for staff alone.
        return route.contract === 'public' || viewer.kind === 'staff';
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        context.extra.socket.close(CloseCode.Forbidden, 'Forbidden');
        return false;
      }
    },
    context: (context, _id, _payload, args) => {
      const made = options.makeContext(
        context.extra.request,
        route.contract,
        context.extra.viewer ?? { kind: 'anonymous' },
      );
      contexts.set(args, made);
      return made;
    },
    // Called for documents that do not parse or validate: what is wrong with them is the client's to know.
    onError: (_context, _id, _payload, errors) =>
      errors.map(({ message, locations }) => ({
        message,
        locations,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      })),
    onNext: (_context, _id, _payload, args, result) => {
      const { errors } = result;
      if (!errors) return result;
      const requestContext = args.contextValue as RequestContext;
      for (const error of errors) logError(requestContext.log, error);
      return {
        ...result,
        errors: errors.map((error) =>
          presentError(error.toJSON(), error, requestContext.requestId),
        ) as unknown as GraphQLError[],
      };
    },
  };
}

/** Serves every contract over WebSocket (graphql-transport-ws) on the HTTP server's own paths. */
export function attachSockets(
  server: Server,
  routes: readonly SocketRoute[],
  options: SocketOptions,
): { close(): Promise<void> } {
  const running = new Map<string, { sockets: WebSocketServer; protocol: Disposable }>();
  for (const route of routes) {
    const sockets = new WebSocketServer({
      noServer: true,
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: (offered) =>
        offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false,
    });
    const protocol = useServer(
      { ...socketServerOptions(route, options), isProd: true },
      sockets,
      PING_INTERVAL_MS,
    );
    running.set(route.path, { sockets, protocol });
  }

  const refuse = (socket: Duplex, status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const target = running.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    const { origin, host } = request.headers;
    if (!target) return refuse(socket, '404 Not Found');
    if (origin && !options.isAllowedOrigin(origin, host)) return refuse(socket, '403 Forbidden');
    target.sockets.handleUpgrade(request, socket, head, (client) => {
      target.sockets.emit('connection', client, request);
    });
  };
  server.on('upgrade', onUpgrade);

  return {
    close: async () => {
      server.off('upgrade', onUpgrade);
      // Closes every socket with 1001, which clients answer by connecting again, to another process.
      for (const { protocol } of running.values()) await protocol.dispose();
    },
  };
}
