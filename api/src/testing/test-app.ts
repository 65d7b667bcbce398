import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pino } from 'pino';

import { type App, buildApp } from '../app/build-app';
import type { PlatformOptions } from '../app/build-platform';
import type { Config } from '../app/config';
import { platformJobs } from '../app/platform-jobs';
import { GraphqlClient } from './graphql-client';
import { TestClock } from './test-clock';
import { createTestDatabase } from './test-database';

export interface TestApp {
  readonly app: App;
  readonly clock: TestClock;
  /** What it was built with, for whoever builds another process of the same shop. */
  readonly config: Config;
  /** SQL sent since the last `statements.length = 0`. */
  readonly statements: string[];
  readonly databaseUrl: string;
  /** Folder of its own, removed at the end. */
  readonly dataDirectory: string;
  publicClient(): GraphqlClient;
  adminClient(): GraphqlClient;
  /** Runs SQL on the test's own database. */
  sql<T = Record<string, unknown>>(text: string, params?: unknown[]): Promise<T[]>;
  /** Runs one of the worker's jobs once. */
  runJob(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The built app on a database of its own, spoken to without a port. */
export async function createTestApp(
  settings: Partial<Config> = {},
  options: Pick<PlatformOptions, 'statementTimeoutMs'> = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cartwright-test-'));
  const clock = new TestClock();
  const statements: string[] = [];
  const config: Config = {
    http: { host: '127.0.0.1', port: 0, trustedProxies: ['loopback'] },
    publicUrl: 'http://localhost:8080',
    database: { url: database.url, poolSize: 10 },
    redisUrl: undefined,
    responseCache: true,
    release: 'test',
    dataDirectory,
    jwtSecret: 'a secret that only the tests of this project use',
    embeddedWorker: false,
    operations: { manifests: [], developmentStats: false },
    limits: { operationsPerMinute: 0, costPerMinute: 0, executions: 64, waiting: 256 },
    mail: { smtpUrl: undefined, from: undefined, cartReminderHours: 24 },
    stripe: undefined,
    endAt: undefined,
    returnWindowDays: 30,
    logLevel: 'silent',
    demo: undefined,
    ...settings,
  };
  const app = await buildApp(config, pino({ level: config.logLevel }), {
    clock,
    onStatement: (sql) => statements.push(sql),
    ...options,
  });
  await app.http.ready();
  return {
    app,
    clock,
    config,
    statements,
    databaseUrl: database.url,
    dataDirectory,
    publicClient: () => new GraphqlClient(app.http, '/graphql'),
    adminClient: () => new GraphqlClient(app.http, '/graphql/admin'),
    sql: (text, params = []) => app.platform.dataSource.query(text, params),
    runJob: async (name) => {
      const job = platformJobs(app.platform, app.modules).find((each) => each.name === name);
      if (!job) throw new Error(`There is no job ${name}.`);
      await job.run();
    },
    close: async () => {
      await app.close();
      await database.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
