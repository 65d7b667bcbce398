import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { logFileOf, startNode, stopEverything } from '../../tools/launcher/child-processes.ts';
import { freePort } from '../../tools/launcher/free-port.ts';
import {
  newPassword,
  type PostgresOptions,
  type PostgresServer,
  startPostgres,
} from '../../tools/launcher/postgres-server.ts';
import {
  runCommand,
  type Served,
  type ShopOptions,
  startApi,
  startWorker,
} from '../../tools/launcher/shop.ts';
import { breaches } from '../harness/invariants.ts';
import { RedisUnderTest } from '../harness/redis-under-test.ts';
import { connectionPortsOf } from './connections-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seeding = fileURLToPath(new URL('./seed-catalogue.ts', import.meta.url));

/** Which of the two API processes. */
export type Which = 0 | 1;

/** Two API processes, a worker, a PostgreSQL and a Redis, each of which a test may end. */
export class GatewayUnderTest {
  readonly redis: RedisUnderTest;
  readonly database: pg.Pool;
  private postgres: PostgresServer;
  private readonly postgresOptions: PostgresOptions;
  private readonly options: ShopOptions;
  private readonly apis: Served[] = [];
  private settling: Promise<unknown> = Promise.resolve();

  private constructor(
    redis: RedisUnderTest,
    postgres: PostgresServer,
    postgresOptions: PostgresOptions,
    options: ShopOptions,
  ) {
    this.redis = redis;
    this.postgres = postgres;
    this.postgresOptions = postgresOptions;
    this.options = options;
    this.database = new pg.Pool({ connectionString: postgres.url, max: 4 });
    // A test that ends the database expects to lose these connections.
    this.database.on('error', () => undefined);
  }

  /** Starts everything, with more settings than usual where a test needs them. */
  static async start(settings: NodeJS.ProcessEnv = {}): Promise<GatewayUnderTest> {
    const dataDir = mkdtempSync(join(tmpdir(), 'cartwright-proof-'));
    mkdirSync(join(dataDir, 'logs'));
    const postgresOptions = {
      pgData: join(dataDir, 'postgres'),
      logFile: logFileOf(dataDir, 'postgres'),
      password: newPassword(),
      database: 'cartwright',
      throwaway: true,
      port: await freePort(),
    };
    const redis = await RedisUnderTest.start(join(dataDir, 'redis'));
    const postgres = await startPostgres(postgresOptions);
    const gateway = new GatewayUnderTest(redis, postgres, postgresOptions, {
      root,
      dataDir,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATABASE_URL: postgres.url,
        REDIS_URL: redis.url,
        JWT_SECRET: randomBytes(48).toString('base64url'),
        DATA_DIR: dataDir,
        PUBLIC_URL: 'http://localhost:8080',
        API_PROCESSES: '2',
        ...settings,
      },
    });
    try {
      await gateway.fill();
      startWorker(gateway.options);
      gateway.apis.push(...(await Promise.all([gateway.launch(0), gateway.launch(1)])));
    } catch (error) {
      await gateway.end();
      throw error;
    }
    return gateway;
  }

  /** The address of one API process. */
  url(which: Which): string {
    return this.api(which).origin.origin;
  }

  isRunning(which: Which): boolean {
    return !this.api(which).child.hasExited();
  }

  /** Ends an API process as a crash does. Resolves when none of its transactions is open any more. */
  kill(which: Which): Promise<void> {
    const { child } = this.api(which);
    const ports = connectionPortsOf(child.pid);
    const killed = child
      .stop([{ signal: 'SIGKILL', waitMs: 5_000 }])
      .then(() => this.untilDisconnected(ports));
    this.settling = Promise.all([this.settling, killed]);
    return killed;
  }

  /** Whether an API process has ended by itself, or does so within a moment. */
  hasEnded(which: Which): Promise<boolean> {
    const { exited } = this.api(which).child;
    return Promise.race([exited.then(() => true), pause(2_000, false, { ref: false })]);
  }

  /** Starts an API process that was killed again, on its old port; with more settings where a test needs them. */
  async revive(which: Which, settings: NodeJS.ProcessEnv = {}): Promise<void> {
    const { child, origin } = this.api(which);
    if (!child.hasExited()) return;
    this.apis[which] = await this.launch(which, Number(origin.port), settings);
  }

  /** Waits until what killed processes had begun in the database is either done or undone. */
  async settled(): Promise<void> {
    await this.settling;
  }

  /** Lets commits wait before anybody learns of them, as if for a standby. The returned function lets them go on. */
  async holdCommits(): Promise<() => Promise<void>> {
    await this.setSetting('synchronous_standby_names', 'nobody');
    // The processes of PostgreSQL learn of a setting one after the other: a commit of our own shows that it holds.
    let probe: Promise<unknown>;
    do {
      probe = this.database.query(
        `SELECT set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'held', '')`,
      );
    } while (await Promise.race([probe.then(() => true), this.untilHeld('').then(() => false)]));
    return async () => {
      await this.setSetting('synchronous_standby_names', '');
      await probe;
    };
  }

  /** Waits until a transaction of the API is held after it was made durable and before anybody sees it. */
  async untilCommitIsHeld(): Promise<void> {
    await this.untilHeld('cartwright');
  }

  /** Counts the statements with a word in them that anybody sends while something is done. */
  async statementsDuring(word: string, work: () => Promise<unknown>): Promise<number> {
    const { logFile } = this.postgres.child;
    await this.setSetting('log_statement', 'all');
    const began = readFileSync(logFile, 'utf8').length;
    await work();
    await this.setSetting('log_statement', 'none');
    return readFileSync(logFile, 'utf8')
      .slice(began)
      .split(/^(?=\d{4}-)/m)
      .filter((entry) => /LOG: {2}(statement|execute)/.test(entry) && entry.includes(word)).length;
  }

  /** Ends the database as a crash does. */
  async killDatabase(): Promise<void> {
    await this.postgres.child.stop([{ signal: 'SIGQUIT', waitMs: 5_000 }]);
  }

  /** Starts the database again on its old port; it recovers what was committed. */
  async reviveDatabase(): Promise<void> {
    this.postgres = await startPostgres(this.postgresOptions);
  }

  /** Ends everything. Whatever was killed on the way, the database must be sound now. */
  async stop(): Promise<void> {
    const found = await breaches(this.database).finally(() => this.end());
    if (found.length > 0) throw new Error(`The database is not sound: ${JSON.stringify(found)}`);
  }

  private async end(): Promise<void> {
    await this.database.end();
    await stopEverything();
    rmSync(this.options.dataDir, { recursive: true, force: true });
  }

  private async fill(): Promise<void> {
    // A commit that waits for a standby can be held open; see `holdCommits`.
    await this.database.query('ALTER DATABASE cartwright SET synchronous_commit = on');
    await runCommand(this.options, 'migrate');
    const logFile = logFileOf(this.options.dataDir, 'seed');
    const { env } = this.options;
    const child = startNode(seeding, [], { name: 'The seeding', logFile, env, cwd: root });
    const how = await child.exited;
    if (how !== 'exit code 0') {
      throw new Error(`The seeding ended with ${how}: ${readFileSync(logFile, 'utf8')}`);
    }
  }

  private launch(which: Which, port?: number, settings: NodeJS.ProcessEnv = {}): Promise<Served> {
    const options = { ...this.options, env: { ...this.options.env, ...settings } };
    return startApi(options, { name: `api-${which + 1}`, port });
  }

  private api(which: Which): Served {
    const served = this.apis[which];
    if (!served) throw new Error(`There is no API process ${which}.`);
    return served;
  }

  private async setSetting(name: string, value: string): Promise<void> {
    await this.database.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    await this.database.query('SELECT pg_reload_conf()');
    await this.untilCount((count) => count === 1, 'SELECT WHERE current_setting($1) = $2', [
      name,
      value,
    ]);
  }

  private async untilHeld(applicationName: string): Promise<void> {
    const sql = `SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = $1`;
    await this.untilCount((count) => count > 0, sql, [applicationName]);
  }

  private async untilDisconnected(ports: readonly number[]): Promise<void> {
    const sql = 'SELECT FROM pg_stat_activity WHERE client_port = ANY($1)';
    await this.untilCount((count) => count === 0, sql, [ports]);
  }

  private async untilCount(
    isReached: (rows: number) => boolean,
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<void> {
    for (;;) {
      const { rowCount } = await this.database.query(sql, [...params]);
      if (isReached(rowCount ?? 0)) return;
      await pause(5);
    }
  }
}
