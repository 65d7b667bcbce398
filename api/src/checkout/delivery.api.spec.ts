import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
const SHOWN = `checkout { id status shippingAddress { region }
  shippingMethod { code price { amount } }
  shippingMethods { code name price { amount } minDays maxDays }
  cost { shipping { amount } total { amount } } } warnings { code path }`;

interface SeenCheckout {
  readonly id: string;
  readonly status: string;
  readonly shippingMethod: { code: string; price: { amount: string } } | null;
  readonly shippingMethods: { code: string; price: { amount: string } }[];
  readonly cost: { shipping: { amount: string }; total: { amount: string } };
}
interface Answer {
  readonly checkout: SeenCheckout | null;
  readonly warnings: { code: string; path: string[] }[];
  readonly userErrors: readonly SeenError[];
}

const london = { countryCode: 'GB', postcode: 'N1 1AA', city: 'London' };
const belfast = { countryCode: 'GB', postcode: 'BT1 1AA', city: 'Belfast' };
const jersey = { countryCode: 'GB', postcode: 'JE2 3AB', city: 'St Helier' };
const paris = { countryCode: 'FR', postcode: '75001', city: 'Paris' };
const someone = (place: Record<string, unknown>) => ({
  name: 'Sam Shopper',
  line1: '1 High Street',
  ...place,
});

describe('the delivery of a checkout', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let ids: Record<string, string>;
  const zones: Record<string, string> = {};

  async function staffCall(field: string, selection: string, input: Record<string, unknown>) {
    const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, { userErrors: SeenError[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code path } } }`,
      { input },
    );
    expect(data[field]?.userErrors).toEqual([]);
    return data[field];
  }
  const zone = async (name: string, postcodes: string[], countryCode = 'GB') => {
    const places = [{ countryCode, postcodes }];
    const made = (await staffCall('shippingZoneSet', 'shippingZone { id }', { name, places })) as
      { shippingZone: { id: string } } | undefined;
    zones[name] = made?.shippingZone.id ?? '';
  };
  const method = (code: string, ...rates: Record<string, unknown>[]) =>
    staffCall('shippingMethodSet', 'shippingMethod { code }', {
      code,
      name: code,
      description: '',
      rates,
    });

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    ids = await stockProducts(test, { sku: 'LIGHT', priceMinor: 1_000 }, { sku: 'HEAVY' });
    await staffCall('variationWeightsSet', 'products { variations { weightGrams } }', {
      weights: [
        { variationId: ids['LIGHT'], weightGrams: 300 },
        { variationId: ids['HEAVY'], weightGrams: 4_000 },
      ],
    });
    await zone('Britain', []);
    await zone('Northern Ireland', ['BT*']);
    await zone('Islands', ['JE*', 'GY*']);
    await zone('America', [], 'US');
    const weightBands = [
      { fromGrams: 0, belowGrams: 1_000, price: gbp('3.90') },
      { fromGrams: 1_000, belowGrams: 3_000, price: gbp('5.90') },
    ];
    await method(
      'standard',
      { zoneId: zones['Britain'], price: gbp('4.50'), minDays: 2, maxDays: 3 },
      { zoneId: zones['Northern Ireland'], price: gbp('9.50'), freeFrom: gbp('20') },
    );
    await method('letter', { zoneId: zones['Britain'], weightBands });
    await method('bicycle', { zoneId: zones['Britain'], price: gbp('7.00') });
    await method('air', { zoneId: zones['America'], price: gbp('19.00') });
    await method('ferry', { zoneId: zones['Northern Ireland'], price: gbp('12.00') });
  });
  afterAll(() => test.close());

  const update = (shopper: Shopper, input: Record<string, unknown>): Promise<Answer> =>
    shopper.mutate('checkoutUpdate', 'CheckoutUpdateInput', SHOWN, input);

  async function begin(sku: string, quantity = 1): Promise<[Shopper, string]> {
    const shopper = new Shopper(test);
    await shopper.add(ids[sku] ?? '', quantity);
    const started: Answer = await shopper.mutate('checkoutStart', 'CheckoutStartInput', SHOWN, {});
    return [shopper, started.checkout?.id ?? ''];
  }
  const offered = ({ checkout }: Answer): [string, string][] =>
    (checkout?.shippingMethods ?? []).map(({ code, price }) => [code, price.amount]);

  it('is offered by address and goods, cheapest first', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');

    const home = await update(shopper, { checkoutId, shippingAddress: someone(london) });
    const over = await update(shopper, { checkoutId, shippingAddress: someone(belfast) });
    await shopper.add(ids['LIGHT'] ?? '', 9);
    const heavier = await update(shopper, { checkoutId, shippingAddress: someone(london) });

    expect(offered(home)).toEqual([
      ['letter', '3.90'],
      ['standard', '4.50'],
      ['bicycle', '7.00'],
    ]);
    expect(offered(over)).toEqual([
      ['standard', '9.50'],
      ['ferry', '12.00'],
    ]);
    expect(offered(heavier)).toEqual([
      ['standard', '4.50'],
      ['bicycle', '7.00'],
    ]);
  });

  it('is priced for the address and the goods', async () => {
    const [shopper, checkoutId] = await begin('LIGHT', 2);
    const shippingMethodCode = 'standard';

    const home = await update(shopper, {
      checkoutId,
      shippingAddress: someone(london),
      shippingMethodCode,
    });
    const over = await update(shopper, { checkoutId, shippingAddress: someone(belfast) });

    expect(home.checkout?.cost).toEqual({
      shipping: { amount: '4.50' },
      total: { amount: '24.50' },
    });
    expect(over.warnings).toEqual([]);
    expect(over.checkout?.cost).toEqual({
      shipping: { amount: '0.00' },
      total: { amount: '20.00' },
    });
  });

  it('is refused where it is not offered', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    const shippingAddress = someone(london);

    const together = await update(shopper, {
      checkoutId,
      shippingAddress,
      shippingMethodCode: 'ferry',
    });
    await update(shopper, { checkoutId, shippingAddress });
    const after = await update(shopper, { checkoutId, shippingMethodCode: 'ferry' });
    const unknown = await update(shopper, { checkoutId, shippingMethodCode: 'rocket' });

    const refusal = { code: 'SHIPPING_METHOD_NOT_OFFERED', path: ['shippingMethodCode'] };
    expect(together.userErrors).toMatchObject([refusal]);
    expect(after.userErrors).toMatchObject([refusal]);
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['shippingMethodCode'] }]);
  });

  it('is refused for goods that are too heavy for it', async () => {
    const [shopper, checkoutId] = await begin('HEAVY');

    const { userErrors } = await update(shopper, {
      checkoutId,
      shippingAddress: someone(london),
      shippingMethodCode: 'letter',
    });

    expect(userErrors).toMatchObject([{ code: 'SHIPPING_METHOD_NOT_OFFERED' }]);
  });

  it('is cleared with a warning when the address changes to one where it is not offered', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    const shippingAddress = someone(london);
    await update(shopper, { checkoutId, shippingAddress, shippingMethodCode: 'letter' });

    const moved = await update(shopper, { checkoutId, shippingAddress: someone(belfast) });

    expect(moved.userErrors).toEqual([]);
    expect(moved.warnings).toEqual([
      { code: 'SHIPPING_METHOD_CLEARED', path: ['shippingMethodCode'] },
    ]);
    expect(moved.checkout).toMatchObject({
      shippingMethod: null,
      cost: { shipping: { amount: '0.00' } },
    });
  });

  it('is refused where the shop delivers nothing', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    const enter = (place: Record<string, unknown>) =>
      update(shopper, { checkoutId, shippingAddress: someone(place) });

    expect((await enter(jersey)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['shippingAddress', 'postcode'] },
    ]);
    expect(
      (await enter({ ...paris, countryCode: 'BR', region: 'SP', postcode: '01310-100' }))
        .userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', path: ['shippingAddress', 'countryCode'] }]);
  });

  it('is looked at again by the lock', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    await update(shopper, {
      checkoutId,
      email: 'shopper@example.com',
      shippingAddress: someone(london),
      shippingMethodCode: 'letter',
    });
    await shopper.add(ids['HEAVY'] ?? '');

    const { checkout, userErrors } = await shopper.pay(checkoutId);

    expect(checkout).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'CHECKOUT_INCOMPLETE', path: ['shippingMethodCode'] },
    ]);
  });

  it('cannot be locked once staff have switched it off', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    await update(shopper, {
      checkoutId,
      email: 'shopper@example.com',
      shippingAddress: someone(london),
      shippingMethodCode: 'bicycle',
    });
    const bicycle = { code: 'bicycle', name: 'bicycle', description: '' };
    const rates = [{ zoneId: zones['Britain'], price: gbp('7.00') }];
    const isActive = false;
    await staffCall('shippingMethodSet', '__typename', { ...bicycle, rates, isActive });

    const { userErrors }: Answer = await shopper.mutate(
      'checkoutLock',
      'CheckoutLockInput',
      SHOWN,
      { checkoutId },
    );

    expect(userErrors).toMatchObject([
      { code: 'CHECKOUT_INCOMPLETE', path: ['shippingMethodCode'] },
    ]);
  });

  it('is still offered while the checkout is locked, and stays as it was quoted', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    await update(shopper, {
      checkoutId,
      email: 'shopper@example.com',
      shippingAddress: someone(london),
      shippingMethodCode: 'standard',
    });

    const locked: Answer = await shopper.mutate('checkoutLock', 'CheckoutLockInput', SHOWN, {
      checkoutId,
    });

    expect(locked.checkout).toMatchObject({
      status: 'LOCKED',
      shippingMethod: { code: 'standard', price: { amount: '4.50' } },
      cost: { total: { amount: '14.50' } },
    });
    expect(offered(locked).map(([code]) => code)).toEqual(['letter', 'standard']);
  });

  it('has the code of a region that was named in full', async () => {
    const [shopper, checkoutId] = await begin('LIGHT');
    const address = { countryCode: 'US', city: 'Oakland', region: 'california', postcode: '94607' };

    const { checkout } = await update(shopper, { checkoutId, shippingAddress: someone(address) });

    expect(checkout).toMatchObject({ shippingAddress: { region: 'CA' } });
  });

  it('is estimated for a cart by country and postcode', async () => {
    const shopper = new Shopper(test);
    await shopper.add(ids['LIGHT'] ?? '', 4);

    const { cart } = await shopper.client.data<{ cart: Record<string, { code: string }[]> }>(
      `{ cart { home: shippingEstimates(countryCode: "GB", postcode: "N1 1AA") { code price { amount } }
           over: shippingEstimates(countryCode: "GB", postcode: "BT1 1AA") { code price { amount } }
           nowhere: shippingEstimates(countryCode: "GB", postcode: "JE2 3AB") { code }
           unknown: shippingEstimates(countryCode: "BR") { code } } }`,
    );

    expect(cart).toEqual({
      home: [
        { code: 'standard', price: { amount: '4.50' } },
        { code: 'letter', price: { amount: '5.90' } },
      ],
      over: [
        { code: 'standard', price: { amount: '0.00' } },
        { code: 'ferry', price: { amount: '12.00' } },
      ],
      nowhere: [],
      unknown: [],
    });
  });
});
