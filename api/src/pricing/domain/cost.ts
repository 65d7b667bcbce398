/** What something costs, in minor units of one currency. */
export interface Cost {
  readonly subtotalMinor: bigint;
  readonly discountsMinor: bigint;
  readonly shippingMinor: bigint;
  /** Tax contained in or added to the total. */
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
}

/** A priced quantity. */
export interface PricedLine {
  readonly unitPriceMinor: bigint;
  readonly quantity: number;
}

/** The cost of one line. */
export function lineCost(line: PricedLine): Cost {
  const subtotalMinor = line.unitPriceMinor * BigInt(line.quantity);
  return {
    subtotalMinor,
    discountsMinor: 0n,
    shippingMinor: 0n,
    taxMinor: 0n,
    totalMinor: subtotalMinor,
  };
}

/** The cost of several lines and their shipping; its parts are the sums of the lines' parts. */
export function basketCost(lines: readonly PricedLine[], shippingMinor = 0n): Cost {
  const subtotalMinor = lines.reduce((sum, line) => sum + lineCost(line).subtotalMinor, 0n);
  return {
    subtotalMinor,
    discountsMinor: 0n,
    shippingMinor,
    taxMinor: 0n,
    totalMinor: subtotalMinor + shippingMinor,
  };
}
