/** What staff have said about the price of a draft's line. */
export interface OwnPrice {
  /** One unit's price instead of the shop's, in minor units. */
  readonly unitPriceMinor?: bigint;
  /** Taken off that price, or off the shop's, in parts per million. */
  readonly discountPpm?: number;
}

const WHOLE_PPM = 1_000_000n;

/** Whether staff have said anything: otherwise the shop's price stands, with all its rules. */
export function hasOwnPrice({ unitPriceMinor, discountPpm }: OwnPrice): boolean {
  return unitPriceMinor !== undefined || (discountPpm ?? 0) > 0;
}

/** What one unit costs with what staff have said; half a minor unit is rounded up. */
export function ownUnitPrice({ unitPriceMinor, discountPpm }: OwnPrice, shopMinor: bigint): bigint {
  const priceMinor = unitPriceMinor ?? shopMinor;
  const keptPpm = WHOLE_PPM - BigInt(discountPpm ?? 0);
  return (priceMinor * keptPpm * 2n + WHOLE_PPM) / (WHOLE_PPM * 2n);
}
