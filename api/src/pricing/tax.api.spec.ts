import {
  createTestApp,
  type GraphqlClient,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const ERRORS = 'userErrors { code message path }';

describe('taxes', () => {
  let test: TestApp;
  let staff: GraphqlClient;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_500 },
      { sku: 'NOTEBOOK', priceMinor: 1_200 },
    );
  });
  afterAll(() => test.close());

  async function set<T>(
    field: string,
    selection: string,
    input: Record<string, unknown>,
  ): Promise<T & { userErrors: { code: string; message: string; path: string[] }[] }> {
    const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, T>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} ${ERRORS} } }`,
      { input },
    );
    return data[field] as never;
  }

  const vat = (more: Record<string, unknown> = {}) => ({
    taxClass: 'standard',
    countryCode: 'GB',
    name: 'VAT',
    percent: '20',
    ...more,
  });

  it('are set by staff who may, and by nobody else', async () => {
    const { taxRate, userErrors } = await set<{ taxRate: unknown }>(
      'taxRateSet',
      'taxRate { taxClass countryCode region postcodePrefix layer name percent isCompound }',
      vat({ region: 'Jersey ', postcodePrefix: 'je2 3' }),
    );
    const stranger = await test.adminClient().send('{ taxClasses { code } }');

    expect(userErrors).toEqual([]);
    expect(taxRate).toEqual({
      ...vat(),
      region: 'JERSEY',
      postcodePrefix: 'JE23',
      layer: 1,
      isCompound: false,
    });
    expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await test.publicClient().send('{ taxClasses { code } }')).status).toBe(400);
  });

  it('replace the rate of the same class, place and layer', async () => {
    const fields = 'taxRate { id percent }';
    interface Rate {
      taxRate: { id: string; percent: string };
    }
    const first = await set<Rate>('taxRateSet', fields, vat({ countryCode: 'FR', percent: '19' }));
    const second = await set<Rate>(
      'taxRateSet',
      fields,
      vat({ countryCode: 'FR', percent: '20.5' }),
    );
    const { taxRates } = await staff.data<{ taxRates: unknown[] }>(
      '{ taxRates(countryCode: "FR") { id percent } }',
    );

    expect(second.taxRate).toEqual({ id: first.taxRate.id, percent: '20.5' });
    expect(taxRates).toEqual([second.taxRate]);
  });

  it('are in the prices or on top of them, as staff say', async () => {
    const settings = { rounding: 'HALF_UP', defaultClass: 'standard', shippingClass: 'standard' };
    const fields = 'taxSettings { pricesIncludeTax }';
    const seen = async () =>
      (
        await test
          .publicClient()
          .data<{ shop: { pricesIncludeTax: boolean } }>('{ shop { pricesIncludeTax } }')
      ).shop.pricesIncludeTax;
    const before = await seen();

    const changed = await set('taxSettingsSet', fields, { ...settings, pricesIncludeTax: false });
    const untouched = await set('taxSettingsSet', fields, settings);

    expect([before, await seen()]).toEqual([true, false]);
    expect([changed, untouched]).toMatchObject([
      { taxSettings: { pricesIncludeTax: false } },
      { taxSettings: { pricesIncludeTax: false } },
    ]);
  });

  it.each([
    ['taxRateSet', vat({ percent: '100.1' }), 'INVALID_INPUT', ['percent']],
    ['taxRateSet', vat({ percent: '1.23456' }), 'INVALID_INPUT', ['percent']],
    ['taxRateSet', vat({ layer: 6 }), 'INVALID_INPUT', ['layer']],
    ['taxRateSet', vat({ taxClass: 'unheard-of' }), 'NOT_FOUND', ['taxClass']],
    ['taxClassSet', { code: 'Big Letters', name: 'x' }, 'INVALID_INPUT', ['code']],
    [
      'productTaxClassSet',
      { productIds: ['0197a000-0000-7000-8000-000000000000'], taxClass: 'standard' },
      'NOT_FOUND',
      ['productIds'],
    ],
    [
      'taxSettingsSet',
      { rounding: 'HALF_UP', defaultClass: 'standard', shippingClass: 'unheard-of' },
      'NOT_FOUND',
      ['shippingClass'],
    ],
  ])('%s refuses %j as %s', async (field, input, code, path) => {
    expect((await set(field, '__typename', input)).userErrors).toMatchObject([{ code, path }]);
  });
});
