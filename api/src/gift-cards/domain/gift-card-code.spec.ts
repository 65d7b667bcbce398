import fc from 'fast-check';

import { readCode, toCode } from './gift-card-code';

describe('the code of a gift card', () => {
  it('is sixteen characters in groups of four that nobody confuses', () => {
    expect(toCode(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(toCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(toCode(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 33))).toBe('0000-0000-0000-0011');
  });

  it('is read however it is typed', () => {
    const code = toCode(Uint8Array.of(0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x11, 0x22));

    expect(readCode(code.toLowerCase())).toBe(code);
    expect(readCode(code.replaceAll('-', ' '))).toBe(code);
    expect(readCode(` ${code.replaceAll('-', '')} `)).toBe(code);
    expect(readCode('oooo-iiii-llll-0000')).toBe('0000-1111-1111-0000');
  });

  it.each(['', '1234', '0000-0000-0000-000', '0000-0000-0000-00000', 'UUUU-0000-0000-0000', '🎁'])(
    'is not %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );

  it('comes back the same, and differs where a byte does', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(readCode(toCode(one))).toBe(toCode(one));
        expect(toCode(one) === toCode(other)).toBe(one.every((byte, at) => byte === other[at]));
      }),
      { numRuns: 1_000 },
    );
  });
});
