import type { CataloguePlan } from './domain/plan-catalogue';
import type { ImportOutcome } from './import-catalogue';

const number = new Intl.NumberFormat('en-GB');

/** The lines that sum an import up for the person who ran it. */
export function summaryOf(rowCount: number, plan: CataloguePlan, outcome: ImportOutcome): string[] {
  const reasons = countBy(plan.aside.map(({ aside }) => aside));
  const codes = countBy(plan.unsellable.map(({ reason }) => reason));
  const changesNothing = outcome.created === 0 && outcome.changed === 0;
  return [
    `${number.format(rowCount)} lines read, ${number.format(rowCount - plan.aside.length)} of them sales of goods.`,
    `${number.format(plan.aside.length)} lines set aside:`,
    ...table(reasons),
    ...(codes.length > 0 ? ['Stock codes that cannot be sold:', ...table(codes)] : []),
    `Products: ${number.format(outcome.created)} created, ${number.format(outcome.changed)} changed, ${number.format(outcome.unchanged)} unchanged.`,
    changesNothing
      ? 'Nothing was changed; the stock was not touched.'
      : `Stock was received for the ${number.format(outcome.created)} new products; that of the others was not touched.`,
  ];
}

/** Every line that was set aside, as CSV: line number, reason, code, description. */
export function fullReport({ aside, unsellable }: CataloguePlan): string {
  const lines = [
    ['line', 'reason', 'stock code', 'description'],
    ...aside.map((row) => [String(row.lineNumber), row.aside, row.sku, row.description]),
    ...unsellable.map(({ sku, reason }) => ['', `no product: ${reason}`, sku, '']),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function countBy<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function table(counts: readonly (readonly [string, number])[]): string[] {
  return counts.map(([reason, count]) => `  ${number.format(count).padStart(6)}  ${reason}`);
}
