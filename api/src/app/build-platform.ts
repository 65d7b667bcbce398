import { Redis } from 'ioredis';
import type { Logger } from 'pino';

import { type Clock, systemClock } from '../kernel/clock';
import { createDataSource, type StatementListener } from '../platform/database/data-source';
import { TransactionRunner } from '../platform/database/transaction';
import { createLocalEventBus, createRedisEventBus } from '../platform/events/event-bus';
import { EventLog } from '../platform/events/event-log';
import type { Platform } from '../platform/module';
import { TrustedOperations } from '../platform/operations/trusted-operations';
import type { Config } from './config';
import { entities } from './entities';

export interface PlatformOptions {
  readonly clock?: Clock;
  readonly onStatement?: StatementListener;
}

const STATEMENT_TIMEOUT_MS = 10_000;
/** A command to Redis that takes longer is given up: nothing in it is worth waiting for. */
const REDIS_COMMAND_TIMEOUT_MS = 300;

/** Opens the database and, where there is one, Redis. */
export async function buildPlatform(
  config: Pick<Config, 'database' | 'redisUrl'> & Partial<Pick<Config, 'operations'>>,
  log: Logger,
  options: PlatformOptions = {},
): Promise<Platform & { close(): Promise<void> }> {
  const dataSource = createDataSource({
    url: config.database.url,
    poolSize: config.database.poolSize,
    entities,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    onStatement: options.onStatement,
  });
  await dataSource.initialize();

  const { redisUrl } = config;
  const connect = (commandTimeout?: number): Redis => {
    const connection = new Redis(redisUrl ?? '', {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
      ...(commandTimeout ? { commandTimeout, enableOfflineQueue: false } : {}),
    });
    connection.on('error', (error: Error) => log.warn({ err: error }, 'redis is unreachable'));
    return connection;
  };
  const redis = redisUrl ? connect(REDIS_COMMAND_TIMEOUT_MS) : undefined;
  const eventBus = redisUrl ? createRedisEventBus(connect, log) : createLocalEventBus();
  const onAfterCommitFailure = (error: unknown): void =>
    log.warn({ err: error }, 'work after a commit failed; the relay repeats it');
  return {
    dataSource,
    transactions: new TransactionRunner(dataSource, onAfterCommitFailure),
    eventLog: new EventLog(dataSource, eventBus),
    eventBus,
    trustedOperations: new TrustedOperations(dataSource, config.operations?.manifests ?? [], log),
    clock: options.clock ?? systemClock,
    log,
    redis,
    close: async () => {
      await eventBus.close();
      redis?.disconnect();
      await dataSource.destroy();
    },
  };
}
