/** What a parcel holds, as far as its delivery is concerned. */
export interface Goods {
  /** After all discounts on lines and order, in minor units. */
  readonly subtotalMinor: bigint;
  readonly weightGrams: number;
  /** Units. */
  readonly quantity: number;
}

/** By what the price of a delivery is found. */
export type RateKind = 'FLAT' | 'WEIGHT' | 'SUBTOTAL';

/** One price, from a measure on (grams or minor units) and below another. */
export interface Band {
  readonly from: bigint;
  /** Undefined when it never ends. */
  readonly below: bigint | undefined;
  readonly priceMinor: bigint;
}

/** What a way of delivery costs in a zone, and how long it takes. */
export interface Rate {
  readonly kind: RateKind;
  /** Without gap and overlap, from nothing on; what lies above the last is not delivered. */
  readonly bands: readonly Band[];
  /** From this subtotal on it is free. */
  readonly freeFromMinor: bigint | undefined;
  /** Working days at least and at most; undefined when nobody says. */
  readonly minDays: number | undefined;
  readonly maxDays: number | undefined;
}

/** What stands against bands, and at which of them. */
export interface BandProblem {
  readonly index: number;
  readonly field: 'from' | 'below' | 'price';
  readonly message: string;
}

/** What delivering these goods costs; undefined when they are not delivered at this rate. */
export function priceOf(rate: Rate, goods: Goods): bigint | undefined {
  const band = bandOf(rate, goods);
  if (!band) return undefined;
  const { freeFromMinor } = rate;
  const isFree = freeFromMinor !== undefined && goods.subtotalMinor >= freeFromMinor;
  return isFree ? 0n : band.priceMinor;
}

/** The band that goods lie in. */
export function bandOf({ kind, bands }: Rate, goods: Goods): Band | undefined {
  const measure = kind === 'WEIGHT' ? BigInt(goods.weightGrams) : goods.subtotalMinor;
  if (kind === 'FLAT') return bands[0];
  return bands.find(
    ({ from, below }) => from <= measure && (below === undefined || measure < below),
  );
}

/** Whether there are goods that are not delivered at this rate. */
export function isLimited({ kind, bands }: Rate): boolean {
  return kind !== 'FLAT' && bands.at(-1)?.below !== undefined;
}

/** The least that delivery can cost at this rate. */
export function lowestPrice({ bands, freeFromMinor }: Rate): bigint {
  const prices = bands.map(({ priceMinor }) => priceMinor);
  const lowest = prices.reduce((least, price) => (price < least ? price : least), prices[0] ?? 0n);
  return freeFromMinor === 0n ? 0n : lowest;
}

/** The first thing that keeps bands from covering everything from nothing on exactly once. */
export function bandProblem(bands: readonly Band[]): BandProblem | undefined {
  if (bands.length === 0) return { index: 0, field: 'from', message: 'Give at least one band.' };
  let next: bigint | undefined = 0n;
  for (const [index, { from, below, priceMinor }] of bands.entries()) {
    if (priceMinor < 0n) return { index, field: 'price', message: 'A price is not negative.' };
    if (next === undefined) {
      return { index, field: 'from', message: 'Nothing can follow a band that never ends.' };
    }
    if (from !== next) {
      const message =
        index === 0
          ? 'The first band begins at 0.'
          : 'A band begins exactly where the one before it ends.';
      return { index, field: 'from', message };
    }
    if (below !== undefined && below <= from) {
      return { index, field: 'below', message: 'A band ends above where it begins.' };
    }
    next = below;
  }
  return undefined;
}
