import { changeOf, differencesOf, ratioToLimit } from './compare.ts';
import type { BenchResult, ScenarioResult } from './results.ts';

const nothing = '–';
const headings = [
  'scenario',
  'per second',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'noise',
  'SQL',
  'errors',
  'of its limit',
  'since baseline',
];

/** The results as a table for people, and how they stand to the baseline. */
export function renderTable(result: BenchResult, baseline: BenchResult | undefined): string {
  const rows = result.scenarios.map((scenario) => [
    scenario.title,
    count(scenario.rate),
    milliseconds(scenario.p50),
    milliseconds(scenario.p95),
    milliseconds(scenario.p99),
    percent(scenario.spread),
    scenario.statements === undefined ? nothing : String(scenario.statements),
    String(scenario.errors),
    optional(ratioToLimit(scenario, result.scenarios), percent),
    sinceBaseline(scenario, baseline),
  ]);
  return [
    ...aligned([headings, ...rows]),
    ...result.scenarios.flatMap(({ title, failure }) => (failure ? [`${title}: ${failure}`] : [])),
    ...notes(result, baseline),
  ].join('\n');
}

function sinceBaseline(scenario: ScenarioResult, baseline: BenchResult | undefined): string {
  const before = baseline?.scenarios.find(({ id }) => id === scenario.id);
  if (!before) return nothing;
  const { relative, verdict } = changeOf(scenario, before);
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
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join(' | '),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [lines[0] ?? '', rule, ...lines.slice(1)];
}

function count(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(1);
}

function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 1 ? 1 : 2);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(Math.abs(part) < 0.1 ? 1 : 0)} %`;
}

function optional(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? nothing : format(value);
}
