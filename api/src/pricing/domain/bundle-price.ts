import { allocate } from './allocation';
import { divideRounded } from './rounding';

/** How the price of a bundle is made. FIXED is what the bundle itself costs, price lists included. */
export type BundleRule =
  | { readonly kind: 'SUM' }
  | { readonly kind: 'FIXED' }
  | { readonly kind: 'PERCENT_OFF'; readonly offPpm: number };

/** What a bundle's price is made of, in minor units. */
export interface BundlePrices {
  /** What its own variation costs. */
  readonly ownMinor: bigint;
  /** What the parts of one unit cost by themselves. */
  readonly sumMinor: bigint;
}

/** The price of one unit of a bundle. */
export function bundlePrice(rule: BundleRule, { ownMinor, sumMinor }: BundlePrices): bigint {
  if (rule.kind === 'FIXED') return ownMinor;
  if (rule.kind === 'SUM') return sumMinor;
  return sumMinor - divideRounded(sumMinor * BigInt(rule.offPpm), 1_000_000n, 'HALF_UP');
}

/**
 * What of a bundle's line each part is worth: shares by what the parts cost by themselves, which always sum to the
 * line. Where all are free, by their units.
 */
export function partShares(
  wholeMinor: bigint,
  parts: readonly { readonly weight: bigint; readonly quantity: number }[],
): bigint[] {
  const isFree = parts.every(({ weight }) => weight === 0n);
  return allocate(
    wholeMinor,
    parts.map(({ weight, quantity }) => (isFree ? BigInt(quantity) : weight)),
  );
}
