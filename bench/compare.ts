import type { BenchResult, ScenarioResult, Target } from './results.ts';

/** How a scenario's rate stands to the one of the baseline. */
export interface Change {
  /** (now - then) / then. */
  readonly relative: number;
  readonly verdict: 'faster' | 'slower' | 'noise' | 'unknown';
}

/** A difference is a change only when it exceeds what the runs of either side differ among themselves. */
export function changeOf(
  now: Pick<ScenarioResult, 'rate' | 'spread'>,
  then: Pick<ScenarioResult, 'rate' | 'spread'>,
): Change {
  const relative = then.rate === 0 ? 0 : (now.rate - then.rate) / then.rate;
  if (now.spread === undefined || then.spread === undefined)
    return { relative, verdict: 'unknown' };
  const noise = Math.max(now.spread, then.spread);
  if (Math.abs(relative) <= noise) return { relative, verdict: 'noise' };
  return { relative, verdict: relative > 0 ? 'faster' : 'slower' };
}

/** The rate as a part of the limit's rate in the same run. */
export function ratioToLimit(
  { rate, limit }: ScenarioResult,
  scenarios: readonly ScenarioResult[],
): number | undefined {
  const bound = scenarios.find(({ id }) => id === limit);
  return bound && bound.rate > 0 && rate > 0 ? rate / bound.rate : undefined;
}

/** CPU time of one operation of the limit as a part of this one's: 1 when it costs the same. */
function cpuToLimit({ figures, limit }: ScenarioResult, scenarios: readonly ScenarioResult[]) {
  const bound = scenarios.find(({ id }) => id === limit)?.figures.cpuMicroseconds;
  const own = figures.cpuMicroseconds;
  return bound !== undefined && own ? bound / own : undefined;
}

/** The figure that a target is about. */
export function targetFigure(
  scenario: ScenarioResult,
  { of }: Target,
  scenarios: readonly ScenarioResult[],
): number | undefined {
  if (scenario.failure !== undefined) return undefined;
  if (of === 'rate of limit') return ratioToLimit(scenario, scenarios);
  if (of === 'CPU of limit') return cpuToLimit(scenario, scenarios);
  return of === 'p99' ? scenario.p99 : scenario.figures[of];
}

/** Whether a figure is what it should be. */
export function meets(figure: number, { atLeast = -Infinity, atMost = Infinity }: Target): boolean {
  return figure >= atLeast && figure <= atMost;
}

/** What makes two results hard to compare, in words; empty when nothing does. */
export function differencesOf(now: BenchResult, then: BenchResult): string[] {
  const facts = [
    ['processor', now.machine.processor, then.machine.processor],
    ['number of cores', now.machine.cores, then.machine.cores],
    ['Node', now.machine.node, then.machine.node],
    ['pinning', now.machine.pinned, then.machine.pinned],
    ['seconds per run', now.settings.seconds, then.settings.seconds],
    ['connections', now.settings.connections, then.settings.connections],
    ['rounds', now.settings.rounds, then.settings.rounds],
    ['subscribers', now.settings.subscribers, then.settings.subscribers],
    ['idle subscribers', now.settings.idleSubscribers, then.settings.idleSubscribers],
  ] as const;
  return facts
    .filter(([, one, other]) => one !== other)
    .map(([name, one, other]) => `${name}: ${one}, in the baseline ${other}`);
}
