import fc from 'fast-check';

import { type Band, bandOf, bandProblem, type Goods, isLimited, priceOf, type Rate } from './rates';

const band = (from: number, below: number | undefined, price: number): Band => ({
  from: BigInt(from),
  below: below === undefined ? undefined : BigInt(below),
  priceMinor: BigInt(price),
});
const rate = (kind: Rate['kind'], bands: Band[], freeFrom?: number): Rate => ({
  kind,
  bands,
  freeFromMinor: freeFrom === undefined ? undefined : BigInt(freeFrom),
  minDays: undefined,
  maxDays: undefined,
});
const goods = (subtotal: number, weightGrams = 0): Goods => ({
  subtotalMinor: BigInt(subtotal),
  weightGrams,
  quantity: 1,
});

describe('a rate', () => {
  const flat = rate('FLAT', [band(0, undefined, 450)], 5_000);
  const byWeight = rate('WEIGHT', [band(0, 1_000, 390), band(1_000, 5_000, 690)], 10_000);
  const bySubtotal = rate('SUBTOTAL', [
    band(0, 2_000, 590),
    band(2_000, 6_000, 290),
    band(6_000, undefined, 0),
  ]);

  it.each([
    ['flat', flat, goods(100, 99_999), 450n],
    ['flat just below the amount from which it is free', flat, goods(4_999), 450n],
    ['flat from that amount on', flat, goods(5_000), 0n],
    ['a letter', byWeight, goods(100, 0), 390n],
    ['999 g', byWeight, goods(100, 999), 390n],
    ['a kilo', byWeight, goods(100, 1_000), 690n],
    ['4,999 g', byWeight, goods(100, 4_999), 690n],
    ['heavier than its bands', byWeight, goods(100, 5_000), undefined],
    ['free, and still too heavy', byWeight, goods(20_000, 5_000), undefined],
    ['a small order', bySubtotal, goods(1_999), 590n],
    ['a larger one', bySubtotal, goods(2_000), 290n],
    ['a large one', bySubtotal, goods(6_000), 0n],
  ])('for %s', (_, each, parcel, price) => {
    expect(priceOf(each, parcel)).toBe(price);
  });

  it('is limited where its last band ends', () => {
    expect([flat, byWeight, bySubtotal].map(isLimited)).toEqual([false, true, false]);
  });
});

describe('bands', () => {
  it.each([
    ['none', [], 'from'],
    ['a first that begins above 0', [band(1, undefined, 0)], 'from'],
    ['a gap', [band(0, 10, 0), band(11, undefined, 0)], 'from'],
    ['an overlap', [band(0, 10, 0), band(9, undefined, 0)], 'from'],
    ['one after the end', [band(0, undefined, 0), band(10, undefined, 0)], 'from'],
    ['an empty one', [band(0, 0, 0)], 'below'],
    ['a negative price', [band(0, undefined, -1)], 'price'],
  ])('are refused with %s', (_, bands, field) => {
    expect(bandProblem(bands)?.field).toBe(field);
  });

  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 8 });
  const chain = (ends: readonly number[], isOpen: boolean): Band[] => {
    const sorted = ends.toSorted((one, other) => one - other);
    const closed = sorted.map((below, index) => band(sorted[index - 1] ?? 0, below, index));
    return isOpen || closed.length === 0
      ? [...closed, band(sorted.at(-1) ?? 0, undefined, sorted.length)]
      : closed;
  };

  it('that are accepted hold each measure exactly once, up to the end of the last', () => {
    fc.assert(
      fc.property(
        cuts,
        fc.boolean(),
        fc.integer({ min: 0, max: 12_000 }),
        (ends, isOpen, weight) => {
          const bands = chain(ends, isOpen);
          const measure = BigInt(weight);
          const holding = bands.filter(
            ({ from, below }) => from <= measure && (below === undefined || measure < below),
          );
          const last = bands.at(-1)?.below;
          const isWithin = last === undefined || measure < last;

          expect(bandProblem(bands)).toBeUndefined();
          expect(holding).toHaveLength(isWithin ? 1 : 0);
          expect(bandOf(rate('WEIGHT', bands), goods(0, weight))).toEqual(holding[0]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('are refused as soon as one edge moves', () => {
    fc.assert(
      fc.property(
        cuts.filter(({ length }) => length > 1),
        fc.nat(),
        fc.integer({ min: -50, max: 50 }).filter((by) => by !== 0),
        (ends, choice, by) => {
          const bands = chain(ends, true);
          const index = choice % bands.length;
          const moved = bands.map((each, at) =>
            at === index ? { ...each, from: each.from + BigInt(by) } : each,
          );

          expect(bandProblem(moved)).toBeDefined();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
