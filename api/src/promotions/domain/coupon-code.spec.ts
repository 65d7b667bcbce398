import fc from 'fast-check';

import { couponKey, isCouponKey, randomCode } from './coupon-code';

describe('coupon codes', () => {
  it.each([
    ['halftone10', 'HALFTONE10'],
    [' Half tone\t10 ', 'HALFTONE10'],
    ['früh-20', 'FRÜH-20'],
  ])('are the same however they are written: %s', (entered, key) => {
    expect(couponKey(entered)).toBe(key);
    expect(isCouponKey(couponKey(entered))).toBe(true);
  });

  it.each(['AB', 'A'.repeat(41), 'abc', 'A B C'])('cannot be %s', (key) => {
    expect(isCouponKey(key)).toBe(false);
  });

  it('that are made at random look like no word and are stored as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        const code = randomCode('ht-', bytes);

        if (code === undefined) return;
        expect(code).toMatch(/^HT-[2-9BCDFGHJKMNPQRSTVWXZ]{12}$/);
        expect(couponKey(code)).toBe(code);
        expect(isCouponKey(code)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('use every letter as often as every other', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    const counts = new Map<string, number>();
    for (const byte of bytes) {
      const code = randomCode(
        '',
        Array.from({ length: 12 }, () => byte),
      );
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
    }

    expect(counts.size).toBe(27);
    expect(new Set(counts.values())).toEqual(new Set([9]));
  });

  it('are not made of too few bytes', () => {
    expect(randomCode('', [1, 2, 3])).toBeUndefined();
  });
});
