import fc from 'fast-check';

import { basketCost, lineCost } from './cost';

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
      450n,
    );

    expect(cost).toMatchObject({ subtotalMinor: 2_899n, shippingMinor: 450n, totalMinor: 3_349n });
  });

  it('does not depend on the order of lines, and its parts sum to the total', () => {
    const line = fc.record({
      unitPriceMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      quantity: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(line), fc.bigInt({ min: 0n, max: 10n ** 6n }), (lines, shipping) => {
        const cost = basketCost(lines, shipping);
        expect(basketCost([...lines].reverse(), shipping)).toEqual(cost);
        expect(cost.subtotalMinor - cost.discountsMinor + cost.shippingMinor).toBe(cost.totalMinor);
        expect(cost.totalMinor >= 0n).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
