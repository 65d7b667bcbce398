import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  lastLine,
  logFileOf,
  type RunningChild,
  startNode,
} from '../tools/launcher/child-processes.ts';
import { freePort } from '../tools/launcher/free-port.ts';
import type { Lifetime } from '../tools/launcher/lifetime.ts';
import { Refusal } from '../tools/launcher/refusal.ts';
import { runCommand, type ShopOptions, startApi, untilAnswers } from '../tools/launcher/shop.ts';
import { cores, pin } from './pinning.ts';
import type { StaffLogin } from './scenarios/following.ts';
import type { LimitServers } from './scenarios/limits.ts';

const ownFolder = fileURLToPath(new URL('.', import.meta.url));

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

/** Starts the API on the measured core; gives its port. */
export async function startMeasuredApi(shop: ShopOptions, lifetime: Lifetime): Promise<number> {
  const { child, origin } = await startApi(shop);
  keep(child, lifetime);
  return Number(origin.port);
}

/** Starts the servers of the limits on the measured core. */
export async function startLimits(
  shop: ShopOptions,
  body: string,
  lifetime: Lifetime,
): Promise<LimitServers> {
  const bodyFile = join(shop.dataDir, 'answer.json');
  writeFileSync(bodyFile, body);
  const start = async (name: string) => {
    const port = await freePort();
    const child = startNode(join(ownFolder, 'limits', `${name}.ts`), [], {
      name,
      logFile: logFileOf(shop.dataDir, name),
      env: { ...shop.env, PORT: String(port), BODY_FILE: bodyFile },
      cwd: shop.root,
    });
    await untilAnswers(child, new URL(`http://127.0.0.1:${port}`));
    keep(child, lifetime);
    return port;
  };
  return {
    nodeHttp: await start('constant-http'),
    fastify: await start('constant-fastify'),
    handWritten: await start('hand-written-list'),
  };
}

function keep(child: RunningChild, lifetime: Lifetime): void {
  lifetime.onStop(() => child.stop());
  lifetime.watch(child);
  pin(child.pid, cores.measured);
}

/** What the API complained about, for the report of a run that failed. */
export function complaints(dataDir: string): string[] {
  return readFileSync(logFileOf(dataDir, 'api'), 'utf8')
    .split('\n')
    .filter((line) => /"level":(50|60)|"level":"(error|fatal)"/.test(line))
    .slice(0, 5);
}
