import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { GraphQLError } from 'graphql';
import { CloseCode, type ServerOptions as ProtocolOptions } from 'graphql-ws';
import type { Logger } from 'pino';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';

import { newId } from '../../kernel/ids';
import { AppError } from '../graphql/app-error';
import { anonymous } from '../security/viewer';
import type { Authenticate } from './context';
import type { EndReason, LiveConnection, LiveConnections } from './live-connections';
import { LiveContext } from './live-context';
import type { LiveOperations, LiveRoute } from './live-operations';
import { type SocketLimits, SocketProtocol } from './socket-protocol';

export interface LiveOptions {
  readonly authenticate: Authenticate;
  readonly connections: LiveConnections;
  readonly log: Logger;
  /** Whether a page of this origin may connect; callers without an Origin are no browsers. */
  readonly isAllowedOrigin: (origin: string, host: string | undefined) => boolean;
  /** Where a handshake comes from, as the trusted proxies say. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly socketLimits?: SocketLimits;
}

/** Serves lasting connections until it is told to stop. */
export interface LiveServer {
  /** Takes no new connection. */
  refuseNew(): void;
  /** Resolves once every connection, told to end by the registry, is gone. */
  ended(): Promise<void>;
}

const MAX_MESSAGE_BYTES = 100_000;
/** Operations that one socket may have running, each of which holds a little memory. */
const MAX_OPERATIONS = 100;
/** How long a socket that was told to close may take to do so. */
const CLOSE_TIMEOUT_MS = 5_000;

// The type does not know `closeTimeout` yet.
const serverOptions: ServerOptions & { readonly closeTimeout: number } = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MAX_MESSAGE_BYTES,
  closeTimeout: CLOSE_TIMEOUT_MS,
  handleProtocols: (offered) =>
    offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false,
};

const closing: Readonly<Record<EndReason, readonly [number, string]>> = {
  revoked: [CloseCode.Forbidden, 'Forbidden'],
  // Clients answer this by connecting again, to another process.
  stopping: [1001, 'Going away'],
};

/** A socket as the registry of open connections sees it, with what its operations need of the handshake. */
class SocketConnection implements LiveConnection {
  viewer = anonymous;

  constructor(
    readonly contract: LiveRoute['contract'],
    readonly socket: WebSocket,
    readonly headers: IncomingMessage['headers'],
    readonly clientAddress: string,
  ) {}

  end(reason: EndReason): void {
    this.socket.close(...closing[reason]);
  }
}

/** The token of `connection_init`, if it was sent in the agreed form. */
function initToken(params: Record<string, unknown> | undefined): string | undefined {
  const token = params?.['accessToken'];
  return typeof token === 'string' && token ? token : undefined;
}

function protocolOptions(
  operations: LiveOperations,
  { authenticate, log }: LiveOptions,
): ProtocolOptions<Record<string, unknown>, SocketConnection> {
  return {
    onConnect: async ({ connectionParams, extra: connection }) => {
      try {
        const { contract } = connection;
        connection.viewer = await authenticate(initToken(connectionParams), contract);
        // `false` closes with 4403: the full graph is not for strangers.
        return contract === 'public' || connection.viewer.kind !== 'anonymous';
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },
    onSubscribe: ({ extra: connection, subscriptions }, _id, request) => {
      if (Object.keys(subscriptions).length > MAX_OPERATIONS) {
        return [
          new GraphQLError(`One socket runs ${MAX_OPERATIONS} operations at most.`, {
            extensions: { code: 'BAD_USER_INPUT' },
          }),
        ];
      }
      const { headers, clientAddress } = connection;
      const origin = { requestId: newId(), headers, clientAddress };
      return operations.prepare(request, new LiveContext(connection, origin, log));
    },
    execute: operations.execute,
    subscribe: operations.subscribe,
  };
}

/** Serves every contract over WebSocket (graphql-transport-ws) on the HTTP server's own paths. */
export function attachSockets(
  server: Server,
  routes: readonly LiveRoute[],
  options: LiveOptions,
): LiveServer {
  const { connections, log } = options;
  const sockets = new WebSocketServer(serverOptions);
  const targets = new Map(
    routes.map((route) => {
      const protocol = new SocketProtocol(
        protocolOptions(route.operations, options),
        log,
        options.socketLimits,
      );
      return [route.path, { route, protocol }];
    }),
  );
  const open = new Set<WebSocket>();

  const refuse = (socket: Duplex, status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const target = targets.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    const { headers } = request;
    const { origin, host } = headers;
    if (!target) return refuse(socket, '404 Not Found');
    if (origin && !options.isAllowedOrigin(origin, host)) return refuse(socket, '403 Forbidden');
    const address = options.addressOf(request);
    sockets.handleUpgrade(request, socket, head, (client) => {
      const connection = new SocketConnection(target.route.contract, client, headers, address);
      open.add(client);
      connections.add(connection);
      client.once('close', () => {
        open.delete(client);
        connections.delete(connection);
      });
      target.protocol.serve(client, connection);
    });
  };
  server.on('upgrade', onUpgrade);

  return {
    refuseNew: () => {
      server.off('upgrade', onUpgrade);
      for (const { protocol } of targets.values()) protocol.close();
    },
    ended: async () => {
      await Promise.all([...open].map((client) => once(client, 'close')));
    },
  };
}
