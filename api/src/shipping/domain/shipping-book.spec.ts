import fc from 'fast-check';

import type { Rate } from './rates';
import {
  deliveredCountries,
  makeBook,
  type Method,
  offeredSomewhere,
  offersAt,
  offersFor,
  pricedOffers,
  tryDelivery,
} from './shipping-book';

const flat = (price: number, more: Partial<Rate> = {}): Rate => ({
  kind: 'FLAT',
  bands: [{ from: 0n, below: undefined, priceMinor: BigInt(price) }],
  freeFromMinor: undefined,
  minDays: undefined,
  maxDays: undefined,
  ...more,
});
const upTo = (grams: number, price: number): Rate => ({
  ...flat(price),
  kind: 'WEIGHT',
  bands: [{ from: 0n, below: BigInt(grams), priceMinor: BigInt(price) }],
});
const method = (code: string, rates: Record<string, Rate>, isActive = true): Method => ({
  code,
  name: code,
  description: '',
  isActive,
  rates: new Map(Object.entries(rates)),
});

const book = makeBook({
  countryCodes: ['GB', 'DE', 'FR', 'US'],
  zones: [
    { id: 'home', name: 'Home', places: [{ countryCode: 'GB', postcodes: '' }] },
    { id: 'islands', name: 'Islands', places: [{ countryCode: 'GB', postcodes: 'JE*' }] },
    { id: 'none', name: 'Not delivered', places: [{ countryCode: 'US', postcodes: '' }] },
    { id: 'else', name: 'Elsewhere', places: [{ countryCode: '*', postcodes: '' }] },
  ],
  methods: [
    method('express', { home: flat(990, { minDays: 1, maxDays: 1 }) }),
    method('letter', { home: upTo(500, 190), else: upTo(500, 390) }),
    method('pigeon', { home: flat(1) }, false),
    method('standard', { home: flat(450), islands: flat(950), else: flat(1_450) }),
  ],
});
const codes = (offers: readonly { code: string }[]): string[] => offers.map(({ code }) => code);
const goods = { subtotalMinor: 1_000n, weightGrams: 500, quantity: 1 };

describe('what is offered', () => {
  it.each([
    [{ countryCode: 'GB', postcode: 'LS1 4AP' }, ['express', 'letter', 'standard']],
    [{ countryCode: 'GB', postcode: 'JE2 3AB' }, ['standard']],
    [{ countryCode: 'FR' }, ['letter', 'standard']],
    [{ countryCode: 'US' }, []],
    [{ countryCode: 'JP' }, []],
    [undefined, ['express', 'letter', 'standard']],
  ])('at %j is %j', (destination, expected) => {
    expect(codes(offersFor(book, destination))).toEqual(expected);
  });

  it('for goods leaves out what does not take them, and begins with the cheapest', () => {
    const priced = pricedOffers(offersAt(book, { countryCode: 'GB' }), goods);

    expect(priced.map(({ code, priceMinor }) => [code, priceMinor])).toEqual([
      ['standard', 450n],
      ['express', 990n],
    ]);
  });

  it('somewhere is told with its least price', () => {
    expect(offeredSomewhere(book).map(({ code, priceMinor }) => [code, priceMinor])).toEqual([
      ['letter', 190n],
      ['standard', 450n],
      ['express', 990n],
    ]);
  });

  it('is told with days only where they are the same everywhere', () => {
    const days = { minDays: 2, maxDays: 3 };
    const two = { ...book, methods: [method('a', { home: flat(1, days), else: flat(1, days) })] };
    const other = { ...book, methods: [method('a', { home: flat(1, days), else: flat(1) })] };

    expect(offeredSomewhere(two)).toMatchObject([days]);
    expect(offeredSomewhere(other)).toMatchObject([{ minDays: undefined }]);
  });

  it('is explained where it is not', () => {
    const trial = tryDelivery(book, { countryCode: 'GB', postcode: 'LS1 4AP' }, goods);

    expect(trial?.zone.name).toBe('Home');
    expect(trial?.verdicts.map(({ method: { code }, notOffered }) => [code, notOffered])).toEqual([
      ['express', undefined],
      ['letter', 'OUTSIDE_BANDS'],
      ['pigeon', 'INACTIVE'],
      ['standard', undefined],
    ]);
    expect(tryDelivery(book, { countryCode: 'JP' }, goods)).toBeUndefined();
  });
});

describe('the countries of delivery', () => {
  it('are those of the shop where something is offered, in its order', () => {
    expect(deliveredCountries(book)).toEqual(['GB', 'DE', 'FR']);
  });

  it('all have an address with an offer, and the others none', () => {
    const zoneIds = ['home', 'islands', 'none', 'else'];
    const rates = fc
      .subarray(zoneIds)
      .map((ids) => Object.fromEntries(ids.map((id) => [id, flat(100)])));
    fc.assert(
      fc.property(fc.array(rates, { maxLength: 3 }), (all) => {
        const methods = all.map((each, index) => method(`m${index}`, each));
        const shop = { ...book, methods };
        const isServed = (countryCode: string): boolean =>
          [undefined, 'JE2 3AB'].some(
            (postcode) => offersAt(shop, { countryCode, postcode }).length > 0,
          );

        expect(deliveredCountries(shop)).toEqual(shop.countryCodes.filter(isServed));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('an offer', () => {
  it('is one rate of one zone for every address and parcel', () => {
    const postcode = fc.constantFrom(undefined, 'LS1 4AP', 'JE2 3AB', 'JE1', '10115', '');
    const country = fc.constantFrom('GB', 'DE', 'FR', 'US', 'JP');
    const parcel = fc.record({
      subtotalMinor: fc.bigInt({ min: 0n, max: 100_000n }),
      weightGrams: fc.nat(2_000),
      quantity: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(country, postcode, parcel, (countryCode, code, each) => {
        const place = { countryCode, postcode: code };
        const offers = pricedOffers(offersAt(book, place), each);
        const trial = tryDelivery(book, place, each);
        const offered = (trial?.verdicts ?? []).filter(({ notOffered }) => !notOffered);

        expect(new Set(codes(offers)).size).toBe(offers.length);
        expect(new Map(offers.map((offer) => [offer.code, offer.priceMinor]))).toEqual(
          new Map(offered.map((verdict) => [verdict.method.code, verdict.priceMinor])),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
