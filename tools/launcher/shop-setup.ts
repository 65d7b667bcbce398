import { join } from 'node:path';

import { lastLine, logFileOf } from './child-processes.ts';
import { claimDataFolder } from './data-folder.ts';
import { demoLoginEnvironment, demoLogins } from './demo-logins.ts';
import { FrontDoor } from './front-door.ts';
import type { Lifetime } from './lifetime.ts';
import { startPostgres } from './postgres-server.ts';
import { say, step } from './progress.ts';
import { refuseUnreachableDatabase, refuseUnreachableRedis } from './reachability.ts';
import { writeRuntime } from './runtime-file.ts';
import { localSecrets, requiredJwtSecret } from './secrets.ts';
import type { Settings } from './settings.ts';
import { runCommand, type ShopOptions } from './shop.ts';

/** Takes the port and the data folder and opens the database: what every way to run the shop begins with. */
export async function setUpShop(
  root: string,
  settings: Settings,
  lifetime: Lifetime,
): Promise<{ door: FrontDoor; shop: ShopOptions }> {
  const door = await FrontDoor.listen(settings.port, settings.host);
  lifetime.onStop(() => door.close());
  if (settings.databaseUrl) await refuseUnreachableDatabase(settings.databaseUrl);
  if (settings.redisUrl) await refuseUnreachableRedis(settings.redisUrl);
  const folder = claimDataFolder(settings.dataDir);
  lifetime.onStop(() => folder.release());
  const database = await openDatabase(settings, lifetime);
  return {
    door,
    shop: { root, dataDir: settings.dataDir, env: apiEnvironment(settings, database) },
  };
}

/** Brings the database up to date and fills the demo shop where there is one. */
export async function prepareDatabase(settings: Settings, shop: ShopOptions): Promise<void> {
  await step('Bringing the database up to date', () => runCommand(shop, 'migrate'));
  if (!settings.demo) return;
  await step(
    'Filling the demo shop',
    () => runCommand(shop, 'seed-demo'),
    () => lastLine(logFileOf(shop.dataDir, 'seed-demo')),
  );
}

/** Says where the shop is and who may sign in. */
export function announce({ port, demo }: Settings): void {
  say(`ready http://localhost:${port}`);
  if (!demo) return;
  say(`staff login     ${demoLogins.staff.email} / ${demoLogins.staff.password} (at /admin/)`);
  say(`customer login  ${demoLogins.customer.email} / ${demoLogins.customer.password}`);
}

/** An open database and the secret that signs tokens beside it. */
export interface OpenDatabase {
  readonly databaseUrl: string;
  readonly jwtSecret: string;
}

/** The database that the settings name, or a private one for as long as the launcher lives. */
export async function openDatabase(settings: Settings, lifetime: Lifetime): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    return { databaseUrl: settings.databaseUrl, jwtSecret: requiredJwtSecret(process.env) };
  }
  const secrets = localSecrets(settings.dataDir);
  const postgres = await step('Starting PostgreSQL', () =>
    startPostgres({
      pgData: join(settings.dataDir, 'postgres'),
      logFile: logFileOf(settings.dataDir, 'postgres'),
      password: secrets.postgresPassword,
      database: 'cartwright',
    }),
  );
  lifetime.onStop(() => postgres.stop());
  lifetime.watch(postgres.child);
  const runtime = writeRuntime(settings.dataDir, { databaseUrl: postgres.url });
  lifetime.onStop(() => runtime.remove());
  return {
    databaseUrl: postgres.url,
    jwtSecret: process.env['JWT_SECRET'] || secrets.jwtSecret,
  };
}

function apiEnvironment(
  settings: Settings,
  { databaseUrl, jwtSecret }: OpenDatabase,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: settings.redisUrl,
    JWT_SECRET: jwtSecret,
    DATA_DIR: settings.dataDir,
    PUBLIC_URL: settings.publicUrl,
    API_PROCESSES: '1',
    EMBEDDED_WORKER: '1',
    ...(settings.demo ? { DEMO: '1', ...demoLoginEnvironment } : { DEMO: undefined }),
  };
}
