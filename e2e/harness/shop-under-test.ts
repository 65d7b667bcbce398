import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stopEverything } from '../../tools/launcher/child-processes.ts';
import { demoLoginEnvironment } from '../../tools/launcher/demo-logins.ts';
import { startPostgres } from '../../tools/launcher/postgres-server.ts';
import { startRedis } from '../../tools/launcher/redis-server.ts';
import { localSecrets } from '../../tools/launcher/secrets.ts';
import {
  type Served,
  type ShopOptions,
  startApi,
  startStorefront,
  startWorker,
} from '../../tools/launcher/shop.ts';
import { NetworkGate } from './network-gate.ts';
import { startNginx } from './nginx-server.ts';
import { copySeededShop } from './seeded-shop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole shop as it is deployed: Nginx, two API processes, worker, storefront, PostgreSQL and Redis. */
export class ShopUnderTest {
  /** What visitors type; leads through the gate to Nginx. */
  readonly url: string;
  /** Nginx itself, for those who stay connected while the gate is cut. */
  readonly nginxUrl: string;
  readonly databaseUrl: string;
  readonly gate: NetworkGate;
  private readonly options: ShopOptions;
  private readonly apis: Served[];

  private constructor(parts: {
    options: ShopOptions;
    gate: NetworkGate;
    nginxPort: number;
    databaseUrl: string;
    apis: Served[];
  }) {
    this.options = parts.options;
    this.gate = parts.gate;
    this.apis = parts.apis;
    this.databaseUrl = parts.databaseUrl;
    this.url = `http://localhost:${parts.gate.port}`;
    this.nginxUrl = `http://127.0.0.1:${parts.nginxPort}`;
  }

  static async start(): Promise<ShopUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'cartwright-e2e-'));
    copySeededShop(folder);
    const gate = await NetworkGate.open();
    const { databaseUrl, redisUrl } = await startStores(folder);
    const options: ShopOptions = {
      root,
      dataDir: folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        JWT_SECRET: localSecrets(folder).jwtSecret,
        DATA_DIR: folder,
        PUBLIC_URL: `http://localhost:${gate.port}`,
        API_PROCESSES: '2',
        DEMO: '1',
        ...demoLoginEnvironment,
      },
    };
    startWorker(options);
    const [one, two] = await Promise.all([
      startApi(options, { name: 'api-1' }),
      startApi(options, { name: 'api-2' }),
    ]);
    const storefront = await startStorefront(options, one.origin);
    const nginx = await startNginx({
      root,
      folder,
      places: { apis: [one.origin.host, two.origin.host], storefront: storefront.origin.host },
    });
    gate.leadTo(nginx.port);
    return new ShopUnderTest({
      options,
      gate,
      nginxPort: nginx.port,
      databaseUrl,
      apis: [one, two],
    });
  }

  /** The address of one API process, past Nginx. */
  apiUrl(index: 0 | 1): string {
    return this.api(index).origin.origin;
  }

  isRunning(index: 0 | 1): boolean {
    return !this.api(index).child.hasExited();
  }

  /** Ends an API process as a crash does. */
  async killApi(index: 0 | 1): Promise<void> {
    await this.api(index).child.stop([{ signal: 'SIGKILL', waitMs: 5_000 }]);
  }

  /** Brings an API process that was killed back on its old port. */
  async reviveApi(index: 0 | 1): Promise<void> {
    const { child, origin } = this.api(index);
    if (!child.hasExited()) return;
    const name = `api-${index + 1}`;
    this.apis[index] = await startApi(this.options, { name, port: Number(origin.port) });
  }

  async stop(): Promise<void> {
    this.gate.close();
    await stopEverything();
    rmSync(this.options.dataDir, { recursive: true, force: true });
  }

  private api(index: 0 | 1): Served {
    const served = this.apis[index];
    if (!served) throw new Error(`There is no API process ${index}.`);
    return served;
  }
}

async function startStores(folder: string): Promise<{ databaseUrl: string; redisUrl: string }> {
  const postgres = await startPostgres({
    pgData: join(folder, 'postgres'),
    logFile: join(folder, 'logs', 'postgres.log'),
    password: localSecrets(folder).postgresPassword,
    database: 'cartwright',
    throwaway: true,
  });
  const program = process.env['REDIS_SERVER'] ?? '/usr/bin/redis-server';
  const redis = await startRedis(program, join(folder, 'logs', 'redis.log'));
  return { databaseUrl: postgres.url, redisUrl: redis.url };
}
