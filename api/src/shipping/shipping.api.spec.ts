import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  signInStaff,
  type TestApp,
  USER_ERRORS,
} from '../testing';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
const ZONE = 'shippingZone { id name places { countryCode postcodes } isEverywhereElse }';
const METHOD = `shippingMethod { code name description isActive rates { zoneId price { amount }
  weightBands { fromGrams belowGrams price { amount } }
  subtotalBands { from { amount } below { amount } price { amount } }
  freeFrom { amount } minDays maxDays } }`;

interface SeenZone {
  readonly id: string;
  readonly name: string;
  readonly isEverywhereElse: boolean;
}

describe('delivery, as staff set it', () => {
  let test: TestApp;
  let staff: GraphqlClient;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
  });
  afterAll(() => test.close());

  async function set<T>(
    field: string,
    selection: string,
    input: Record<string, unknown>,
  ): Promise<T & { readonly userErrors: readonly SeenError[] }> {
    const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    const data = await staff.data(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} ${USER_ERRORS} } }`,
      { input },
    );
    return data[field] as never;
  }

  async function zone(name: string, ...places: Record<string, unknown>[]): Promise<string> {
    const { shippingZone, userErrors } = await set<{ shippingZone: SeenZone }>(
      'shippingZoneSet',
      ZONE,
      { name, places },
    );
    expect(userErrors).toEqual([]);
    return shippingZone.id;
  }

  const method = (code: string, ...rates: Record<string, unknown>[]) =>
    set('shippingMethodSet', METHOD, { code, name: code, description: '', rates });

  async function shown(): Promise<{ countries: string[]; methods: [string, string][] }> {
    const { shop } = await test.publicClient().data<{
      shop: {
        countries: { code: string }[];
        shippingMethods: { code: string; price: { amount: string } }[];
      };
    }>('{ shop { countries { code } shippingMethods { code price { amount } } } }');
    return {
      countries: shop.countries.map(({ code }) => code),
      methods: shop.shippingMethods.map(({ code, price }) => [code, price.amount]),
    };
  }

  const tried = (countryCode: string, more: Record<string, unknown> = {}) =>
    staff
      .data<{ shippingRateTest: unknown }>(
        `query ($countryCode: CountryCode!, $postcode: String, $weightGrams: Int!, $subtotal: Decimal!) {
           shippingRateTest(countryCode: $countryCode, postcode: $postcode,
             weightGrams: $weightGrams, subtotal: $subtotal) {
             zone { name } place methods { code price { amount } notOffered minDays maxDays } } }`,
        { countryCode, weightGrams: 100, subtotal: '10.00', ...more },
      )
      .then(({ shippingRateTest }) => shippingRateTest);

  it('begins as it was: the flat price, everywhere', async () => {
    const { shippingZones } = await staff.data<{ shippingZones: unknown[] }>(
      '{ shippingZones { name places { countryCode } isEverywhereElse } }',
    );

    expect(shippingZones).toEqual([{ name: 'Everywhere', places: [], isEverywhereElse: true }]);
    expect((await shown()).methods).toEqual([['standard', '4.50']]);
    expect(await tried('JP')).toEqual({
      zone: { name: 'Everywhere' },
      place: 'everywhere else',
      methods: [
        {
          code: 'standard',
          price: { amount: '4.50' },
          notOffered: null,
          minDays: 3,
          maxDays: 5,
        },
      ],
    });
  });

  it('is for staff who may', async () => {
    const stranger = await test.adminClient().send('{ shippingZones { id } }');

    expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await test.publicClient().send('{ shippingZones { id } }')).status).toBe(400);
  });

  it('is priced by the most exact zone, by weight and by subtotal', async () => {
    const britain = await zone('Britain', { countryCode: 'GB' });
    const ulster = await zone('Northern Ireland', { countryCode: 'GB', postcodes: ['bt *'] });
    const berlin = await zone('Berlin', { countryCode: 'DE', postcodes: ['10000-14199'] });
    const weightBands = [
      { fromGrams: 0, belowGrams: 1_000, price: gbp('3.90') },
      { fromGrams: 1_000, belowGrams: 5_000, price: gbp('6.90') },
    ];
    const subtotalBands = [
      { from: gbp('0'), below: gbp('20'), price: gbp('5.90') },
      { from: gbp('20'), price: gbp('2.90') },
    ];
    const saved = await method(
      'parcel',
      { zoneId: britain, weightBands, freeFrom: gbp('100'), minDays: 1, maxDays: 2 },
      { zoneId: ulster, price: gbp('9.50') },
      { zoneId: berlin, subtotalBands },
    );

    expect(saved.userErrors).toEqual([]);
    expect(saved).toMatchObject({
      shippingMethod: {
        code: 'parcel',
        isActive: true,
        rates: expect.arrayContaining([
          expect.objectContaining({
            zoneId: britain,
            price: null,
            weightBands: [
              { fromGrams: 0, belowGrams: 1_000, price: { amount: '3.90' } },
              { fromGrams: 1_000, belowGrams: 5_000, price: { amount: '6.90' } },
            ],
            freeFrom: { amount: '100.00' },
            minDays: 1,
            maxDays: 2,
          }),
        ]),
      },
    });
    const parcel = async (...asked: Parameters<typeof tried>) =>
      ((await tried(...asked)) as { methods: { code: string }[] }).methods.find(
        ({ code }) => code === 'parcel',
      );
    expect(await parcel('GB')).toMatchObject({ price: { amount: '3.90' }, minDays: 1 });
    expect(await parcel('GB', { weightGrams: 1_000 })).toMatchObject({ price: { amount: '6.90' } });
    expect(await parcel('GB', { subtotal: '100' })).toMatchObject({ price: { amount: '0.00' } });
    expect(await parcel('GB', { weightGrams: 5_000 })).toMatchObject({
      price: null,
      notOffered: 'OUTSIDE_BANDS',
    });
    expect(await parcel('GB', { postcode: 'BT1 1AA' })).toMatchObject({
      price: { amount: '9.50' },
    });
    expect(await parcel('DE', { postcode: '10115' })).toMatchObject({ price: { amount: '5.90' } });
    expect(await parcel('DE', { postcode: '10115', subtotal: '20' })).toMatchObject({
      price: { amount: '2.90' },
    });
    expect(await parcel('DE', { postcode: '80331' })).toMatchObject({ notOffered: 'NO_RATE' });
  });

  it('is shown at once, although answers are kept', async () => {
    await shown();
    await method('kept', { zoneId: await zone('Kept', { countryCode: 'NO' }), price: gbp('1.00') });

    expect((await shown()).methods).toContainEqual(['kept', '1.00']);
    await set('shippingMethodRemove', 'code', { code: 'kept' });
    expect((await shown()).methods).not.toContainEqual(['kept', '1.00']);
  });

  it('reaches the countries that it names, and no country whose zone has nothing to offer', async () => {
    expect((await shown()).countries).not.toContain('BR');

    const brazil = await zone('Brazil', { countryCode: 'BR' });
    expect((await shown()).countries).not.toContain('BR');
    await method('air', { zoneId: brazil, price: gbp('25.00') });
    expect((await shown()).countries.at(-1)).toBe('BR');
    await zone('Not delivered', { countryCode: 'CH' });
    expect((await shown()).countries).not.toContain('CH');
    await set('shippingZoneRemove', 'shippingZoneId', { zoneId: brazil });
    expect(await tried('BR')).toMatchObject({ zone: { name: 'Everywhere' } });
  });

  it.each([
    [{ places: [] }, 'INVALID_INPUT', ['places']],
    [
      { places: [{ countryCode: 'FR', postcodes: ['*'] }] },
      'INVALID_INPUT',
      ['places', '0', 'postcodes', '0'],
    ],
    [
      { places: [{ countryCode: 'FR', postcodes: ['2-1'] }] },
      'INVALID_INPUT',
      ['places', '0', 'postcodes', '0'],
    ],
    [
      { places: [{ countryCode: 'FR', postcodes: ['75*', '75*'] }] },
      'INVALID_INPUT',
      ['places', '0', 'postcodes'],
    ],
    [
      { places: [{ countryCode: 'FR' }, { countryCode: 'GB', postcodes: ['BT*'] }] },
      'INVALID_INPUT',
      ['places', '1', 'postcodes'],
    ],
    [{ places: [], isEverywhereElse: true }, 'INVALID_INPUT', ['isEverywhereElse']],
    [
      { zoneId: '0197a000-0000-7000-8000-000000000000', places: [{ countryCode: 'FR' }] },
      'NOT_FOUND',
      ['zoneId'],
    ],
  ])('refuses the zone %j as %s', async (input, code, path) => {
    const { userErrors } = await set('shippingZoneSet', ZONE, { name: 'Another', ...input });

    expect(userErrors).toMatchObject([{ code, path }]);
  });

  const grams = (fromGrams: number, belowGrams?: number) => ({
    fromGrams,
    belowGrams,
    price: gbp('1.00'),
  });
  it.each([
    [{ weightBands: [grams(1)] }, 'INVALID_INPUT', ['rates', '0', 'weightBands', '0', 'fromGrams']],
    [
      { weightBands: [grams(0, 10), grams(11)] },
      'INVALID_INPUT',
      ['rates', '0', 'weightBands', '1', 'fromGrams'],
    ],
    [
      { weightBands: [grams(0, 10), grams(9)] },
      'INVALID_INPUT',
      ['rates', '0', 'weightBands', '1', 'fromGrams'],
    ],
    [{ weightBands: [] }, 'INVALID_INPUT', ['rates', '0', 'weightBands', '0', 'fromGrams']],
    [{ price: gbp('1'), weightBands: [grams(0)] }, 'INVALID_INPUT', ['rates', '0', 'price']],
    [{}, 'INVALID_INPUT', ['rates', '0', 'price']],
    [{ price: { amount: '1', currencyCode: 'EUR' } }, 'INVALID_INPUT', ['rates', '0', 'price']],
    [{ price: gbp('-1') }, 'INVALID_INPUT', ['rates', '0', 'price']],
    [{ price: gbp('1'), minDays: 3, maxDays: 2 }, 'INVALID_INPUT', ['rates', '0', 'maxDays']],
    [{ price: gbp('1'), minDays: 3 }, 'INVALID_INPUT', ['rates', '0', 'maxDays']],
    [
      { price: gbp('1'), zoneId: '0197a000-0000-7000-8000-000000000000' },
      'NOT_FOUND',
      ['rates', '0', 'zoneId'],
    ],
  ])('refuses the rate %j as %s', async (rate, code, path) => {
    const { shippingZones } = await staff.data<{ shippingZones: SeenZone[] }>(
      '{ shippingZones { id name isEverywhereElse } }',
    );
    const zoneId = shippingZones.find(({ isEverywhereElse }) => isEverywhereElse)?.id;

    expect((await method('another', { zoneId, ...rate })).userErrors).toMatchObject([
      { code, path },
    ]);
  });

  it('gives a place to one of two who claim it at the same time', async () => {
    const claims = await Promise.all(
      ['One', 'Two', 'Three'].map((name) =>
        set('shippingZoneSet', ZONE, {
          name,
          places: [{ countryCode: 'SE', postcodes: ['980*'] }],
        }),
      ),
    );

    expect(claims.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  it('comes with the rules by which addresses are written', async () => {
    const { addressRules } = await test.publicClient().data<{
      addressRules: { fields: { field: string; label: string; isRequired: boolean }[] };
    }>(
      `{ addressRules(countryCode: "US") { countryCode
         fields { field label isRequired maxLength pattern example options { code name } } } }`,
    );

    expect(addressRules.fields.map(({ field }) => field)).toEqual([
      'NAME',
      'COMPANY',
      'LINE1',
      'LINE2',
      'CITY',
      'REGION',
      'POSTCODE',
      'PHONE',
    ]);
    expect(addressRules.fields.find(({ field }) => field === 'POSTCODE')).toMatchObject({
      label: 'ZIP code',
      isRequired: true,
      pattern: '\\d{5}(-\\d{4})?',
    });
    expect(addressRules.fields.find(({ field }) => field === 'REGION')).toMatchObject({
      options: expect.arrayContaining([{ code: 'CA', name: 'California' }]),
    });
  });
});
