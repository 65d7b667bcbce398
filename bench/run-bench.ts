import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { buildWhatChanged } from '../tools/launcher/build.ts';
import { logFileOf } from '../tools/launcher/child-processes.ts';
import { claimDataFolder } from '../tools/launcher/data-folder.ts';
import type { Lifetime } from '../tools/launcher/lifetime.ts';
import { say, step } from '../tools/launcher/progress.ts';
import { Refusal } from '../tools/launcher/refusal.ts';
import { runCommand } from '../tools/launcher/shop.ts';
import { type CountingDatabase, startCountingDatabase } from './database.ts';
import { measure } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { cores, pin } from './pinning.ts';
import { type BenchResult, isClean } from './results.ts';
import { buyingScenarios, Shelf } from './scenarios/buying.ts';
import { followingScenario } from './scenarios/following.ts';
import { limitScenarios } from './scenarios/limits.ts';
import { listAnswer, readingScenarios, readVariationIds } from './scenarios/reading.ts';
import type { Scenario } from './scenarios/scenario.ts';
import {
  complaints,
  createStaff,
  seed,
  shopOptions,
  startLimits,
  startMeasuredApi,
} from './servers.ts';
import { renderTable } from './table.ts';

/** Builds, starts, fills, measures, and reports; throws when anything but wanted answers came. */
export async function runBench(
  root: string,
  options: BenchOptions,
  lifetime: Lifetime,
): Promise<void> {
  const dataDir = join(root, '.data', 'bench');
  const folder = claimDataFolder(dataDir);
  lifetime.onStop(() => folder.release());
  rmSync(join(dataDir, 'postgres'), { recursive: true, force: true });
  await buildWhatChanged(root, logFileOf(dataDir, 'build'), ['api']);
  // From here on every child begins on the core of the load generator.
  const pinned = pin(process.pid, cores.rest);
  if (!pinned) say('Nothing is pinned: `taskset` or a second core is missing.');
  const database = await step('Starting PostgreSQL', () => startCountingDatabase(dataDir));
  lifetime.onStop(() => database.stop());
  lifetime.watch(database.child);

  const { scenarios, bodyBytes } = await prepareScenarios(
    { root, dataDir, options, database },
    lifetime,
  );
  const measured = await measure(scenarios, options.seconds, database);
  const { seconds, connections, subscribers } = options;
  const result: BenchResult = {
    measuredAt: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      node: process.version,
      pinned,
    },
    settings: { seconds, connections, subscribers, bodyBytes },
    scenarios: measured,
  };
  report(root, result, options.saveBaseline);
  if (isClean(result)) return;
  for (const line of complaints(dataDir)) say(line);
  throw new Refusal('Not every answer was the wanted one, so the figures mean nothing.');
}

interface Surroundings {
  readonly root: string;
  readonly dataDir: string;
  readonly options: BenchOptions;
  readonly database: CountingDatabase;
}

async function prepareScenarios(
  { root, dataDir, options, database }: Surroundings,
  lifetime: Lifetime,
): Promise<{ scenarios: Scenario[]; bodyBytes: number }> {
  const { connections, subscribers } = options;
  const shop = shopOptions(root, dataDir, database.url);
  await step('Creating the database', () => runCommand(shop, 'migrate'));
  await step('Filling it with 1,000 products of 4 variations', () => seed(shop));
  const staff = await createStaff(shop);
  const port = await step('Starting the API', () => startMeasuredApi(shop, lifetime));
  const body = await listAnswer(port);
  const limits = await step('Starting the limits', () => startLimits(shop, body, lifetime));
  const shelf = new Shelf(await readVariationIds(port));
  return {
    bodyBytes: Buffer.byteLength(body),
    scenarios: [
      ...limitScenarios(limits, connections, body),
      ...readingScenarios(port, connections),
      ...buyingScenarios(port, connections, shelf),
      followingScenario({ port, subscribers, staff, shelf }),
    ],
  };
}

function report(root: string, result: BenchResult, saveBaseline: boolean): void {
  const baselineFile = join(root, 'bench', 'baseline.json');
  const baseline = existsSync(baselineFile)
    ? (JSON.parse(readFileSync(baselineFile, 'utf8')) as BenchResult)
    : undefined;
  say(`\n${renderTable(result, baseline)}\n`);
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${result.measuredAt.replaceAll(/[:.]/g, '-')}.json`);
  const text = `${JSON.stringify(result, undefined, 2)}\n`;
  writeFileSync(file, text);
  say(`Stored in ${file}.`);
  if (!saveBaseline || !isClean(result)) return;
  writeFileSync(baselineFile, text);
  say('This run is the baseline now.');
}
