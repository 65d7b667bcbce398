import fc from 'fast-check';

import { allocate } from './allocation';
import {
  type Cost,
  deliveryCost,
  lineCost,
  type PricedLine,
  type PricedShipping,
  sumCosts,
} from './cost';
import { type PriceRule, unitPrice } from './price-rules';
import { divideRounded } from './rounding';
import { taxOn, type TaxRate, type TaxRules } from './tax';

const RUNS = { numRuns: 1_000 };

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const rates: fc.Arbitrary<TaxRate[]> = fc.array(
  fc.record({
    name: fc.constantFrom('A', 'B', 'C'),
    ratePpm: fc.oneof(
      fc.constantFrom(0, 50_000, 99_750, 200_000),
      fc.integer({ min: 0, max: 2_000_000 }),
    ),
    isCompound: fc.boolean(),
  }),
  { maxLength: 4 },
);
const rules: fc.Arbitrary<TaxRules> = fc.record({
  pricesIncludeTax: fc.boolean(),
  rounding: fc.constantFrom('HALF_UP', 'HALF_EVEN'),
});
const line: fc.Arbitrary<PricedLine> = fc.record({
  unitPriceMinor: fc.oneof(amount, fc.bigInt({ min: 0n, max: 20n })),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  discountMinor: fc.oneof(fc.constant(0n), amount),
  taxRates: rates,
});
const lines = fc.array(line, { maxLength: 8 });
const shipping = fc.record({ priceMinor: fc.bigInt({ min: 0n, max: 10n ** 6n }), taxRates: rates });

function basketCost(
  basket: readonly PricedLine[],
  delivery: PricedShipping,
  how: TaxRules = { pricesIncludeTax: true, rounding: 'HALF_UP' },
): Cost {
  return sumCosts([...basket.map((each) => lineCost(each, how)), deliveryCost(delivery, how)]);
}

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n);

describe('cost', () => {
  it('multiplies exactly where floats would not', () => {
    const cost = lineCost({ unitPriceMinor: 9_007_199_254_740_993n, quantity: 3 });

    expect(cost.totalMinor).toBe(27_021_597_764_222_979n);
  });

  it('adds shipping once, whatever the number of lines', () => {
    const cost = basketCost(
      [
        { unitPriceMinor: 1_250n, quantity: 2 },
        { unitPriceMinor: 399n, quantity: 1 },
      ],
      { priceMinor: 450n },
    );

    expect(cost).toMatchObject({ subtotalMinor: 2_899n, shippingMinor: 450n, totalMinor: 3_349n });
  });

  it('has parts that sum to the total and are never negative', () => {
    fc.assert(
      fc.property(lines, shipping, rules, (basket, delivery, how) => {
        const cost = basketCost(basket, delivery, how);
        const { subtotalMinor, discountsMinor, shippingMinor, taxMinor, totalMinor } = cost;
        const addedTax = how.pricesIncludeTax ? 0n : taxMinor;
        expect(subtotalMinor - discountsMinor + shippingMinor + addedTax).toBe(totalMinor);
        expect(sum(cost.taxLines.map(({ amountMinor }) => amountMinor))).toBe(taxMinor);
        for (const part of [subtotalMinor, discountsMinor, shippingMinor, taxMinor, totalMinor]) {
          expect(part >= 0n).toBe(true);
        }
        expect(cost.taxLines.every(({ amountMinor }) => amountMinor >= 0n)).toBe(true);
        if (how.pricesIncludeTax) expect(taxMinor <= totalMinor).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(lines, shipping, rules, (basket, delivery, how) => {
        const cost = basketCost(basket, delivery, how);
        expect(basketCost(basket.toReversed(), delivery, how)).toEqual(cost);
      }),
      RUNS,
    );
  });

  it('never falls when a line is added, or a unit at the same price', () => {
    fc.assert(
      fc.property(lines, line, shipping, rules, (basket, more, delivery, how) => {
        const before = basketCost([...basket, more], delivery, how).totalMinor;
        const oneMore = { ...more, quantity: more.quantity + 1 };
        expect(before >= basketCost(basket, delivery, how).totalMinor).toBe(true);
        // A discount that was cut at what the line cost may now be given in full.
        fc.pre((more.discountMinor ?? 0n) <= more.unitPriceMinor * BigInt(more.quantity));
        expect(basketCost([...basket, oneMore], delivery, how).totalMinor >= before).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('rounding', () => {
  it('is never further than half a unit from the exact value', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.constantFrom('HALF_UP' as const, 'HALF_EVEN' as const),
        (numerator, denominator, rounding) => {
          const error = divideRounded(numerator, denominator, rounding) * denominator - numerator;
          expect((error < 0n ? -error : error) * 2n <= denominator).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it.each([
    [5n, 2n, 3n, 2n],
    [7n, 2n, 4n, 4n],
    [-5n, 2n, -3n, -2n],
    [4n, 3n, 1n, 1n],
    [5n, 3n, 2n, 2n],
  ])('makes %d / %d %d half up and %d half even', (numerator, denominator, up, even) => {
    expect(divideRounded(numerator, denominator, 'HALF_UP')).toBe(up);
    expect(divideRounded(numerator, denominator, 'HALF_EVEN')).toBe(even);
  });
});

describe('allocation', () => {
  it('gives parts that sum to the whole, each within one unit of its exact share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (whole, shares) => {
        const parts = allocate(whole, shares);
        expect(sum(parts)).toBe(whole);
        const all = sum(shares);
        fc.pre(all > 0n);
        parts.forEach((part, index) => {
          const error = part * all - whole * (shares[index] ?? 0n);
          expect((error < 0n ? -error : error) < all).toBe(true);
        });
      }),
      RUNS,
    );
  });
});

describe('tax', () => {
  it('contained in a price is the tax added to what remains, within the rounding', () => {
    fc.assert(
      fc.property(amount, rates, (price, taxRates) => {
        const taxOf = (value: bigint, pricesIncludeTax: boolean): bigint =>
          sum(
            taxOn(value, taxRates, { pricesIncludeTax, rounding: 'HALF_UP' }).map(
              ({ amountMinor }) => amountMinor,
            ),
          );
        const contained = taxOf(price, true);
        const difference = taxOf(price - contained, false) - contained;
        const most = taxRates.reduce((factor, { ratePpm }) => factor * (1 + ratePpm / 1e6), 1);
        expect(Math.abs(Number(difference))).toBeLessThanOrEqual(most / 2 + 0.5);
      }),
      RUNS,
    );
  });
});

describe('price rules', () => {
  const rule: fc.Arbitrary<PriceRule> = fc.record({
    priceListId: fc.constantFrom('a', 'b', 'c'),
    priority: fc.integer({ min: 0, max: 2 }),
    productId: fc.constantFrom(null, 'poster', 'mug'),
    variationId: fc.constantFrom(null, 'poster-a2'),
    customerGroup: fc.constantFrom(null, 'trade', 'press'),
    minQuantity: fc.integer({ min: 1, max: 20 }),
    terms: fc.oneof(
      fc.record({ kind: fc.constant('FIXED' as const), priceMinor: amount }),
      fc.record({
        kind: fc.constant('PERCENT_OFF' as const),
        offPpm: fc.integer({ min: 0, max: 1_000_000 }),
      }),
    ),
  });
  const someRules = fc.array(rule, { maxLength: 10 });
  const purchase = fc.record({
    quantity: fc.integer({ min: 1, max: 25 }),
    productId: fc.constant('poster'),
    variationId: fc.constant('poster-a2'),
    customerGroup: fc.constantFrom(undefined, 'trade', 'press'),
  });

  it('give the same price in whatever order they are read, and never a negative one', () => {
    fc.assert(
      fc.property(amount, someRules, purchase, (base, each, buying) => {
        const price = unitPrice(base, each, buying);
        expect(unitPrice(base, each.toReversed(), buying)).toEqual(price);
        expect(price.priceMinor >= 0n).toBe(true);
      }),
      RUNS,
    );
  });

  it('of one priority never make a unit dearer because more are bought', () => {
    fc.assert(
      fc.property(amount, someRules, purchase, (base, each, buying) => {
        const equal = each.map((one) => ({ ...one, priority: 0 }));
        const first = unitPrice(base, equal, buying);
        // Where no rule applied yet, one that begins to may well set a price above the base price.
        fc.pre(first.priceListId !== undefined);
        const more = { ...buying, quantity: buying.quantity + 1 };
        expect(unitPrice(base, equal, more).priceMinor <= first.priceMinor).toBe(true);
      }),
      RUNS,
    );
  });
});
