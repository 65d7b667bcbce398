import { partShares } from './bundle-price';
import { sumTaxLines, type TaxLine, taxOn, type TaxRate, taxResidue, type TaxRules } from './tax';

/** What something costs, in minor units of one currency. */
export interface Cost {
  readonly subtotalMinor: bigint;
  readonly discountsMinor: bigint;
  readonly shippingMinor: bigint;
  /** Tax contained in the total, whether prices include it or not. */
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** What the tax consists of; sums to it. */
  readonly taxLines: readonly TaxLine[];
}

/** A priced quantity. */
export interface PricedLine {
  readonly unitPriceMinor: bigint;
  readonly quantity: number;
  /** Taken off the line as a whole; never more than it costs. */
  readonly discountMinor?: bigint;
  readonly taxRates?: readonly TaxRate[];
  /** Where it consists of parts, the price is shared among them and each part is taxed by itself. */
  readonly parts?: readonly PricedPart[] | undefined;
}

/** A part of a line: its share of the line's price by weight, and how it is taxed. */
export interface PricedPart {
  readonly weight: bigint;
  readonly quantity: number;
  readonly taxRates: readonly TaxRate[];
}

/** A way of delivery and how it is taxed. */
export interface PricedShipping {
  readonly priceMinor: bigint;
  readonly taxRates?: readonly TaxRate[];
}

/** For what is not taxed at all. */
const UNTAXED: TaxRules = { pricesIncludeTax: true, rounding: 'HALF_UP' };

/** The cost of one line. */
export function lineCost(line: PricedLine, rules: TaxRules = UNTAXED): Cost {
  const subtotalMinor = line.unitPriceMinor * BigInt(line.quantity);
  const wanted = line.discountMinor ?? 0n;
  const discountsMinor = wanted > subtotalMinor ? subtotalMinor : wanted;
  const netMinor = subtotalMinor - discountsMinor;
  const taxLines = lineTaxes(netMinor, line, rules);
  return withTotal({ subtotalMinor, discountsMinor, shippingMinor: 0n, taxLines }, rules);
}

/** By how much rounding raised the tax of a line, in millionths of a minor unit. */
export function lineResidue(line: PricedLine, rules: TaxRules): bigint {
  const { subtotalMinor, discountsMinor } = lineCost(line, rules);
  const netMinor = subtotalMinor - discountsMinor;
  const { taxRates = [], parts = [] } = line;
  if (parts.length === 0) return taxResidue(netMinor, taxRates, rules);
  const shares = partShares(netMinor, parts);
  return parts.reduce(
    (sum, part, index) => sum + taxResidue(shares[index] ?? 0n, part.taxRates, rules),
    0n,
  );
}

function lineTaxes(netMinor: bigint, { taxRates, parts }: PricedLine, rules: TaxRules): TaxLine[] {
  if (!parts || parts.length === 0) return taxOn(netMinor, taxRates ?? [], rules);
  const shares = partShares(netMinor, parts);
  return sumTaxLines(parts.map((part, index) => taxOn(shares[index] ?? 0n, part.taxRates, rules)));
}

/** The cost of a way of delivery. */
export function deliveryCost({ priceMinor, taxRates }: PricedShipping, rules = UNTAXED): Cost {
  const taxLines = taxOn(priceMinor, taxRates ?? [], rules);
  return withTotal(
    { subtotalMinor: 0n, discountsMinor: 0n, shippingMinor: priceMinor, taxLines },
    rules,
  );
}

/** What several things cost together; each part is the sum of their parts. */
export function sumCosts(costs: readonly Cost[]): Cost {
  const sum = (part: (cost: Cost) => bigint): bigint =>
    costs.reduce((total, cost) => total + part(cost), 0n);
  return {
    subtotalMinor: sum((cost) => cost.subtotalMinor),
    discountsMinor: sum((cost) => cost.discountsMinor),
    shippingMinor: sum((cost) => cost.shippingMinor),
    taxMinor: sum((cost) => cost.taxMinor),
    totalMinor: sum((cost) => cost.totalMinor),
    taxLines: sumTaxLines(costs.map(({ taxLines }) => taxLines)),
  };
}

/** Completes a cost: its tax is the sum of its tax lines, and only tax that prices leave out is added. */
function withTotal(
  parts: Omit<Cost, 'taxMinor' | 'totalMinor'>,
  { pricesIncludeTax }: TaxRules,
): Cost {
  const { subtotalMinor, discountsMinor, shippingMinor, taxLines } = parts;
  const taxMinor = taxLines.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const pricesMinor = subtotalMinor - discountsMinor + shippingMinor;
  return {
    ...parts,
    taxMinor,
    totalMinor: pricesIncludeTax ? pricesMinor : pricesMinor + taxMinor,
  };
}
