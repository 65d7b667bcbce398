import type { IncomingMessage } from 'node:http';

import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';

import { newId } from '../kernel/ids';
import { KeepableRequests } from '../platform/cache/keepable-requests';
import { createApolloServer } from '../platform/graphql/apollo';
import { OperationGate } from '../platform/graphql/operation-gate';
import { OperationStats } from '../platform/graphql/operation-stats';
import type { ContractName } from '../platform/graphql/request-context';
import { createStaffGate } from '../platform/graphql/staff-gate';
import { type ContextOptions, createHttpContext } from '../platform/http/context';
import { registerErrorAnswers } from '../platform/http/errors';
import { registerGraphql } from '../platform/http/graphql-http';
import { registerHealth } from '../platform/http/health';
import { KeptAnswers } from '../platform/http/kept-answers';
import { type RunningJobs, startJobs } from '../platform/jobs/timed-jobs';
import type { Platform } from '../platform/module';
import type { RedisConnection } from '../platform/redis/connect-redis';
import { Admission } from '../platform/security/admission';
import { OperationRates } from '../platform/security/operation-rates';
import { buildContracts, type Contracts } from './build-graph';
import { buildModules, type Modules } from './build-modules';
import { buildPlatform, type PlatformOptions } from './build-platform';
import type { Config } from './config';
import { platformJobs } from './platform-jobs';
import { type Live, serveLive } from './serve-live';

/** The assembled API. */
export interface App {
  readonly http: FastifyInstance;
  readonly contracts: Contracts;
  readonly modules: Modules;
  readonly platform: Platform;
  readonly live: Live;
  /** Starts to listen; resolves with the port. */
  listen(): Promise<number>;
  /** Finishes what is running, hands sockets over to other processes, closes every connection. */
  close(): Promise<void>;
}

const BODY_LIMIT_BYTES = 1_000_000;

/** Names requests: as a proxy did, if that is safe to log, or by this process and a count, which costs nothing. */
function createRequestIds(): (request: IncomingMessage) => string {
  const process = newId();
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    if (typeof given === 'string' && /^[\w-]{8,64}$/.test(given)) return given;
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}

/** Also tells the request of each statement that it was sent. */
function counting(stats: OperationStats, options: PlatformOptions): PlatformOptions {
  return {
    ...options,
    onStatement: (sql) => {
      options.onStatement?.(sql);
      stats.countStatement();
    },
  };
}

async function redisAnswers(redis: RedisConnection): Promise<void> {
  await redis.ping();
}

/** Wires the API by hand: platform, modules, graph, servers. */
export async function buildApp(
  config: Config,
  log: Logger,
  options: PlatformOptions = {},
): Promise<App> {
  const stats = config.operations.developmentStats ? new OperationStats() : undefined;
  const platform = await buildPlatform(config, log, stats ? counting(stats, options) : options);
  const modules = buildModules(platform, config);
  const contracts = await buildContracts(modules.all.flatMap((module) => module.resolvers));
  const http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.http.trustedProxies,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: createRequestIds(),
    // Most requests log nothing; those that do name themselves.
    childLoggerFactory: (logger) => logger,
  }) as unknown as FastifyInstance;

  registerErrorAnswers(http);
  const contextOptions: ContextOptions = {
    authenticate: modules.authenticate,
    log,
    secureCookies: config.publicUrl.startsWith('https:'),
  };
  http.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  });
  const makeContext = createHttpContext(contextOptions);
  await platform.trustedOperations.deploy();
  const { trustedOperations } = platform;
  const rates = new OperationRates(platform.redis, config.limits);
  const admission = new Admission(config.limits);
  const gateTo = (contract: ContractName): OperationGate =>
    new OperationGate(contracts[contract], {
      contract,
      trustedOperations,
      rates,
      isDevelopment: stats !== undefined,
    });
  const gates = { public: gateTo('public'), admin: gateTo('admin') };
  if (stats) http.addHook('preHandler', (_request, _reply, done) => stats.run(done));
  const serverOf = (contract: ContractName) =>
    createApolloServer(contracts[contract], { gate: gates[contract], admission, stats }, log);
  const [publicApollo, adminApollo] = [serverOf('public'), serverOf('admin')];
  await Promise.all([publicApollo.start(), adminApollo.start()]);
  registerGraphql(
    http,
    {
      path: '/graphql',
      contract: 'public',
      apollo: publicApollo,
      documents: trustedOperations,
      isOpen: () => true,
      kept: config.responseCache
        ? new KeptAnswers(platform.responseCache, new KeepableRequests(contracts.public))
        : undefined,
    },
    makeContext,
  );
  registerGraphql(
    http,
    {
      path: '/graphql/admin',
      contract: 'admin',
      apollo: adminApollo,
      documents: trustedOperations,
      isOpen: createStaffGate(contracts.admin),
    },
    makeContext,
  );
  const { redis } = platform;
  const health = registerHealth(http, {
    database: async () => {
      await platform.dataSource.query('SELECT 1');
    },
    ...(redis ? { redis: () => redisAnswers(redis) } : {}),
  });
  for (const module of modules.all) module.routes?.(http);

  const live = serveLive(http, contracts, gates, modules, {
    publicUrl: config.publicUrl,
    trustedProxies: config.http.trustedProxies,
    log,
  });
  let jobs: RunningJobs | undefined;
  return {
    http,
    contracts,
    modules,
    platform,
    live,
    listen: async () => {
      await http.listen({ host: config.http.host, port: config.http.port });
      if (config.embeddedWorker) {
        jobs = startJobs(platformJobs(platform, modules), log);
      }
      const address = http.server.address();
      return typeof address === 'object' && address ? address.port : config.http.port;
    },
    close: async () => {
      health.stopping();
      await jobs?.stop();
      await live.close();
      await http.close();
      await Promise.all([publicApollo.stop(), adminApollo.stop()]);
      admission.close();
      await platform.close();
    },
  };
}
