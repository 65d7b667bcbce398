import { setTimeout as pause } from 'node:timers/promises';

import { say, step } from '../tools/launcher/progress.ts';
import type { CountingDatabase } from './database.ts';
import { failedRun, type MeasuredRun } from './load/generate-load.ts';
import { cpuMicroseconds } from './process-figures.ts';
import { type ScenarioResult, summary } from './results.ts';
import type { Cost, Scenario } from './scenarios/scenario.ts';

const warmUpSeconds = 2;
/** What a scenario may take beyond its measurement before it is given up. */
const patienceMs = 90_000;

/** How long and how often is measured. */
export interface Measuring {
  readonly seconds: number;
  readonly rounds: number;
  /** Between scenarios, so that one does not pay for what the last one left behind. */
  readonly restMs?: number;
}

/** Measures every scenario several times, in turns, so that whatever the machine does meanwhile hits all of them. */
export async function measure(
  scenarios: readonly Scenario[],
  { seconds, rounds, restMs = 200 }: Measuring,
  database: CountingDatabase,
): Promise<ScenarioResult[]> {
  const measured = new Map(scenarios.map((scenario) => [scenario, new Measured(scenario)]));
  const all = [...measured.values()];
  await step('Counting statements', async () => {
    for (const each of all) await each.count(database);
  });
  await database.stopCounting();
  await step('Warming up', async () => {
    for (const each of all) await each.warmUp(Math.min(seconds, warmUpSeconds));
  });
  for (let round = 1; round <= rounds; round += 1) {
    await step(`Measuring, round ${round} of ${rounds}`, async () => {
      for (const each of all) {
        await pause(restMs);
        await each.measure(seconds, round);
      }
    });
  }
  return all.map((each) => each.result());
}

/** One scenario on its way through the rounds. After its first failure it is left alone. */
class Measured {
  private readonly scenario: Scenario;
  private readonly runs: MeasuredRun[] = [];
  private cost: Cost | undefined;
  private failed: MeasuredRun | undefined;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  async count(database: CountingDatabase): Promise<void> {
    const { count } = this.scenario;
    if (!count) return;
    try {
      this.cost = await withPatience(count(database), patienceMs);
    } catch (error) {
      this.fail(failedRun(error));
    }
  }

  async warmUp(seconds: number): Promise<void> {
    if (!this.scenario.isOnce) await this.run(seconds);
  }

  async measure(seconds: number, round: number): Promise<void> {
    const { isOnce = false } = this.scenario;
    if (isOnce && round > 1) return;
    // The caches of the processor still hold the scenario before.
    if (!isOnce) await this.run(seconds / 5);
    const run = await this.run(seconds);
    if (run) this.runs.push(run);
  }

  result(): ScenarioResult {
    const { scenario, cost, failed } = this;
    const { id, title, group, limit, target } = scenario;
    const runs = [...this.runs, ...(failed ? [failed] : [])];
    return summary(
      { id, title, group, ...(limit ? { limit } : {}), ...(target ? { target } : {}) },
      runs.map(({ run, figures }) => ({ ...run, figures: { ...cost?.figures, ...figures } })),
      {
        ...(cost ? { statements: cost.statements } : {}),
        ...(failed?.failure === undefined ? {} : { failure: failed.failure }),
      },
    );
  }

  private async run(seconds: number): Promise<MeasuredRun | undefined> {
    if (this.failed) return undefined;
    try {
      const cpuBefore = await this.cpu();
      const limitMs = seconds * 1_000 + patienceMs;
      const run = await withPatience(this.scenario.run(seconds), limitMs);
      if (run.failure !== undefined) {
        this.fail(run);
        return undefined;
      }
      const cpu = (await this.cpu()) - cpuBefore;
      // Not a number where the system does not tell, zero where nothing is measured.
      if (!(cpu > 0) || run.operations === 0) return run;
      return { ...run, figures: { ...run.figures, cpuMicroseconds: cpu / run.operations } };
    } catch (error) {
      this.fail(failedRun(error));
      return undefined;
    }
  }

  private async cpu(): Promise<number> {
    const servers = (await this.scenario.servers?.()) ?? [];
    return servers.reduce((sum, { pid }) => sum + (cpuMicroseconds(pid) ?? NaN), 0);
  }

  private fail(run: MeasuredRun): void {
    this.failed = run;
    say(`  ${this.scenario.id} failed: ${run.failure ?? 'nothing came'}`);
  }
}

async function withPatience<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const timer = new AbortController();
  const late = pause(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`This took longer than ${Math.round(limitMs / 1_000)} s.`);
  });
  // Whoever wins the race leaves the other behind.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
