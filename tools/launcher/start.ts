import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged } from './build.ts';
import { logFileOf } from './child-processes.ts';
import { claimDataFolder } from './data-folder.ts';
import { demoLoginEnvironment, demoLogins } from './demo-logins.ts';
import { FrontDoor } from './front-door.ts';
import { Lifetime } from './lifetime.ts';
import { startPostgres } from './postgres-server.ts';
import { say, step } from './progress.ts';
import { refuseUnreachableDatabase, refuseUnreachableRedis } from './reachability.ts';
import { Refusal } from './refusal.ts';
import { localSecrets, requiredJwtSecret } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { runCommand, startApi, startStorefront, type ShopOptions } from './shop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function start(lifetime: Lifetime): Promise<void> {
  const settings = readSettings(process.env, root);
  const door = await FrontDoor.listen(settings.port, settings.host);
  lifetime.onStop(() => door.close());
  if (settings.databaseUrl) await refuseUnreachableDatabase(settings.databaseUrl);
  if (settings.redisUrl) await refuseUnreachableRedis(settings.redisUrl);
  const folder = claimDataFolder(settings.dataDir);
  lifetime.onStop(() => folder.release());

  const { databaseUrl, jwtSecret } = await openDatabase(settings, lifetime);
  await buildWhatChanged(root, logFileOf(settings.dataDir, 'build'));

  const shop: ShopOptions = {
    root,
    dataDir: settings.dataDir,
    env: apiEnvironment(settings, { databaseUrl, jwtSecret }),
  };
  await step('Bringing the database up to date', () => runCommand(shop, 'migrate'));
  if (settings.demo) await step('Filling the demo shop', () => runCommand(shop, 'seed-demo'));
  await step('Starting the servers', () => startServers(shop, door, lifetime));
  announce(settings);
}

async function openDatabase(settings: Settings, lifetime: Lifetime) {
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
  return {
    databaseUrl: postgres.url,
    jwtSecret: process.env['JWT_SECRET'] || secrets.jwtSecret,
  };
}

function apiEnvironment(
  settings: Settings,
  { databaseUrl, jwtSecret }: { databaseUrl: string; jwtSecret: string },
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

async function startServers(shop: ShopOptions, door: FrontDoor, lifetime: Lifetime): Promise<void> {
  const api = await startApi(shop);
  lifetime.onStop(() => api.child.stop());
  lifetime.watch(api.child);
  const storefront = await startStorefront(shop, api.origin);
  lifetime.onStop(() => storefront.child.stop());
  lifetime.watch(storefront.child);
  lifetime.onStop(() => door.closeToNewcomers());
  door.open({
    api: api.origin,
    storefront: storefront.origin,
    console: join(root, 'admin-console/dist/browser'),
  });
}

function announce({ port, demo }: Settings): void {
  say(`ready http://localhost:${port}`);
  if (!demo) return;
  say(`staff login     ${demoLogins.staff.email} / ${demoLogins.staff.password} (at /admin/)`);
  say(`customer login  ${demoLogins.customer.email} / ${demoLogins.customer.password}`);
}

const lifetime = new Lifetime();
const outcome = await Promise.race([
  start(lifetime).then(
    () => lifetime.ended,
    (error: unknown) => error,
  ),
  lifetime.ended,
]);
if (outcome instanceof Refusal) process.stderr.write(`${outcome.message}\n`);
else if (outcome) console.error(outcome);
await lifetime.stop();
process.exit(outcome ? 1 : 0);
