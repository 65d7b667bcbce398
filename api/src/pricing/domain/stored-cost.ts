import type { Cost } from './cost';
import type { TaxLine } from './tax';

/** A tax as it is written down; minor units are texts because JSON has no bigint. */
export type StoredTaxLine = Omit<TaxLine, 'amountMinor'> & { readonly amountMinor: string };

/** A cost as it is written down. */
export interface StoredCost extends Record<Exclude<keyof Cost, 'taxLines'>, string> {
  readonly taxLines: readonly StoredTaxLine[];
}

/** Writes taxes down. */
export function freezeTaxLines(lines: readonly TaxLine[]): StoredTaxLine[] {
  return lines.map(({ name, ratePpm, amountMinor }) => ({
    name,
    ratePpm,
    amountMinor: amountMinor.toString(),
  }));
}

/** Reads taxes back. */
export function thawTaxLines(lines: readonly StoredTaxLine[]): TaxLine[] {
  return lines.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) }));
}

/** Writes a cost down. */
export function freezeCost(cost: Cost): StoredCost {
  return {
    subtotalMinor: cost.subtotalMinor.toString(),
    discountsMinor: cost.discountsMinor.toString(),
    shippingMinor: cost.shippingMinor.toString(),
    taxMinor: cost.taxMinor.toString(),
    totalMinor: cost.totalMinor.toString(),
    taxLines: freezeTaxLines(cost.taxLines),
  };
}

/** Reads a cost back. */
export function thawCost(cost: StoredCost): Cost {
  return {
    subtotalMinor: BigInt(cost.subtotalMinor),
    discountsMinor: BigInt(cost.discountsMinor),
    shippingMinor: BigInt(cost.shippingMinor),
    taxMinor: BigInt(cost.taxMinor),
    totalMinor: BigInt(cost.totalMinor),
    taxLines: thawTaxLines(cost.taxLines),
  };
}
