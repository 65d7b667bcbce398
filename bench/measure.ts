import { setTimeout as pause } from 'node:timers/promises';

import { step } from '../tools/launcher/progress.ts';
import type { CountingDatabase } from './database.ts';
import type { MeasuredRun } from './load/generate-load.ts';
import { rounded, type ScenarioResult, summary } from './results.ts';
import type { Scenario } from './scenarios/scenario.ts';

const rounds = 3;
const countedOperations = 20;
/** Between scenarios, so that one does not pay for what the last one left behind. */
const restMs = 200;

/** Measures every scenario three times, in turns, so that whatever the machine does meanwhile hits all of them. */
export async function measure(
  scenarios: readonly Scenario[],
  seconds: number,
  database: CountingDatabase,
): Promise<ScenarioResult[]> {
  const statements = await step('Counting statements', () => countAll(scenarios, database));
  await database.stopCounting();
  await step('Warming up', async () => {
    for (const scenario of scenarios) await scenario.run(seconds);
  });
  const measured = new Map<string, MeasuredRun[]>(scenarios.map(({ id }) => [id, []]));
  for (let round = 1; round <= rounds; round += 1) {
    await step(`Measuring, round ${round} of ${rounds}`, async () => {
      for (const scenario of scenarios) {
        await pause(restMs);
        // The caches of the processor still hold the scenario before.
        await scenario.run(seconds / 5);
        measured.get(scenario.id)?.push(await scenario.run(seconds));
      }
    });
  }
  return scenarios.map(({ id, title, limit }) => {
    const runs = measured.get(id) ?? [];
    const failure = runs.find((each) => each.failure !== undefined)?.failure;
    return summary(
      { id, title, limit, statements: statements.get(id), failure },
      runs.map(({ run }) => run),
    );
  });
}

async function countAll(
  scenarios: readonly Scenario[],
  database: CountingDatabase,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, open } of scenarios) {
    if (!open) continue;
    const client = await open(0);
    // The first operations also fill caches and open connections.
    for (let done = 0; done < 4; done += 1) await client.operate();
    const before = await database.statements();
    for (let done = 0; done < countedOperations; done += 1) await client.operate();
    counts.set(id, rounded(((await database.statements()) - before) / countedOperations));
    client.close();
  }
  return counts;
}
