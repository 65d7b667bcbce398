import fc from 'fast-check';

import { coverageOf, covers, parsePattern, patternText } from './postcode-pattern';
import { claimedTwice, mapZones, placeAt, type Zone } from './zones';

const zone = (name: string, ...places: [countryCode: string, postcodes: string][]): Zone => ({
  id: name,
  name,
  places: places.map(([countryCode, postcodes]) => ({ countryCode, postcodes })),
});

const zones = [
  zone('Britain', ['GB', '']),
  zone('Northern Ireland', ['GB', 'BT*']),
  zone('Highlands', ['GB', 'IV*'], ['GB', 'KW1*'], ['GB', 'KW10*']),
  zone('The palace', ['GB', 'SW1A1AA']),
  zone('Berlin', ['DE', '10000-14199']),
  zone('Mitte', ['DE', '10115-10179'], ['DE', '101*']),
  zone('Germany', ['DE', '']),
  zone('Everywhere', ['*', '']),
];

describe('the zone of an address', () => {
  const map = mapZones(zones);

  it.each([
    ['GB', 'LS1 4AP', 'Britain'],
    ['GB', undefined, 'Britain'],
    ['GB', 'BT1 1AA', 'Northern Ireland'],
    ['GB', 'bt11aa', 'Northern Ireland'],
    ['GB', 'SW1A 1AA', 'The palace'],
    ['GB', 'SW1A 1AB', 'Britain'],
    ['GB', 'KW10 6TB', 'Highlands'],
    ['DE', '10001', 'Berlin'],
    ['DE', '10117', 'Mitte'],
    ['DE', '10199', 'Mitte'],
    ['DE', '14199', 'Berlin'],
    ['DE', '14200', 'Germany'],
    ['DE', '1', 'Germany'],
    ['FR', '75001', 'Everywhere'],
  ])('%s %s is %s', (countryCode, postcode, name) => {
    expect(placeAt(map, { countryCode, postcode })?.zone.name).toBe(name);
  });

  it('is none where nothing is said of the country', () => {
    expect(placeAt(mapZones([zone('Britain', ['GB', ''])]), { countryCode: 'FR' })).toBeUndefined();
  });

  it('names a place that two zones claim', () => {
    expect(claimedTwice(zones)).toBeUndefined();
    expect(claimedTwice([...zones, zone('Ulster', ['GB', 'BT*'])])).toEqual({
      place: { countryCode: 'GB', postcodes: 'BT*' },
      names: ['Northern Ireland', 'Ulster'],
    });
  });
});

describe('a pattern of postcodes', () => {
  it.each([
    ['bt*', 'BT*'],
    [' 10000 - 19999 ', '10000-19999'],
    ['1000-001', '1000001'],
    ['sw1a 1aa', 'SW1A1AA'],
    ['', ''],
  ])('%j is written %j', (text, written) => {
    const pattern = parsePattern(text);
    expect(pattern && patternText(pattern)).toBe(written);
  });

  it.each(['*', '20000-10000', '10000-10000', 'B*T', 'ü', 'A'.repeat(13)])(
    'cannot be %j',
    (text) => {
      expect(parsePattern(text)).toBeUndefined();
    },
  );

  it('looks at as many characters as the ends of a range have', () => {
    const range = parsePattern('100-199') ?? { kind: 'ALL' };

    expect(covers(range, '199-0001')).toBe(true);
    expect(covers(range, '200-0001')).toBe(false);
    expect(covers(range, '19')).toBe(false);
  });
});

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((each) => String(each).padStart(length, '0'));
const pattern = fc.oneof(
  digits(5),
  fc
    .integer({ min: 1, max: 4 })
    .chain(digits)
    .map((start) => `${start}*`),
  fc
    .tuple(digits(5), digits(5))
    .filter(([first, last]) => first < last)
    .map(([first, last]) => `${first}-${last}`),
  fc.constant(''),
);
const somePatterns = fc.uniqueArray(pattern, { maxLength: 12 });

/** How many of all 100,000 postcodes a pattern means, counted. */
function count(text: string): number {
  const parsed = parsePattern(text) ?? { kind: 'ALL' };
  const { part, of } = coverageOf(parsed);
  return parsed.kind === 'ONE' ? 1 : Number((part * 100_000n) / of);
}

describe('a map of zones', () => {
  it('gives each address of a country with a zone exactly one, by the pattern that means least', () => {
    fc.assert(
      fc.property(somePatterns, digits(5), (patterns, postcode) => {
        const all = [...patterns.filter(Boolean), ''];
        const map = mapZones(all.map((each, index) => zone(`${index}`, ['DE', each])));

        const found = placeAt(map, { countryCode: 'DE', postcode });

        const fitting = all.filter((each) =>
          covers(parsePattern(each) ?? { kind: 'ALL' }, postcode),
        );
        expect(fitting).toContain(found?.place.postcodes);
        expect(count(found?.place.postcodes ?? '')).toBe(Math.min(...fitting.map(count)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order in which zones were made', () => {
    fc.assert(
      fc.property(
        somePatterns.chain((patterns) =>
          fc.tuple(
            fc.constant(patterns),
            fc.shuffledSubarray(patterns, { minLength: patterns.length }),
          ),
        ),
        digits(5),
        ([patterns, shuffled], postcode) => {
          const at = (order: readonly string[]): string | undefined =>
            placeAt(mapZones(order.map((each) => zone(each, ['DE', each]))), {
              countryCode: 'DE',
              postcode,
            })?.zone.name;

          expect(at(shuffled)).toBe(at(patterns));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('counts what a pattern covers as it matches', () => {
    fc.assert(
      fc.property(pattern, (text) => {
        const parsed = parsePattern(text) ?? { kind: 'ALL' };
        let matching = 0;
        for (let code = 0; code < 100_000; code += 97) {
          if (covers(parsed, String(code).padStart(5, '0'))) matching += 1;
        }
        expect(Math.abs(matching * 97 - count(text))).toBeLessThanOrEqual(97);
      }),
      { numRuns: 200 },
    );
  });
});
