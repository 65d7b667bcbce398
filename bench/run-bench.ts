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
import { choose } from './choose.ts';
import { startCountingDatabase } from './database.ts';
import { measure } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { cores, pin } from './pinning.ts';
import { withFigures } from './readme.ts';
import { type BenchResult, isClean } from './results.ts';
import { allScenarios } from './scenarios/all-scenarios.ts';
import { complaints, seed, shopOptions } from './servers.ts';
import { Stage } from './stage.ts';
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
  rmSync(join(dataDir, 'logs'), { recursive: true, force: true });
  mkdirSync(join(dataDir, 'logs'));
  await buildWhatChanged(root, logFileOf(dataDir, 'build'), ['api']);
  // From here on every child begins on the core of the load generator.
  const pinned = pin(process.pid, cores.load);
  if (!pinned) say('Nothing is pinned: `taskset` or a second core is missing.');
  const database = await step('Starting PostgreSQL', () => startCountingDatabase(dataDir));
  lifetime.onStop(() => database.stop());
  lifetime.watch(database.child);
  pin(database.child.pid, cores.stores);

  const shop = shopOptions(root, dataDir, database.url);
  await step('Creating the database', () => runCommand(shop, 'migrate'));
  await step('Filling it with 1,000 products of 4 variations', () => seed(shop));
  const stage = new Stage(shop, lifetime);
  const scenarios = choose(allScenarios(stage, options), options.only);
  const measured = await measure(scenarios, options, database);
  const { seconds, rounds, connections, subscribers, idleSubscribers } = options;
  const result: BenchResult = {
    measuredAt: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      node: process.version,
      pinned,
    },
    settings: {
      seconds,
      rounds,
      connections,
      subscribers,
      idleSubscribers,
      // Nothing when not even the API would start; the report says so for each scenario.
      bodyBytes: Buffer.byteLength(await stage.listAnswer().catch(() => '')),
    },
    scenarios: measured,
  };
  report(root, result, options.saveBaseline);
  if (isClean(result)) return;
  for (const line of complaints(dataDir)) say(line);
  throw new Refusal('Not every answer was the wanted one; see the lines that begin with FAILED.');
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
  if (!saveBaseline) return;
  if (!isClean(result)) return say('A run with failures does not become the baseline.');
  writeFileSync(baselineFile, text);
  const readme = join(root, 'README.md');
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), result));
  say('This run is the baseline now, and README.md shows it; commit both.');
}
