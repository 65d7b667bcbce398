import fc from 'fast-check';

import { bundlePrice, type BundleRule, partShares } from './bundle-price';

describe('the price of a bundle, worked out by hand', () => {
  it.each<[string, BundleRule, bigint, bigint, bigint]>([
    // three prints at 18.00: 54.00
    ['the sum of three prints', { kind: 'SUM' }, 4_800n, 5_400n, 5_400n],
    ['its own price, whatever is chosen', { kind: 'FIXED' }, 4_800n, 5_400n, 4_800n],
    ['its own price, though the parts cost less', { kind: 'FIXED' }, 4_800n, 4_000n, 4_800n],
    ['10 % off 54.00', { kind: 'PERCENT_OFF', offPpm: 100_000 }, 0n, 5_400n, 4_860n],
    // a third of 0.10 is 0.0333…, which is 0.03 off
    ['a third off 0.10', { kind: 'PERCENT_OFF', offPpm: 333_333 }, 0n, 10n, 7n],
    // 15 % of 0.10 is 0.015: half a penny is rounded up, and so comes off
    ['15 % off 0.10', { kind: 'PERCENT_OFF', offPpm: 150_000 }, 0n, 10n, 8n],
    ['everything off', { kind: 'PERCENT_OFF', offPpm: 1_000_000 }, 0n, 5_400n, 0n],
    ['nothing off', { kind: 'PERCENT_OFF', offPpm: 0 }, 0n, 5_401n, 5_401n],
    // KWD has three digits: 12.5 % of 7.005 is 0.875625
    ['12.5 % off 7.005 KWD', { kind: 'PERCENT_OFF', offPpm: 125_000 }, 0n, 7_005n, 6_129n],
    // JPY has none: 10 % of 995 is 99.5, which is 100 off
    ['10 % off 995 JPY', { kind: 'PERCENT_OFF', offPpm: 100_000 }, 0n, 995n, 895n],
  ])('is %s', (_, rule, ownMinor, sumMinor, expected) => {
    expect(bundlePrice(rule, { ownMinor, sumMinor })).toBe(expected);
  });
});

describe('what the parts of a bundle are worth', () => {
  it('is shared by what they cost alone, the largest remainder first', () => {
    // 10.00 over 1 : 1 : 1 leaves a penny, which goes to the first
    const thirds = [1_000n, 1_000n, 1_000n].map((weight) => ({ weight, quantity: 1 }));
    expect(partShares(1_000n, thirds)).toEqual([334n, 333n, 333n]);
    // 48.00 over 36.00 : 18.00
    const uneven = [
      { weight: 3_600n, quantity: 2 },
      { weight: 1_800n, quantity: 1 },
    ];
    expect(partShares(4_800n, uneven)).toEqual([3_200n, 1_600n]);
  });

  it('is shared by units where the parts cost nothing alone', () => {
    const free = [
      { weight: 0n, quantity: 3 },
      { weight: 0n, quantity: 1 },
    ];
    expect(partShares(1_000n, free)).toEqual([750n, 250n]);
  });

  it('always sums to the line, and is never negative', () => {
    const part = fc.record({
      weight: fc.bigInt({ min: 0n, max: 10_000_000n }),
      quantity: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_000_000_000n }),
        fc.array(part, { minLength: 1, maxLength: 12 }),
        (whole, parts) => {
          const shares = partShares(whole, parts);

          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(whole);
          expect(shares.every((share) => share >= 0n)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('of a percentage off is never more than the sum, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.bigInt({ min: 0n, max: 1_000_000_000n }),
        (offPpm, sumMinor) => {
          const price = bundlePrice({ kind: 'PERCENT_OFF', offPpm }, { ownMinor: 0n, sumMinor });

          expect(price >= 0n && price <= sumMinor).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
