import { changeOf, differencesOf, ratioToLimit } from './compare.ts';
import { besides, count, milliseconds, nothing, optional, percent, targetOf } from './in-words.ts';
import { type BenchResult, groups, type ScenarioResult } from './results.ts';

const headings = [
  'scenario',
  'per second',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'noise',
  'CPU µs',
  'SQL',
  'errors',
  'of its limit',
  'target',
  'since baseline',
];

/** The results as a table for people, and how they stand to their targets and to the baseline. */
export function renderTable(result: BenchResult, baseline: BenchResult | undefined): string {
  const { scenarios } = result;
  const present = groups.filter((group) => scenarios.some((each) => each.group === group));
  const rows = present.flatMap((group) => [
    [group.toUpperCase()],
    ...scenarios
      .filter((scenario) => scenario.group === group)
      .map((scenario) => rowOf(scenario, scenarios, baseline)),
  ]);
  return [
    ...aligned([headings, ...rows]),
    ...scenarios.flatMap((scenario) => besides(scenario)),
    ...scenarios.flatMap(({ title, failure }) => (failure ? [`FAILED ${title}: ${failure}`] : [])),
    ...notes(result, baseline),
  ].join('\n');
}

function rowOf(
  scenario: ScenarioResult,
  scenarios: readonly ScenarioResult[],
  baseline: BenchResult | undefined,
): string[] {
  const { figures, statements } = scenario;
  if (scenario.rate === 0) {
    const blank = Array.from({ length: 7 }, () => nothing);
    const errors = String(scenario.errors);
    return [scenario.title, ...blank, errors, nothing, targetOf(scenario, scenarios), 'failed'];
  }
  return [
    scenario.title,
    count(scenario.rate),
    milliseconds(scenario.p50),
    milliseconds(scenario.p95),
    milliseconds(scenario.p99),
    optional(scenario.spread, percent),
    optional(figures.cpuMicroseconds, count),
    optional(statements, String),
    String(scenario.errors),
    optional(ratioToLimit(scenario, scenarios), percent),
    targetOf(scenario, scenarios),
    sinceBaseline(scenario, baseline),
  ];
}

function sinceBaseline(scenario: ScenarioResult, baseline: BenchResult | undefined): string {
  const before = baseline?.scenarios.find(({ id }) => id === scenario.id);
  if (!before) return nothing;
  const { relative, verdict } = changeOf(scenario, before);
  if (verdict === 'unknown') return nothing;
  if (verdict === 'noise') return 'within noise';
  return `${relative > 0 ? '+' : ''}${percent(relative)} ${verdict}`;
}

function notes(result: BenchResult, baseline: BenchResult | undefined): string[] {
  if (!baseline) return ['There is no baseline to compare with.'];
  const differences = differencesOf(result, baseline);
  return [
    `The baseline is of ${baseline.measuredAt.slice(0, 10)}.`,
    ...(differences.length > 0
      ? [`It was measured under other conditions (${differences.join('; ')}).`]
      : []),
  ];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(' | '),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}
