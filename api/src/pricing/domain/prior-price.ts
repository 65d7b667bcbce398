/** How long before a reduction a price counts for comparison. */
const COMPARED_DAYS = 30;
const DAY_MS = 86_400_000;

/** A price that was asked, and until when. */
export interface PastPrice {
  readonly priceMinor: bigint;
  readonly shownUntil: Date;
}

/** Prices that ended later than this count for a reduction at the given instant. */
export function comparedSince(reducedAt: Date): Date {
  return new Date(reducedAt.getTime() - COMPARED_DAYS * DAY_MS);
}

/**
 * The price that a reduction is shown against: the lowest that was asked within 30 days before it, the one that
 * it replaces among them. Undefined where the new price is no reduction from it.
 */
export function priorPrice(
  newPriceMinor: bigint,
  past: readonly PastPrice[],
  reducedAt: Date,
): bigint | undefined {
  const since = comparedSince(reducedAt);
  const compared = past
    .filter(({ shownUntil }) => shownUntil > since)
    .map(({ priceMinor }) => priceMinor);
  const [first, ...others] = compared;
  if (first === undefined) return undefined;
  const lowest = others.reduce((least, price) => (price < least ? price : least), first);
  return newPriceMinor < lowest ? lowest : undefined;
}
