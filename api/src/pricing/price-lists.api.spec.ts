import {
  createTestApp,
  type GraphqlClient,
  makeBundle,
  type SeenError,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LIST = `priceList { id version name currencyCode priority startsAt endsAt isInForce
  rules { productId variationId minQuantity price percentOff } }`;
const ERRORS =
  'userErrors { __typename code message path ... on VersionConflict { currentVersion } }';

interface SeenList {
  readonly id: string;
  readonly version: number;
  readonly isInForce: boolean;
  readonly rules: readonly Record<string, unknown>[];
}

describe('price lists', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let variations: Record<string, string>;
  const idOf = (sku: string): string => variations[sku] ?? '';
  const inHours = (hours: number): Date =>
    new Date(test.clock.now().getTime() + hours * HOUR * 1_000);

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    variations = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_000 },
      { sku: 'MUG', priceMinor: 900 },
    );
  });
  afterEach(() => test.close());

  async function change(
    field: 'priceListCreate' | 'priceListUpdate',
    input: Record<string, unknown>,
  ): Promise<{ priceList: SeenList; userErrors: readonly SeenError[] }> {
    const type = field === 'priceListCreate' ? 'PriceListCreateInput' : 'PriceListUpdateInput';
    const data = await staff.data<Record<string, never>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${LIST} ${ERRORS} } }`,
      { input: { name: 'Sale', currencyCode: 'GBP', ...input } },
    );
    return data[field] as never;
  }

  async function create(input: Record<string, unknown>): Promise<SeenList> {
    const { priceList, userErrors } = await change('priceListCreate', input);
    expect(userErrors).toEqual([]);
    return priceList;
  }

  async function shown(slug = 'poster') {
    const { product } = await test.publicClient().data<{
      product: {
        variations: { price: { amount: string }; priorPrice: { amount: string } | null }[];
        priceRange: { min: { amount: string }; max: { amount: string } };
      };
    }>(
      `query ($slug: String!) { product(slug: $slug) {
         variations { price { amount } priorPrice { amount } }
         priceRange { min { amount } max { amount } } } }`,
      { slug },
    );
    const [variation] = product.variations;
    return {
      price: variation?.price.amount,
      prior: variation?.priorPrice?.amount ?? null,
      range: [product.priceRange.min.amount, product.priceRange.max.amount],
    };
  }

  async function byPrice(): Promise<string[]> {
    const { products } = await test
      .publicClient()
      .data<{ products: { nodes: { slug: string }[] } }>(
        '{ products(sort: PRICE_ASC, first: 10) { nodes { slug } } }',
      );
    return products.nodes.map(({ slug }) => slug);
  }

  it('change what is shown, sorted by and compared with, at once', async () => {
    expect([await shown(), await byPrice()]).toEqual([
      { price: '20.00', prior: null, range: ['20.00', '20.00'] },
      ['mug', 'poster'],
    ]);

    await create({ rules: [{ variationId: idOf('POSTER'), price: '8.00' }] });

    expect([await shown(), await byPrice()]).toEqual([
      { price: '8.00', prior: '20.00', range: ['8.00', '8.00'] },
      ['poster', 'mug'],
    ]);
  });

  it('make bundles cost less by what their parts do, compared with no price of before they were bundles', async () => {
    await makeBundle(test, {
      sku: 'SET',
      priceMinor: 9_900,
      choices: [{ name: 'Any', min: 2, options: { [idOf('POSTER')]: 1, [idOf('MUG')]: 1 } }],
    });
    expect(await shown('set')).toMatchObject({ price: '29.00', prior: null });

    await create({ rules: [{ percentOff: '10' }] });

    expect([await shown('set'), await byPrice()]).toEqual([
      { price: '26.10', prior: '29.00', range: ['26.10', '26.10'] },
      ['mug', 'poster', 'set'],
    ]);
  });

  it('name the goods of their rules', async () => {
    const { id } = await create({
      rules: [{ variationId: idOf('MUG'), price: '8.00' }, { percentOff: '10' }],
    });

    const { priceList } = await staff.data<{ priceList: { rules: unknown } }>(
      `query ($id: ID!) { priceList(id: $id) { rules { product { id } variation { sku } } } }`,
      { id },
    );

    expect(priceList.rules).toEqual(
      expect.arrayContaining([
        { product: null, variation: { sku: 'MUG' } },
        { product: null, variation: null },
      ]),
    );
  });

  it('are told with their rules', async () => {
    const list = await create({ priority: 3, rules: [{ percentOff: '12.5' }] });
    const { priceLists, priceList } = await staff.data(
      `query ($id: ID!) { priceList(id: $id) { name rules { percentOff minQuantity } }
         priceLists { nodes { id priority isInForce } totalCount } }`,
      { id: list.id },
    );

    expect(priceLists).toEqual({
      nodes: [{ id: list.id, priority: 3, isInForce: true }],
      totalCount: 1,
    });
    expect(priceList).toEqual({ name: 'Sale', rules: [{ percentOff: '12.5', minQuantity: 1 }] });
  });

  it('leave the base price where they are removed, or another rule where they are changed', async () => {
    const list = await create({ rules: [{ percentOff: '50' }] });
    expect((await shown('mug')).price).toBe('4.50');

    const changed = await change('priceListUpdate', {
      priceListId: list.id,
      expectedVersion: 1,
      rules: [{ variationId: idOf('POSTER'), price: '19.00' }],
    });
    expect(changed).toMatchObject({ userErrors: [], priceList: { version: 2 } });
    expect([(await shown('mug')).price, (await shown()).price]).toEqual(['9.00', '19.00']);

    await staff.data(
      'mutation ($input: PriceListRemoveInput!) { priceListRemove(input: $input) { priceListId } }',
      {
        input: { priceListId: list.id },
      },
    );
    expect((await shown()).price).toBe('20.00');
  });

  it('begin and end when the clock is followed; no reader sees one price with another', async () => {
    const list = await create({
      startsAt: inHours(1),
      endsAt: inHours(3),
      rules: [{ percentOff: '25' }],
    });
    expect(list.isInForce).toBe(false);
    expect(await shown()).toMatchObject({ price: '20.00', prior: null });

    test.clock.advance(HOUR);
    expect(await shown()).toMatchObject({ price: '20.00', prior: null });
    await test.runJob('follow-price-lists');
    expect(await shown()).toEqual({ price: '15.00', prior: '20.00', range: ['15.00', '15.00'] });

    test.clock.advance(2 * HOUR - 60);
    await test.runJob('follow-price-lists');
    expect((await shown()).price).toBe('15.00');
    test.clock.advance(60);
    await test.runJob('follow-price-lists');
    expect(await shown()).toMatchObject({ price: '20.00', prior: null });
  });

  it('are followed once, however many workers look at the clock', async () => {
    await create({ startsAt: inHours(1), rules: [{ percentOff: '25' }] });
    test.clock.advance(HOUR);
    const before = await test.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM change_log',
    );

    await Promise.all([1, 2, 3].map(() => test.runJob('follow-price-lists')));

    const after = await test.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM change_log',
    );
    expect((after[0]?.count ?? 0) - (before[0]?.count ?? 0)).toBe(1);
  });

  it('follow a product whose base price changes', async () => {
    await create({ rules: [{ percentOff: '10' }] });

    await stockProducts(test, { sku: 'POSTER', priceMinor: 3_000 });

    expect(await shown()).toMatchObject({ price: '27.00', range: ['27.00', '27.00'] });
  });

  it('hold for products that come later', async () => {
    await create({ rules: [{ percentOff: '10' }] });

    await stockProducts(test, { sku: 'CARD', priceMinor: 300 });

    expect(await shown('card')).toEqual({ price: '2.70', prior: null, range: ['2.70', '2.70'] });
  });

  it('with tiers alone leave the price of a single unit', async () => {
    await create({ rules: [{ variationId: idOf('POSTER'), minQuantity: 2, price: '15.00' }] });

    expect(await shown()).toMatchObject({ price: '20.00', prior: null });
  });

  it('compare with the lowest price of 30 days, not with one that was raised for the occasion', async () => {
    await stockProducts(test, { sku: 'POSTER', priceMinor: 3_000 });
    test.clock.advance(10 * DAY);
    staff = await signInStaff(test);

    await create({ rules: [{ variationId: idOf('POSTER'), price: '18.00' }] });
    expect(await shown()).toMatchObject({ price: '18.00', prior: '20.00' });

    test.clock.advance(25 * DAY);
    staff = await signInStaff(test);
    await create({ name: 'More', rules: [{ variationId: idOf('POSTER'), price: '17.50' }] });
    expect(await shown()).toMatchObject({ price: '17.50', prior: '18.00' });
  });

  it.each([
    [
      'both goods',
      { rules: [{ productId: 'P', variationId: 'V', price: '1.00' }] },
      'INVALID_INPUT',
      ['rules', '0', 'variationId'],
    ],
    ['no price', { rules: [{}] }, 'INVALID_INPUT', ['rules', '0', 'price']],
    [
      'a price and a percentage',
      { rules: [{ price: '1.00', percentOff: '5' }] },
      'INVALID_INPUT',
      ['rules', '0', 'price'],
    ],
    [
      'a price finer than its currency',
      { rules: [{ price: '1.001' }] },
      'INVALID_INPUT',
      ['rules', '0', 'price'],
    ],
    ['a negative price', { rules: [{ price: '-1.00' }] }, 'INVALID_INPUT', ['rules', '0', 'price']],
    [
      'more than everything off',
      { rules: [{ percentOff: '100.01' }] },
      'INVALID_INPUT',
      ['rules', '0', 'percentOff'],
    ],
    [
      'half a unit',
      { rules: [{ price: '1.00', minQuantity: 0 }] },
      'INVALID_INPUT',
      ['rules', '0', 'minQuantity'],
    ],
    [
      'unknown goods',
      { rules: [{ productId: '0197a000-0000-7000-8000-000000000000', price: '1.00' }] },
      'NOT_FOUND',
      ['rules', '0', 'productId'],
    ],
    [
      'an end before its start',
      { startsAt: '2026-12-02T00:00:00Z', endsAt: '2026-12-01T00:00:00Z', rules: [] },
      'INVALID_INPUT',
      ['endsAt'],
    ],
    ['no name', { name: ' ', rules: [] }, 'INVALID_INPUT', ['name']],
  ])('refuse %s', async (_, input, code, path) => {
    const goods = JSON.parse(
      JSON.stringify(input)
        .replace('"P"', JSON.stringify(idOf('POSTER')))
        .replace('"V"', JSON.stringify(idOf('MUG'))),
    ) as Record<string, unknown>;

    expect((await change('priceListCreate', goods)).userErrors).toMatchObject([{ code, path }]);
  });

  it('have names of their own, and tell who comes late of the version', async () => {
    const list = await create({ rules: [] });
    const twice = await change('priceListCreate', { rules: [] });
    const late = await change('priceListUpdate', {
      priceListId: list.id,
      expectedVersion: 9,
      rules: [],
    });

    expect(twice.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['name'] }]);
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', currentVersion: 1 }]);
  });
});
