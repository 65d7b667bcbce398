import fc from 'fast-check';

import { hasOwnPrice, ownUnitPrice } from './own-price';

describe('the price that staff give a line', () => {
  it.each([
    ['is the shop’s when nothing was said', {}, 1_999n, 1_999n],
    ['is their own', { unitPriceMinor: 1_500n }, 1_999n, 1_500n],
    ['may be nothing', { unitPriceMinor: 0n }, 1_999n, 0n],
    [
      'is the shop’s less a tenth, half a penny rounded up',
      { discountPpm: 100_000 },
      1_995n,
      1_796n,
    ],
    ['is a third less', { discountPpm: 333_333 }, 1_000n, 667n],
    ['is their own less a fifth', { unitPriceMinor: 1_500n, discountPpm: 200_000 }, 1_999n, 1_200n],
    ['is nothing with all of it taken off', { discountPpm: 1_000_000 }, 1_999n, 0n],
  ])('%s', (_what, own, shopMinor, expected) => {
    expect(ownUnitPrice(own, shopMinor)).toBe(expected);
  });

  it('is told from the shop’s', () => {
    expect(hasOwnPrice({})).toBe(false);
    expect(hasOwnPrice({ discountPpm: 0 })).toBe(false);
    expect(hasOwnPrice({ unitPriceMinor: 0n })).toBe(true);
    expect(hasOwnPrice({ discountPpm: 1 })).toBe(true);
  });

  it('is never below nothing nor above the price it is taken off, and falls with the discount', () => {
    const ppm = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), ppm, ppm, (priceMinor, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const dearer = ownUnitPrice({ discountPpm: less }, priceMinor);
        const cheaper = ownUnitPrice({ discountPpm: more }, priceMinor);
        expect(0n <= cheaper && cheaper <= dearer && dearer <= priceMinor).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
