import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged } from './build.ts';
import { logFileOf, startNode } from './child-processes.ts';
import { claimDataFolder } from './data-folder.ts';
import { type Lifetime, live } from './lifetime.ts';
import { step } from './progress.ts';
import { answers, refuseUnreachableDatabase } from './reachability.ts';
import { Refusal } from './refusal.ts';
import { readRuntime } from './runtime-file.ts';
import { readSettings, type Settings } from './settings.ts';
import { runCommand, type ShopOptions } from './shop.ts';
import { openDatabase } from './shop-setup.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const usage = 'Usage: npm run import -- online-retail FILE [--verbose]';

/** Runs an import against the database of the running shop, or opens one for as long as it takes. */
async function importFile(lifetime: Lifetime): Promise<void> {
  const args = absoluteArguments(process.argv.slice(2));
  const settings = readSettings(process.env, root);
  const runningUrl = await databaseOfRunningShop(settings);
  const databaseUrl = runningUrl ?? (await openForImport(settings, lifetime));
  const child = startNode(join(root, 'api/dist/src/cli.js'), ['import', ...args], {
    name: 'The import',
    env: commandEnvironment(settings, databaseUrl),
    cwd: root,
  });
  const how = await child.exited;
  if (how !== 'exit code 0') throw new Refusal(`The import ended with ${how}.`);
  lifetime.end();
}

/** npm changes to the repository's folder; the file is meant from where the person stands. */
function absoluteArguments(args: readonly string[]): string[] {
  const [format, file, ...rest] = args;
  if (!format || !file) throw new Refusal(usage);
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  return [format, path, ...rest];
}

async function databaseOfRunningShop(settings: Settings): Promise<string | undefined> {
  if (settings.databaseUrl) return undefined;
  const runtime = readRuntime(settings.dataDir);
  return runtime && (await answers(runtime.databaseUrl)) ? runtime.databaseUrl : undefined;
}

async function openForImport(settings: Settings, lifetime: Lifetime): Promise<string> {
  if (settings.databaseUrl) await refuseUnreachableDatabase(settings.databaseUrl);
  const folder = claimDataFolder(settings.dataDir);
  lifetime.onStop(() => folder.release());
  await buildWhatChanged(root, logFileOf(settings.dataDir, 'build'), ['api']);
  const databaseUrl = settings.databaseUrl ?? (await openDatabase(settings, lifetime)).databaseUrl;
  const shop: ShopOptions = {
    root,
    dataDir: settings.dataDir,
    env: commandEnvironment(settings, databaseUrl),
  };
  await step('Bringing the database up to date', () => runCommand(shop, 'migrate'));
  return databaseUrl;
}

function commandEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: settings.redisUrl,
    DATA_DIR: settings.dataDir,
    // The command signs nothing, but the configuration it shares with the server asks for a secret.
    JWT_SECRET: process.env['JWT_SECRET'] || randomBytes(48).toString('base64url'),
    API_PROCESSES: '1',
  };
}

await live(importFile);
