import fc from 'fast-check';

import { type Bundle, chooseParts, defaultParts, isOffered } from './bundle';

const prints: Bundle = {
  priceRule: { kind: 'SUM' },
  choices: [
    {
      id: 'prints',
      name: 'Prints',
      minUnits: 3,
      maxUnits: 3,
      options: [
        { variationId: 'dawn', defaultUnits: 2 },
        { variationId: 'noon', defaultUnits: 1 },
        { variationId: 'dusk', defaultUnits: 0 },
      ],
    },
    {
      id: 'frame',
      name: 'Frame',
      minUnits: 0,
      maxUnits: 2,
      options: [{ variationId: 'oak', defaultUnits: 0 }],
    },
  ],
};
const part = (choiceId: string, variationId: string, quantity: number) => ({
  choiceId,
  variationId,
  quantity,
});

describe('choosing the parts of a bundle', () => {
  it('takes the defaults, which fit', () => {
    expect(defaultParts(prints)).toEqual([part('prints', 'dawn', 2), part('prints', 'noon', 1)]);
    expect(chooseParts(prints, defaultParts(prints)).ok).toBe(true);
  });

  it('writes the same choice the same way, however it was sent', () => {
    const one = chooseParts(prints, [
      part('frame', 'oak', 1),
      part('prints', 'dusk', 1),
      part('prints', 'dawn', 1),
      part('prints', 'dusk', 1),
    ]);

    expect(one).toMatchObject({
      ok: true,
      value: [part('prints', 'dawn', 1), part('prints', 'dusk', 2), part('frame', 'oak', 1)],
    });
  });

  it.each([
    ['too few', [part('prints', 'dawn', 2)], 'INVALID_INPUT', ['parts']],
    ['too many', [part('prints', 'dawn', 4)], 'INVALID_INPUT', ['parts']],
    ['nothing', [], 'INVALID_INPUT', ['parts']],
    ['no such choice', [part('mat', 'dawn', 3)], 'NOT_FOUND', ['parts', '0', 'choiceId']],
    [
      'something of another choice',
      [part('prints', 'dawn', 3), part('prints', 'oak', 1)],
      'NOT_FOUND',
      ['parts', '1', 'variationId'],
    ],
  ])('refuses %s with the path to it', (_, wanted, code, path) => {
    expect(chooseParts(prints, wanted)).toMatchObject({ ok: false, refusals: [{ code, path }] });
  });

  it('accepts exactly what lies within minimum and maximum of each choice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
        ([dawn = 0, noon = 0, dusk = 0, oak = 0]) => {
          const wanted = [
            part('prints', 'dawn', dawn),
            part('prints', 'noon', noon),
            part('prints', 'dusk', dusk),
            part('frame', 'oak', oak),
          ].filter(({ quantity }) => quantity > 0);

          expect(chooseParts(prints, wanted).ok).toBe(dawn + noon + dusk === 3 && oak <= 2);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('parts that were chosen earlier', () => {
  it('are still offered when only the ids of the choices are others', () => {
    const parts = [part('an older id', 'dawn', 3)];

    expect(isOffered(prints, parts)).toBe(true);
    expect(isOffered(prints, [part('prints', 'gone', 3)])).toBe(false);
  });

  it('are not offered by what is no bundle, and a bundle is not without them', () => {
    expect(isOffered(undefined, [part('prints', 'dawn', 3)])).toBe(false);
    expect(isOffered(prints, undefined)).toBe(false);
    expect(isOffered(undefined, undefined)).toBe(true);
  });
});
