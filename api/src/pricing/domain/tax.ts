import { allocate } from './allocation';
import { divideRounded, type Rounding } from './rounding';

/** One part in a million: 200,000 is 20 %. */
const MILLION = 1_000_000n;

/** A tax on something. */
export interface TaxRate {
  /** As receipts print it, such as VAT. */
  readonly name: string;
  /** Parts per million of the base. */
  readonly ratePpm: number;
  /** Whether the taxes before it belong to its base. */
  readonly isCompound: boolean;
}

/** How a shop takes tax. */
export interface TaxRules {
  readonly pricesIncludeTax: boolean;
  readonly rounding: Rounding;
}

/** One tax on an amount, in minor units. */
export interface TaxLine {
  readonly name: string;
  readonly ratePpm: number;
  readonly amountMinor: bigint;
}

/**
 * The taxes on an amount: contained in it where prices include tax, else to be added to it. Their sum is rounded
 * once; the single taxes share that sum, so that a receipt always adds up.
 */
export function taxOn(
  amountMinor: bigint,
  rates: readonly TaxRate[],
  { pricesIncludeTax, rounding }: TaxRules,
): TaxLine[] {
  const { shares, unit } = sharesOf(rates);
  const sum = shares.reduce((total, share) => total + share, 0n);
  const whole = pricesIncludeTax ? unit + sum : unit;
  const taxMinor = divideRounded(amountMinor * sum, whole, rounding);
  return allocate(taxMinor, shares).map((part, index) => ({
    name: rates[index]?.name ?? '',
    ratePpm: rates[index]?.ratePpm ?? 0,
    amountMinor: part,
  }));
}

/** By how much the tax on an amount was rounded up, in millionths of a minor unit; negative where it was rounded down. */
export function taxResidue(
  amountMinor: bigint,
  rates: readonly TaxRate[],
  rules: TaxRules,
): bigint {
  const { shares, unit } = sharesOf(rates);
  const sum = shares.reduce((total, share) => total + share, 0n);
  const whole = rules.pricesIncludeTax ? unit + sum : unit;
  const exact = amountMinor * sum;
  const taxMinor = divideRounded(exact, whole, rules.rounding);
  return divideRounded((taxMinor * whole - exact) * MILLION, whole, 'HALF_EVEN');
}

/** What each tax takes of `unit` parts of an untaxed amount, exactly. */
function sharesOf(rates: readonly TaxRate[]): { readonly shares: bigint[]; readonly unit: bigint } {
  const unit = MILLION ** BigInt(rates.length);
  const shares: bigint[] = [];
  let before = 0n;
  for (const { ratePpm, isCompound } of rates) {
    const share = ((isCompound ? unit + before : unit) * BigInt(ratePpm)) / MILLION;
    shares.push(share);
    before += share;
  }
  return { shares, unit };
}

/** The same taxes of several amounts, summed by rate and name; the highest rate first. */
export function sumTaxLines(lines: readonly (readonly TaxLine[])[]): TaxLine[] {
  const sums = new Map<string, TaxLine>();
  for (const line of lines.flat()) {
    const key = `${line.ratePpm} ${line.name}`;
    const amountMinor = (sums.get(key)?.amountMinor ?? 0n) + line.amountMinor;
    sums.set(key, { ...line, amountMinor });
  }
  return [...sums.values()].toSorted(
    (one, other) => other.ratePpm - one.ratePpm || (one.name < other.name ? -1 : 1),
  );
}
