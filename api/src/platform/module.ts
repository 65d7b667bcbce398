import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

import type { Clock } from '../kernel/clock';
import type { ResponseCache } from './cache/response-cache';
import type { ChangeFeed } from './changes/change-feed';
import type { TransactionRunner } from './database/transaction';
import type { EventBus } from './events/event-bus';
import type { EventLog } from './events/event-log';
import type { TrustedOperations } from './operations/trusted-operations';
import type { RedisConnection } from './redis/connect-redis';

/** The technical parts that a module may be built from. */
export interface Platform {
  readonly dataSource: DataSource;
  readonly transactions: TransactionRunner;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  /** Tells what committed transactions changed. */
  readonly changes: ChangeFeed;
  /** Answers that are the same for everybody. */
  readonly responseCache: ResponseCache;
  /** What the apps send, known by hash. */
  readonly trustedOperations: TrustedOperations;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent in the embedded default. Holds nothing that cannot be lost. */
  readonly redis: RedisConnection | undefined;
}

/** Work that a worker repeats; safe to run in several processes at once. */
export interface TimedJob {
  readonly name: string;
  readonly intervalSeconds: number;
  /** Comes to an early end when it is told to stop. */
  run(stopping?: AbortSignal): Promise<void>;
}

/** What a module gives to the composition root; it keeps everything else to itself. */
export interface ModuleParts {
  /** Instances of its TypeGraphQL resolver classes. */
  readonly resolvers: readonly object[];
  readonly jobs?: readonly TimedJob[];
  /** Adds plain HTTP routes, such as files. */
  readonly routes?: (app: FastifyInstance) => void;
}
