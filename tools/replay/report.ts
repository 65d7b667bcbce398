import { formatMinor } from './money.ts';
import type { Comparison, Reconciliation } from './reconcile.ts';
import type { RunResult } from './run-replay.ts';

const whole = (value: number | bigint): string => value.toLocaleString('en-GB');

/** The table that a run ends with. */
export function reportOf(result: RunResult): string {
  const { plan, reconciliation, currencyCode } = result;
  return [
    `\nOrders placed     ${whole(result.placed)} in ${result.placingSeconds.toFixed(1)} s: ${(result.placed / result.placingSeconds).toFixed(1)} per second`,
    ...counted('Invoices refused', result.refused),
    ...counted('Lines left out', plan.skippedLines),
    ...counted('Cancellations', result.cancellations),
    ...(result.unpaid.size > 0 ? counted('Payments not recorded', result.unpaid) : []),
    '\nStep                     calls     p50 ms     p95 ms',
    ...result.timings.map(
      ({ step, calls, p50, p95 }) =>
        `${step.padEnd(20)}${whole(calls).padStart(10)}${p50.toFixed(1).padStart(11)}${p95.toFixed(1).padStart(11)}`,
    ),
    ...reconciliationTable(reconciliation, currencyCode),
  ].join('\n');
}

function counted(title: string, counts: ReadonlyMap<string, number>): string[] {
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  const rows = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => `  ${whole(count).padStart(6)}  ${reason}`);
  return [`\n${title.padEnd(18)}${whole(sum)}`, ...rows];
}

function reconciliationTable(
  { comparisons, foreignOrders, agrees }: Reconciliation,
  currencyCode: string,
): string[] {
  const cell = ({ unit }: Comparison, value: bigint | undefined): string => {
    if (value === undefined) return '–'.padStart(16);
    return (unit === 'money' ? formatMinor(value, currencyCode) : whole(value)).padStart(16);
  };
  return [
    `\nReconciliation (${currencyCode})         replay          orders    stock ledger`,
    ...comparisons.map((row) =>
      [
        row.figure.padEnd(16),
        cell(row, row.replay),
        cell(row, row.orders),
        cell(row, row.ledger),
        row.agrees ? '   agrees' : '   DIFFERS',
      ].join(''),
    ),
    ...(foreignOrders > 0
      ? [`${whole(foreignOrders)} orders of others were placed meanwhile; they are left out.`]
      : []),
    agrees ? 'Everything reconciles.' : 'The figures do not reconcile.',
  ];
}
