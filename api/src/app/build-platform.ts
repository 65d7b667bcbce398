import type { Logger } from 'pino';

import { type Clock, systemClock } from '../kernel/clock';
import { createMemoryAnswerStore } from '../platform/cache/memory-answer-store';
import { createRedisAnswerStore } from '../platform/cache/redis-answer-store';
import { ResponseCache } from '../platform/cache/response-cache';
import { ChangeFeed } from '../platform/changes/change-feed';
import { createDataSource, type StatementListener } from '../platform/database/data-source';
import { TransactionRunner } from '../platform/database/transaction';
import { createLocalEventBus, createRedisEventBus } from '../platform/events/event-bus';
import { EventLog } from '../platform/events/event-log';
import type { Platform } from '../platform/module';
import { TrustedOperations } from '../platform/operations/trusted-operations';
import { connectRedis, type RedisConnection } from '../platform/redis/connect-redis';
import type { Config } from './config';
import { entities } from './entities';

export interface PlatformOptions {
  readonly clock?: Clock;
  readonly onStatement?: StatementListener;
  /** Longest a statement may run. */
  readonly statementTimeoutMs?: number;
}

const STATEMENT_TIMEOUT_MS = 10_000;
/** A command to Redis that takes longer is given up: nothing in it is worth waiting for. */
const REDIS_COMMAND_TIMEOUT_MS = 300;

/** Opens the database and, where there is one, Redis. */
export async function buildPlatform(
  config: Pick<Config, 'database' | 'redisUrl'> & Partial<Pick<Config, 'operations' | 'release'>>,
  log: Logger,
  options: PlatformOptions = {},
): Promise<Platform & { close(): Promise<void> }> {
  const dataSource = createDataSource({
    url: config.database.url,
    poolSize: config.database.poolSize,
    prepareStatements: config.database.prepareStatements,
    entities,
    statementTimeoutMs: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    onStatement: options.onStatement,
  });
  await dataSource.initialize();

  const { redisUrl } = config;
  const connect = (commandTimeoutMs?: number): RedisConnection =>
    connectRedis(redisUrl ?? '', log, commandTimeoutMs);
  const redis = redisUrl ? connect(REDIS_COMMAND_TIMEOUT_MS) : undefined;
  const changes = new ChangeFeed({ url: config.database.url, log });
  const eventBus = redisUrl ? createRedisEventBus(connect, log) : createLocalEventBus();
  const onAfterCommitFailure = (error: unknown): void =>
    log.warn({ err: error }, 'work after a commit failed; the relay repeats it');
  return {
    dataSource,
    transactions: new TransactionRunner(dataSource, onAfterCommitFailure),
    eventLog: new EventLog(dataSource, eventBus),
    eventBus,
    trustedOperations: new TrustedOperations(dataSource, config.operations?.manifests ?? [], log),
    changes,
    responseCache: new ResponseCache({
      changes,
      store: redis
        ? createRedisAnswerStore(redis, config.release ?? 'unnamed')
        : createMemoryAnswerStore(),
    }),
    clock: options.clock ?? systemClock,
    log,
    redis,
    close: async () => {
      await eventBus.close();
      await changes.close();
      redis?.disconnect();
      await dataSource.destroy();
    },
  };
}
