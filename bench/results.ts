import { percentile } from '../tools/replay/timings.ts';

/** One measurement of one scenario. */
export interface Run {
  /** Operations per second. */
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
}

/** What is measured of some scenarios besides rate and time. */
export interface Figures {
  /** CPU time that the measured processes spent on one operation. */
  readonly cpuMicroseconds?: number;
  /** How often an answer was computed that many asked for at once. */
  readonly computed?: number;
  /** How many subscribers were connected. */
  readonly subscribers?: number;
  /** Memory of the process that they were connected to, in MB of a million bytes. */
  readonly megabytes?: number;
  /** What each of them added to it. */
  readonly bytesPerSubscriber?: number;
  /** The part of a core that the process used while nothing happened. */
  readonly idleCpu?: number;
}

/** What a figure should be: a note in the table, never a failed run. */
export interface Target {
  readonly of: 'rate of limit' | 'CPU of limit' | 'p99' | 'computed' | 'megabytes';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Parts of the table, in its order. */
export const groups = ['limits', 'reading', 'cache', 'buying', 'live'] as const;

/** What stands in the table whatever the runs come to. */
export interface About {
  readonly id: string;
  readonly title: string;
  readonly group: (typeof groups)[number];
  /** The scenario that this one is measured by. */
  readonly limit?: string;
  readonly target?: Target;
}

/** What the runs of one scenario came to: medians, and how far the runs lie apart. */
export interface ScenarioResult extends About, Run {
  /** SQL statements of one operation, those that begin and end transactions included. */
  readonly statements?: number;
  /** (highest rate - lowest rate) / median rate; absent where one run tells nothing of it. */
  readonly spread?: number;
  readonly figures: Figures;
  /** The first thing that went wrong. */
  readonly failure?: string;
}

/** A whole run of the benchmark, as it is stored. */
export interface BenchResult {
  readonly measuredAt: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly node: string;
    readonly pinned: boolean;
  };
  readonly settings: {
    readonly seconds: number;
    readonly connections: number;
    readonly rounds: number;
    readonly subscribers: number;
    readonly idleSubscribers: number;
    /** Size of the constant answer of the limits. */
    readonly bodyBytes: number;
  };
  readonly scenarios: readonly ScenarioResult[];
}

/** Three digits after the point are more than any of this is worth. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** The middle of the values; between two middles, half way. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return (low + high) / 2;
}

/** How far values lie apart, as a part of their median. */
export function spreadOf(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}

/** One run out of its durations in milliseconds. */
export function toRun(durations: readonly number[], seconds: number, errors: number): Run {
  const sorted = durations.toSorted((one, other) => one - other);
  return {
    rate: seconds > 0 ? durations.length / seconds : 0,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    errors,
  };
}

/** The medians of the runs; errors are added up. */
export function summary(
  about: About,
  runs: readonly (Run & { readonly figures?: Figures })[],
  more: Pick<ScenarioResult, 'statements' | 'failure'> = {},
): ScenarioResult {
  const middle = (key: keyof Run) => rounded(median(runs.map((run) => run[key])));
  return {
    ...about,
    ...more,
    rate: middle('rate'),
    p50: middle('p50'),
    p95: middle('p95'),
    p99: middle('p99'),
    errors: runs.reduce((sum, { errors }) => sum + errors, 0),
    ...(runs.length > 1 ? { spread: rounded(spreadOf(runs.map(({ rate }) => rate))) } : {}),
    figures: middleFigures(runs.map(({ figures = {} }) => figures)),
  };
}

function middleFigures(all: readonly Figures[]): Figures {
  const names = new Set(all.flatMap((figures) => Object.keys(figures) as (keyof Figures)[]));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = all.flatMap((figures) => figures[name] ?? []);
      return [name, rounded(median(values))];
    }),
  );
}

/** Whether everything was measured and nothing went wrong. */
export function isClean({ scenarios }: BenchResult): boolean {
  return scenarios.every(({ errors, rate, failure }) => errors === 0 && rate > 0 && !failure);
}
