import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  lastLine,
  logFileOf,
  type RunningChild,
  startNode,
} from '../tools/launcher/child-processes.ts';
import { freePort } from '../tools/launcher/free-port.ts';
import { Refusal } from '../tools/launcher/refusal.ts';
import { runCommand, type ShopOptions, startApi, untilAnswers } from '../tools/launcher/shop.ts';
import { cores, pin } from './pinning.ts';
import type { StaffLogin } from './scenarios/following.ts';

const ownFolder = fileURLToPath(new URL('.', import.meta.url));

/** A process that is measured. */
export interface MeasuredServer {
  readonly child: RunningChild;
  readonly pid: number;
  readonly port: number;
}

/** What the API and its commands run with: production, one process, nothing in front. */
export function shopOptions(root: string, dataDir: string, databaseUrl: string): ShopOptions {
  return {
    root,
    dataDir,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      JWT_SECRET: randomBytes(48).toString('base64url'),
      API_PROCESSES: '1',
      // All load comes from one network here.
      RATE_LIMIT_OPERATIONS: '0',
      RATE_LIMIT_COST: '0',
    },
  };
}

/** Fills the migrated database. */
export async function seed({ dataDir, env, root }: ShopOptions): Promise<void> {
  const logFile = logFileOf(dataDir, 'seed');
  const child = startNode(join(ownFolder, 'dataset/seed.ts'), [], {
    name: 'The seeding',
    logFile,
    env,
    cwd: root,
  });
  const how = await child.exited;
  if (how !== 'exit code 0') throw new Refusal(`The seeding ended with ${how}; see ${logFile}.`);
}

/** Makes the member of staff who moves orders along. */
export async function createStaff(shop: ShopOptions): Promise<StaffLogin> {
  const email = 'bench@example.com';
  await runCommand(shop, 'staff-create', email, 'Bench');
  const said = lastLine(logFileOf(shop.dataDir, 'staff-create'));
  const password = /password (\S+)/.exec(said)?.[1];
  if (password === undefined) throw new Refusal(`staff-create told no password: "${said}".`);
  return { email, password };
}

/** Starts an API process with settings of its own. */
export async function startMeasuredApi(
  shop: ShopOptions,
  name: string,
  settings: NodeJS.ProcessEnv,
  core: number = cores.measured,
): Promise<MeasuredServer> {
  const env = { ...shop.env, ...settings };
  const { child, origin } = await startApi({ ...shop, env }, { name: `api-${name}` });
  pin(child.pid, core);
  return { child, pid: child.pid, port: Number(origin.port) };
}

/** Starts a small server of this folder, which listens on the port of its environment. */
export async function startSmallServer(
  shop: ShopOptions,
  [script, ...args]: readonly [string, ...string[]],
  settings: NodeJS.ProcessEnv,
): Promise<MeasuredServer> {
  const port = await freePort();
  const name = [script.replaceAll('/', '-'), ...args].join('-');
  const child = startNode(join(ownFolder, `${script}.ts`), args, {
    name,
    logFile: logFileOf(shop.dataDir, name),
    env: { ...shop.env, ...settings, PORT: String(port) },
    cwd: shop.root,
  });
  await untilAnswers(child, new URL(`http://127.0.0.1:${port}`));
  pin(child.pid, cores.measured);
  return { child, pid: child.pid, port };
}

/** What the API processes complained about, for the report of a run that failed. */
export function complaints(dataDir: string): string[] {
  return readdirSync(join(dataDir, 'logs'))
    .filter((file) => file.startsWith('api-'))
    .flatMap((file) => readFileSync(join(dataDir, 'logs', file), 'utf8').split('\n'))
    .filter((line) => /"level":(50|60)|"level":"(error|fatal)"/.test(line))
    .slice(0, 5);
}
