import { allocate } from './allocation';
import type { Promotion, Reduction } from './promotion';
import { isEligible, type OfferedLine, quantityOf, subtotalOf } from './promotion-eligibility';
import { divideRounded, type Rounding } from './rounding';

const MILLION = 1_000_000n;

/** A line and what promotions have left of its price, in minor units. */
export interface OpenLine extends OfferedLine {
  readonly leftMinor: bigint;
}

/**
 * What a promotion takes off each of these lines, in their order, and never more than is left. What is shared is shared
 * in the order of ids, so that the order of the lines decides nothing.
 */
export function discountsOf(
  promotion: Promotion,
  lines: readonly OpenLine[],
  rounding: Rounding,
): bigint[] {
  const eligible = lines
    .filter((line) => isEligible(line, promotion.targets))
    .toSorted((one, other) => (one.line.id < other.line.id ? -1 : 1));
  const amounts = new Map(
    amountsOf(promotion, eligible, rounding).map((amount, index) => [eligible[index], amount]),
  );
  return lines.map((line) => smaller(amounts.get(line) ?? 0n, line.leftMinor));
}

function amountsOf(
  { benefit, class: level }: Promotion,
  lines: readonly OpenLine[],
  rounding: Rounding,
): bigint[] {
  if (benefit.kind === 'BUY_X_GET_Y') return freeUnits(benefit, lines, rounding);
  const reduction =
    benefit.kind === 'REDUCTION'
      ? benefit.reduction
      : benefit.kind === 'TIERED'
        ? tierOf(benefit, lines)
        : undefined;
  if (!reduction) return [];
  return level === 'LINE'
    ? lines.map((line) => lineAmount(reduction, line, rounding))
    : orderAmounts(reduction, lines, rounding);
}

function tierOf(
  benefit: Extract<Promotion['benefit'], { kind: 'TIERED' }>,
  lines: readonly OpenLine[],
): Reduction | undefined {
  const reached = benefit.measure === 'QUANTITY' ? BigInt(quantityOf(lines)) : subtotalOf(lines);
  return benefit.tiers.findLast(({ from }) => from <= reached)?.reduction;
}

function lineAmount(reduction: Reduction, line: OpenLine, rounding: Rounding): bigint {
  return reduction.kind === 'AMOUNT'
    ? reduction.amountMinor * BigInt(line.line.quantity)
    : divideRounded(line.leftMinor * BigInt(reduction.offPpm), MILLION, rounding);
}

function orderAmounts(
  reduction: Reduction,
  lines: readonly OpenLine[],
  rounding: Rounding,
): bigint[] {
  const left = lines.map(({ leftMinor }) => leftMinor);
  const leftMinor = left.reduce((sum, each) => sum + each, 0n);
  if (leftMinor === 0n) return [];
  const wanted =
    reduction.kind === 'AMOUNT'
      ? reduction.amountMinor
      : divideRounded(leftMinor * BigInt(reduction.offPpm), MILLION, rounding);
  return allocate(smaller(wanted, leftMinor), left);
}

/** Of all whole sets the cheapest units, told apart by their lines' ids. */
function freeUnits(
  benefit: Extract<Promotion['benefit'], { kind: 'BUY_X_GET_Y' }>,
  lines: readonly OpenLine[],
  rounding: Rounding,
): bigint[] {
  const { buyQuantity, getQuantity, offPpm } = benefit;
  let free = Math.floor(quantityOf(lines) / (buyQuantity + getQuantity)) * getQuantity;
  const units = new Map<OpenLine, number>();
  const cheapestFirst = lines.toSorted((one, other) =>
    one.unitPriceMinor === other.unitPriceMinor
      ? 0
      : one.unitPriceMinor < other.unitPriceMinor
        ? -1
        : 1,
  );
  for (const line of cheapestFirst) {
    const taken = Math.min(free, line.line.quantity);
    units.set(line, taken);
    free -= taken;
  }
  return lines.map((line) => {
    const priceMinor = line.unitPriceMinor * BigInt(units.get(line) ?? 0);
    return divideRounded(priceMinor * BigInt(offPpm), MILLION, rounding);
  });
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
