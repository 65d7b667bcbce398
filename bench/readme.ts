import { ratioToLimit } from './compare.ts';
import { besides, count, milliseconds, nothing, optional, percent, targetOf } from './in-words.ts';
import { type BenchResult, groups, type ScenarioResult } from './results.ts';

const begin = '<!-- The baseline of `npm run bench`; written by it. -->';
const end = '<!-- End of the baseline. -->';
const headings = ['scenario', 'per second', 'p95 ms', 'SQL', 'of its limit', 'target'];

/** The README with the figures of a result in place of those it shows. */
export function withFigures(readme: string, result: BenchResult): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`README.md has no place for figures, between "${begin}" and "${end}".`);
  }
  return [before, begin, '\n\n', figuresOf(result), '\n\n', end, after].join('');
}

function figuresOf({ scenarios, machine, measuredAt }: BenchResult): string {
  const rows = groups.flatMap((group) =>
    scenarios.filter((each) => each.group === group).map((each) => rowOf(each, scenarios)),
  );
  const more = scenarios.flatMap((each) => besides(each)).map((sentence) => `- ${sentence}`);
  const where = `Measured on ${measuredAt.slice(0, 10)} with ${machine.cores} cores (${machine.processor}), Node ${machine.node}.`;
  return [...table([headings, ...rows]), '', ...more, '', where].join('\n');
}

function rowOf(scenario: ScenarioResult, scenarios: readonly ScenarioResult[]): string[] {
  return [
    `${scenario.group === 'limits' ? 'limit: ' : ''}${titleOf(scenario)}`,
    count(scenario.rate),
    milliseconds(scenario.p95),
    optional(scenario.statements, String),
    optional(ratioToLimit(scenario, scenarios), percent),
    scenario.target ? targetOf(scenario, scenarios) : nothing,
  ];
}

/** What is indented in a terminal would not be in Markdown. */
function titleOf({ title }: ScenarioResult): string {
  return title.startsWith(' ') ? `↳ ${title.trimStart()}` : title;
}

/** Aligned as the formatter of the repository does it. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return isText(column) ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${cells.join(' | ')} |`;
  });
  const rule = widths.map((width, column) =>
    isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [lines[0] ?? '', `| ${rule.join(' | ')} |`, ...lines.slice(1)];
}

function isText(column: number): boolean {
  return column === 0 || column === headings.length - 1;
}
