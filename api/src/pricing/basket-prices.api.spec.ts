import {
  createTestApp,
  type GraphqlClient,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const TAXES = 'tax { amount } taxLines { name percent amount { amount } } total { amount }';
const COST = `cost { subtotal { amount } shipping { amount } ${TAXES} }`;

interface SeenCost {
  readonly tax: { amount: string };
  readonly taxLines: readonly { name: string; percent: string; amount: { amount: string } }[];
  readonly total: { amount: string };
}

const vat = (amount: string) => ({ name: 'VAT', percent: '20', amount: { amount } });

describe('what a basket costs', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let variations: Record<string, string>;
  const idOf = (sku: string): string => variations[sku] ?? '';

  async function set(field: string, input: Record<string, unknown>): Promise<void> {
    const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message path } } }`,
      { input },
    );
    expect(data[field]?.userErrors).toEqual([]);
  }
  const setVat = (percent: string) =>
    set('taxRateSet', { taxClass: 'standard', countryCode: 'GB', name: 'VAT', percent });

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    variations = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_500 },
      { sku: 'NOTEBOOK', priceMinor: 1_200 },
    );
    await setVat('20');
  });
  afterEach(() => test.close());

  async function seen(shopper: Shopper, checkoutId: string) {
    const { checkout } = await shopper.client.data<{
      checkout: { cost: SeenCost; lines: { unitPrice: { amount: string }; cost: SeenCost }[] };
    }>(
      `query ($id: ID!) { checkout(id: $id) { ${COST}
         lines { quantity unitPrice { amount } cost { subtotal { amount } ${TAXES} } } } }`,
      { id: checkoutId },
    );
    return checkout;
  }

  async function ordered(orderId: string) {
    const { order } = await staff.data<{ order: { cost: SeenCost; lines: { cost: SeenCost }[] } }>(
      `query ($id: ID!) { order(id: $id) { ${COST} lines { cost { ${TAXES} } } } }`,
      { id: orderId },
    );
    return order;
  }

  it('contains the tax of goods and delivery, each by its class', async () => {
    const { product } = await staff.data<{ product: { id: string } }>(
      '{ product(slug: "notebook") { id } }',
    );
    await set('taxClassSet', { code: 'zero', name: 'Zero-rated' });
    await set('taxRateSet', { taxClass: 'zero', countryCode: 'GB', name: 'VAT 0', percent: '0' });
    await set('productTaxClassSet', { productIds: [product.id], taxClass: 'zero' });
    const shopper = new Shopper(test);
    await shopper.add(idOf('POSTER'));
    await shopper.add(idOf('NOTEBOOK'));

    const checkout = await seen(shopper, (await shopper.fillCheckout()).id);

    // 25.00 and 4.50 contain a sixth: 4.17 and 0.75.
    const zero = { name: 'VAT 0', percent: '0', amount: { amount: '0.00' } };
    expect(checkout.cost).toEqual({
      subtotal: { amount: '37.00' },
      shipping: { amount: '4.50' },
      tax: { amount: '4.92' },
      taxLines: [vat('4.92'), zero],
      total: { amount: '41.50' },
    });
    expect(checkout.lines.map(({ cost }) => cost.taxLines)).toEqual([[vat('4.17')], [zero]]);
  });

  it('stays what it was when it was locked, and is sold so, whatever the taxes become', async () => {
    const shopper = new Shopper(test);
    await shopper.add(idOf('POSTER'));
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    const locked = await seen(shopper, id);
    await setVat('25');

    expect(await seen(shopper, id)).toEqual(locked);
    const { order } = await shopper.pay(id);
    await setVat('5');

    const sold = await ordered(order?.id ?? '');
    expect(sold.cost).toEqual(locked.cost);
    expect(sold.cost.taxLines).toEqual([vat('4.92')]);
    expect(sold.lines.map(({ cost }) => cost)).toEqual([
      { tax: { amount: '4.17' }, taxLines: [vat('4.17')], total: { amount: '25.00' } },
    ]);
  });

  it('is the same abroad, with the tax of the place it goes to', async () => {
    await set('taxRateSet', {
      taxClass: 'standard',
      countryCode: 'DE',
      name: 'MwSt',
      percent: '19',
    });
    const shopper = new Shopper(test);
    await shopper.add(idOf('POSTER'));
    const { id } = await shopper.fillCheckout();
    const moveTo = (place: Record<string, string>) =>
      shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
        checkoutId: id,
        shippingAddress: { name: 'Sam', line1: '1 Street', city: 'Town', ...place },
      });

    await moveTo({ countryCode: 'DE', postcode: '10115' });
    const german = await seen(shopper, id);
    await moveTo({ countryCode: 'JP', postcode: '100-0001', region: 'Tokyo' });
    const japanese = await seen(shopper, id);

    // 19/119 of 25.00 is 3.99, of 4.50 it is 0.72.
    expect(german.cost).toMatchObject({ tax: { amount: '4.71' }, total: { amount: '29.50' } });
    expect(japanese.cost).toMatchObject({
      tax: { amount: '0.00' },
      taxLines: [],
      total: { amount: '29.50' },
    });
  });

  it('grows by the tax where prices leave it out', async () => {
    await test.app.modules.shop.settings.save({ pricesIncludeTax: false });
    const shopper = new Shopper(test);
    await shopper.add(idOf('POSTER'), 2);
    const { id, cost } = await shopper.fillCheckout();

    // A fifth of 50.00 and of 4.50.
    expect((await seen(shopper, id)).cost).toMatchObject({ tax: { amount: '10.90' } });
    expect(cost.total.amount).toBe('65.40');
    const { order } = await shopper.pay(id, {
      expectedTotal: { amount: '65.40', currencyCode: 'GBP' },
    });
    const sold = await ordered(order?.id ?? '');
    expect(sold.cost).toMatchObject({ tax: { amount: '10.90' }, total: { amount: '65.40' } });
    expect(sold.lines[0]?.cost.total.amount).toBe('60.00');
  });

  it('follows tiers of quantity', async () => {
    const tier = (minQuantity: number, price: string) => ({
      variationId: idOf('POSTER'),
      minQuantity,
      price,
    });
    await set('priceListCreate', {
      name: 'Tiers',
      currencyCode: 'GBP',
      rules: [tier(3, '20.00'), tier(5, '18.00')],
    });

    const prices: (string | undefined)[] = [];
    for (const quantity of [2, 3, 4, 5]) {
      const shopper = new Shopper(test);
      await shopper.add(idOf('POSTER'), quantity);
      const checkout = await shopper.fillCheckout();
      prices.push(checkout.lines[0]?.unitPrice.amount);
    }

    expect(prices).toEqual(['25.00', '20.00', '20.00', '18.00']);
  });

  it('is told by the cart already, where a tier is no change of the price', async () => {
    await set('priceListCreate', {
      name: 'Tiers',
      currencyCode: 'GBP',
      rules: [{ variationId: idOf('POSTER'), minQuantity: 3, price: '20.00' }],
    });
    const shopper = new Shopper(test);
    await shopper.add(idOf('POSTER'), 1);
    await shopper.add(idOf('POSTER'), 2);

    const { cart } = await shopper.client.data(
      `{ cart { cost { ${TAXES} } problems { code }
         lines { unitPrice { amount } priceAtAdd { amount } cost { total { amount } } } } }`,
    );

    expect(cart).toEqual({
      cost: { tax: { amount: '10.00' }, taxLines: [vat('10.00')], total: { amount: '60.00' } },
      problems: [],
      lines: [
        {
          unitPrice: { amount: '20.00' },
          priceAtAdd: { amount: '25.00' },
          cost: { total: { amount: '60.00' } },
        },
      ],
    });
  });

  it('follows the list of the group that a customer is in', async () => {
    const email = 'trade@example.com';
    const password = 'a long enough password';
    const { accounts } = test.app.modules.identity;
    await accounts.ensureCustomer({ email, password, name: 'Tess Trade' });
    await set('customerGroupSet', { code: 'trade', name: 'Trade' });
    await set('customerGroupAssign', { emails: [email], code: 'trade' });
    await set('priceListCreate', {
      name: 'Trade',
      currencyCode: 'GBP',
      customerGroup: 'trade',
      rules: [{ percentOff: '40' }],
    });
    const total = async (shopper: Shopper): Promise<string> => {
      await shopper.add(idOf('POSTER'));
      return (await shopper.fillCheckout()).cost.total.amount;
    };
    const customer = new Shopper(test);
    const { session } = await customer.mutate<{
      session: { accessToken: string };
      userErrors: [];
    }>('sessionCreate', 'SessionCreateInput', 'session { accessToken }', { email, password });
    customer.client.accessToken = session.accessToken;

    expect([await total(new Shopper(test)), await total(customer)]).toEqual(['29.50', '19.50']);
  });
});
