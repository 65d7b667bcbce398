import {
  createTestApp,
  type GraphqlClient,
  makeBundle,
  type SeenError,
  signInStaff,
  stockProducts,
  type TestApp,
  USER_ERRORS,
} from '../testing';

interface SeenBundle {
  readonly availability: string;
  readonly priceRange: { min: { amount: string } };
  readonly variations: { availability: string; lowStockQuantity: number | null }[];
  readonly bundle: {
    priceRule: { kind: string; percentOff: string | null };
    choices: {
      name: string;
      minQuantity: number;
      options: { defaultQuantity: number; variation: { sku: string } }[];
    }[];
  } | null;
}

const PRODUCT = `availability priceRange { min { amount } } variations { availability lowStockQuantity }
  bundle { priceRule { kind percentOff } choices { name minQuantity maxQuantity
    options { defaultQuantity variation { sku price { amount } } } } }`;

describe('a product that is a bundle', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let ids: Record<string, string>;

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    ids = await stockProducts(
      test,
      { sku: 'DAWN', priceMinor: 1_800, onHand: 9 },
      { sku: 'NOON', priceMinor: 1_500, onHand: 4 },
      { sku: 'OAK', priceMinor: 3_000, onHand: 2 },
      { sku: 'SET', priceMinor: 9_900, onHand: 0 },
    );
  });
  afterEach(() => test.close());

  const id = (sku: string): string => ids[sku] ?? '';
  const productId = async (sku: string): Promise<string> => {
    const [row] = await test.sql<{ id: string }>(
      `SELECT product_id AS id FROM product_variation WHERE sku = '${sku}'`,
    );
    return row?.id ?? '';
  };
  const set = async (input: object): Promise<{ userErrors: SeenError[]; product: SeenBundle }> => {
    const { bundleSet } = await staff.data<{
      bundleSet: { userErrors: SeenError[]; product: SeenBundle };
    }>(
      `mutation ($input: BundleSetInput!) { bundleSet(input: $input) {
         product { ${PRODUCT} } ${USER_ERRORS} } }`,
      { input },
    );
    return bundleSet;
  };
  const prints = (min = 3) => ({
    name: 'Prints',
    minQuantity: min,
    maxQuantity: min,
    options: [
      { variationId: id('DAWN'), defaultQuantity: min - 1 },
      { variationId: id('NOON'), defaultQuantity: 1 },
    ],
  });
  const shown = async (): Promise<SeenBundle> =>
    (
      await test
        .publicClient()
        .data<{ product: SeenBundle }>(`{ product(slug: "set") { ${PRODUCT} } }`)
    ).product;
  const count = (sku: string, onHand: number) => stockProducts(test, { sku, onHand });

  it('is made by staff and shown to shoppers with what may be chosen', async () => {
    const { userErrors } = await set({
      productId: await productId('SET'),
      priceRule: { kind: 'PERCENT_OFF', percentOff: '10' },
      choices: [prints()],
    });

    expect(userErrors).toEqual([]);
    // two at 18.00 and one at 15.00, less a tenth
    expect(await shown()).toMatchObject({
      priceRange: { min: { amount: '45.90' } },
      bundle: {
        priceRule: { kind: 'PERCENT_OFF', percentOff: '10' },
        choices: [
          {
            name: 'Prints',
            minQuantity: 3,
            options: [
              { defaultQuantity: 2, variation: { sku: 'DAWN' } },
              { defaultQuantity: 1, variation: { sku: 'NOON' } },
            ],
          },
        ],
      },
    });
  });

  it('is a plain product again when staff say so', async () => {
    await set({
      productId: await productId('SET'),
      priceRule: { kind: 'SUM' },
      choices: [prints()],
    });

    await staff.data(
      `mutation ($input: BundleRemoveInput!) { bundleRemove(input: $input) { ${USER_ERRORS} } }`,
      { input: { productId: await productId('SET') } },
    );

    expect(await shown()).toMatchObject({
      availability: 'OUT_OF_STOCK',
      priceRange: { min: { amount: '99.00' } },
      bundle: null,
    });
  });

  it('costs what its parts cost, also after one of them has another price', async () => {
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 2, options: { [id('DAWN')]: 1, [id('NOON')]: 1 } }],
    });
    expect((await shown()).priceRange.min.amount).toBe('33.00');

    await staff.data(
      `mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { ${USER_ERRORS} } }`,
      {
        input: {
          productId: await productId('NOON'),
          basePrice: { amount: '10.00', currencyCode: 'GBP' },
        },
      },
    );

    expect((await shown()).priceRange.min.amount).toBe('28.00');
  });

  it('costs its own price where that is fixed', async () => {
    await makeBundle(test, {
      sku: 'SET',
      kind: 'FIXED',
      priceMinor: 4_200,
      choices: [{ name: 'Prints', min: 2, options: { [id('DAWN')]: 1, [id('NOON')]: 1 } }],
    });

    expect((await shown()).priceRange.min.amount).toBe('42.00');
  });

  it('is as available as its parts allow, and not by stock of its own', async () => {
    await set({
      productId: await productId('SET'),
      priceRule: { kind: 'SUM' },
      choices: [
        prints(),
        {
          name: 'Frame',
          minQuantity: 1,
          maxQuantity: 2,
          options: [{ variationId: id('OAK'), defaultQuantity: 1 }],
        },
      ],
    });
    const low = { availability: 'LOW_STOCK', variations: [{ lowStockQuantity: 2 }] };
    expect(await shown()).toMatchObject(low);

    await count('OAK', 30);
    expect(await shown()).toMatchObject({ variations: [{ lowStockQuantity: 4 }] });
    await count('DAWN', 90);
    expect(await shown()).toMatchObject({ availability: 'IN_STOCK' });
    await count('OAK', 0);
    expect(await shown()).toMatchObject({ availability: 'OUT_OF_STOCK' });
  });

  it('has no stock that could be counted', async () => {
    const { variationId } = await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Frames', min: 2, options: { [id('OAK')]: 2 } }],
    });

    const { stockAdjust } = await staff.data<{ stockAdjust: { userErrors: SeenError[] } }>(
      `mutation ($input: StockAdjustInput!) { stockAdjust(input: $input) { ${USER_ERRORS} } }`,
      { input: { variationId, onHand: 5, reason: 'Counted', idempotencyKey: 'count' } },
    );

    expect(stockAdjust.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['variationId'] },
    ]);
  });

  it('stands in lists of what is in stock exactly while it can be made', async () => {
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Frames', min: 2, options: { [id('OAK')]: 2 } }],
    });
    const inStock = async (): Promise<string[]> => {
      const { products } = await test.publicClient().data<{
        products: { nodes: { slug: string }[] };
      }>('{ products(first: 10, where: { inStock: true }) { nodes { slug } } }');
      return products.nodes.map(({ slug }) => slug);
    };

    expect(await inStock()).toContain('set');
    await count('OAK', 1);
    expect(await inStock()).not.toContain('set');
  });

  it('tells of a part only what changes something that is shown of it', async () => {
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 3, options: { [id('DAWN')]: 3 } }],
    });
    await count('DAWN', 100);
    const told = async (onHand: number): Promise<string[]> => {
      await test.sql('DELETE FROM change_log');
      await count('DAWN', onHand);
      const rows = await test.sql<{ tags: string[] }>('SELECT tags FROM change_log');
      return rows.flatMap(({ tags }) => tags).filter((tag) => tag.endsWith(':stock'));
    };
    const bundle = `product:${await productId('SET')}:stock`;

    expect(await told(99)).toEqual([]);
    expect(await told(17)).toEqual([bundle]);
    expect(await told(2)).toContain('listing:stock');
  });

  it.each<[string, (sku: (name: string) => string) => object[], string[]]>([
    [
      'a variation twice',
      (of) => [
        { name: 'One', options: [{ variationId: of('DAWN'), defaultQuantity: 1 }] },
        { name: 'Two', options: [{ variationId: of('DAWN'), defaultQuantity: 1 }] },
      ],
      ['choices', '1', 'options', '0', 'variationId'],
    ],
    [
      'itself',
      (of) => [{ name: 'One', options: [{ variationId: of('SET'), defaultQuantity: 1 }] }],
      ['choices', '0', 'options', '0', 'variationId'],
    ],
    [
      'defaults that cannot be chosen',
      (of) => [{ name: 'One', options: [{ variationId: of('DAWN'), defaultQuantity: 2 }] }],
      ['choices', '0', 'options'],
    ],
  ])('cannot consist of %s', async (_, choices, path) => {
    const { userErrors } = await set({
      productId: await productId('SET'),
      priceRule: { kind: 'SUM' },
      choices: choices(id).map((choice) => ({ minQuantity: 1, maxQuantity: 1, ...choice })),
    });

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path }]);
  });

  it('cannot consist of bundles, from either side', async () => {
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 1, options: { [id('DAWN')]: 1 } }],
    });
    const bundle = (sku: string, part: string) => async () =>
      set({
        productId: await productId(sku),
        priceRule: { kind: 'SUM' },
        choices: [
          {
            name: 'Any',
            minQuantity: 1,
            maxQuantity: 1,
            options: [{ variationId: id(part), defaultQuantity: 1 }],
          },
        ],
      });

    expect((await bundle('NOON', 'SET')()).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await bundle('DAWN', 'OAK')()).userErrors).toMatchObject([{ path: ['productId'] }]);
  });

  it('no longer offers a variation that is no longer made', async () => {
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 1, options: { [id('DAWN')]: 1, [id('NOON')]: 0 } }],
    });

    await test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertProducts.run(tx, [
        { title: 'Product NOON', slug: 'noon', basePriceMinor: 1, variations: [{ sku: 'NIGHT' }] },
      ]),
    );

    const [choice] = (await shown()).bundle?.choices ?? [];
    expect(choice?.options.map(({ variation }) => variation.sku)).toEqual(['DAWN']);
  });

  it('is listed in as many statements as any other product', async () => {
    const statements = async (): Promise<number> => {
      test.statements.length = 0;
      await test
        .publicClient()
        .data(
          '{ products(first: 10) { nodes { title availability priceRange { min { amount } } } } }',
        );
      return test.statements.length;
    };
    await statements();
    const before = await statements();
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 1, options: { [id('DAWN')]: 1 } }],
    });
    await statements();

    expect(await statements()).toBe(before);
  });
});
