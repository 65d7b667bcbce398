import type { IncomingMessage } from 'node:http';

import proxyAddr, { compile } from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { OperationGate } from '../platform/graphql/operation-gate';
import type { ContractName } from '../platform/graphql/request-context';
import { attachSockets } from '../platform/http/graphql-socket';
import { registerStreams } from '../platform/http/graphql-stream';
import { LiveConnections } from '../platform/http/live-connections';
import { LiveOperations } from '../platform/http/live-operations';
import type { Contracts } from './build-graph';
import type { Modules } from './build-modules';

/** The sockets and streams of this process. */
export interface Live {
  readonly connections: LiveConnections;
  /** Hands every connection over to other processes. */
  close(): Promise<void>;
}

/** What must be known of the surroundings. */
export interface LiveSettings {
  readonly publicUrl: string;
  /** Proxies that are believed when they say where a request comes from. */
  readonly trustedProxies: string[];
  readonly log: Logger;
}

/** Serves both contracts over WebSocket and as server-sent events, with the same rules. */
export function serveLive(
  http: FastifyInstance,
  contracts: Contracts,
  gates: Readonly<Record<ContractName, OperationGate>>,
  { authenticate, revalidate }: Pick<Modules, 'authenticate' | 'revalidate'>,
  { publicUrl, trustedProxies, log }: LiveSettings,
): Live {
  const connections = new LiveConnections(revalidate, log);
  const isTrusted = compile(trustedProxies);
  const ownHost = new URL(publicUrl).host;
  const options = {
    authenticate,
    connections,
    log,
    addressOf: (request: IncomingMessage) => proxyAddr(request, isTrusted),
    isAllowedOrigin: (origin: string, host: string | undefined) => {
      const originHost = URL.canParse(origin) ? new URL(origin).host : undefined;
      return originHost !== undefined && (originHost === ownHost || originHost === host);
    },
  };
  const routes = [
    {
      path: '/graphql',
      contract: 'public',
      operations: new LiveOperations(contracts.public, gates.public),
    },
    {
      path: '/graphql/admin',
      contract: 'admin',
      operations: new LiveOperations(contracts.admin, gates.admin),
    },
  ] as const;
  const servers = [
    attachSockets(http.server, routes, options),
    registerStreams(http, routes, options),
  ];
  return {
    connections,
    close: async () => {
      for (const server of servers) server.refuseNew();
      connections.close();
      await Promise.all(servers.map((server) => server.ended()));
    },
  };
}
