/** What a line costs, in minor units, as it was sold. */
export interface LineCost {
  readonly subtotalMinor: bigint;
  readonly discountsMinor: bigint;
  readonly shippingMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly taxLines: readonly {
    readonly name: string;
    readonly ratePpm: number;
    readonly amountMinor: bigint;
  }[];
}

/**
 * What the first units of a line come to: a minor unit more than the equal share for as many of the first as it
 * takes, so that all units together come to the whole.
 */
function upTo(wholeMinor: bigint, quantity: number, units: number): bigint {
  const share = wholeMinor / BigInt(quantity);
  const rest = wholeMinor % BigInt(quantity);
  const count = BigInt(units);
  return share * count + (count < rest ? count : rest);
}

/**
 * What some units of a line cost: those after the first `from`. However a line is taken apart, as long as each unit
 * is taken once, the parts sum to the whole, and each part adds up in itself.
 */
export function costOfUnits(
  cost: LineCost,
  quantity: number,
  from: number,
  units: number,
): LineCost {
  const part = (wholeMinor: bigint): bigint =>
    upTo(wholeMinor, quantity, from + units) - upTo(wholeMinor, quantity, from);
  const taxLines = cost.taxLines.map((line) => ({ ...line, amountMinor: part(line.amountMinor) }));
  const subtotalMinor = part(cost.subtotalMinor);
  const discountsMinor = part(cost.discountsMinor);
  const shippingMinor = part(cost.shippingMinor);
  const taxMinor =
    cost.taxLines.length > 0
      ? taxLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
      : part(cost.taxMinor);
  const pricesMinor = subtotalMinor - discountsMinor + shippingMinor;
  return {
    subtotalMinor,
    discountsMinor,
    shippingMinor,
    taxMinor,
    totalMinor: isTaxAdded(cost) ? pricesMinor + taxMinor : pricesMinor,
    taxLines,
  };
}

/** Whether the tax came on top of the prices. */
function isTaxAdded({
  subtotalMinor,
  discountsMinor,
  shippingMinor,
  totalMinor,
}: LineCost): boolean {
  return totalMinor !== subtotalMinor - discountsMinor + shippingMinor;
}
