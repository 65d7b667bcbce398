import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  signInStaff,
  type TestApp,
  USER_ERRORS,
} from '../testing';
import type { ProductInput } from './commands/product-input';
import { aProduct, aSizedProduct } from './testing/product-builder';

interface Outcome {
  readonly product?: { readonly version: number; readonly title: string } | null;
  readonly collection?: { readonly slug: string; readonly productCount: number } | null;
  readonly userErrors: readonly SeenError[];
}

describe('editing the catalogue', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let tide: string;
  let ebb: string;
  let prints: string;

  const upsert = (...inputs: ProductInput[]) =>
    test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertProducts.run(tx, inputs),
    );
  const mutate = async (field: string, type: string, input: object, shown: string) => {
    const data = await staff.data<Record<string, Outcome>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${shown} ${USER_ERRORS} } }`,
      { input },
    );
    const outcome = data[field];
    if (!outcome) throw new Error(`${field} gave nothing.`);
    return outcome;
  };
  const update = (input: object) =>
    mutate('productUpdate', 'ProductUpdateInput', input, 'product { version title }');
  const members = (change: 'Add' | 'Remove', input: object) =>
    mutate(
      `collectionProducts${change}`,
      `CollectionProducts${change}Input`,
      input,
      'collection { slug productCount }',
    );
  const shown = async () =>
    (
      await test.publicClient().data<{ product: unknown }>(
        `{ product(slug: "tide") { title description collections { slug }
           priceRange { min { amount } max { amount } } variations { price { amount } } } }`,
      )
    ).product;
  const told = async () => {
    const rows = await test.sql<{ tags: string[] }>(
      'WITH gone AS (DELETE FROM change_log RETURNING tags) SELECT tags FROM gone',
    );
    return rows.flatMap(({ tags }) => tags).sort();
  };
  const idOf = async (table: string, slug: string) => {
    const rows = await test.sql<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug]);
    return rows[0]?.id ?? '';
  };

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    await test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertCollections.run(tx, [
        { slug: 'prints', title: 'Prints', position: 1 },
        { slug: 'gifts', title: 'Gifts', position: 2 },
      ]),
    );
    await upsert(
      aSizedProduct({ title: 'Tide', description: 'A sea.', collections: ['gifts'] }),
      aProduct({ title: 'Ebb' }),
    );
    [tide, ebb] = [await idOf('product', 'tide'), await idOf('product', 'ebb')];
    prints = await idOf('collection', 'prints');
    await told();
  });
  afterEach(() => test.close());

  it('changes title, description and price, and shoppers see it at once', async () => {
    await shown();

    const { product, userErrors } = await update({
      productId: tide,
      title: 'High Tide',
      description: 'No sea.',
      basePrice: { amount: '12.50', currencyCode: 'GBP' },
      expectedVersion: 1,
    });

    expect(userErrors).toEqual([]);
    expect(product).toEqual({ version: 2, title: 'High Tide' });
    expect(await shown()).toMatchObject({
      title: 'High Tide',
      description: 'No sea.',
      priceRange: { min: { amount: '12.50' }, max: { amount: '17.50' } },
      variations: [{ price: { amount: '12.50' } }, { price: { amount: '17.50' } }],
    });
  });

  it('says what it touches, and nothing where nothing differs', async () => {
    await update({ productId: tide, basePrice: { amount: '12.50', currencyCode: 'GBP' } });
    expect(await told()).toEqual(
      ['listing:price', `product:${tide}:price`, `product:${tide}:touched`].sort(),
    );

    await update({ productId: tide, title: 'High Tide' });
    expect(await told()).toEqual(
      ['listing:text', `product:${tide}:content`, `product:${tide}:touched`].sort(),
    );

    const { product } = await update({ productId: tide, title: 'High Tide' });
    expect(await told()).toEqual([]);
    expect(product?.version).toBe(3);
  });

  it.each<[string, object, object]>([
    [
      'an unknown product',
      { productId: '01900000-0000-7000-8000-000000000000' },
      { code: 'NOT_FOUND', path: ['productId'] },
    ],
    ['an id that is none', { productId: 'x' }, { code: 'INVALID_INPUT', path: ['productId'] }],
    ['an empty title', { title: ' ' }, { code: 'INVALID_INPUT', path: ['title'] }],
    [
      'another currency',
      { basePrice: { amount: '5.00', currencyCode: 'EUR' } },
      { code: 'INVALID_INPUT', path: ['basePrice', 'currencyCode'] },
    ],
    [
      'a part of a penny',
      { basePrice: { amount: '5.001', currencyCode: 'GBP' } },
      { code: 'INVALID_INPUT', path: ['basePrice', 'amount'] },
    ],
    [
      'a negative price',
      { basePrice: { amount: '-5.00', currencyCode: 'GBP' } },
      { code: 'INVALID_INPUT', path: ['basePrice', 'amount'] },
    ],
    [
      'a version that was changed meanwhile',
      { title: 'High Tide', expectedVersion: 7 },
      { code: 'VERSION_CONFLICT', path: ['expectedVersion'] },
    ],
  ])('refuses %s and changes nothing', async (_what, input, error) => {
    const before = await shown();

    const { product, userErrors } = await update({ productId: tide, ...input });

    expect(product).toBeNull();
    expect(userErrors).toMatchObject([error]);
    expect(await shown()).toEqual(before);
    expect(await told()).toEqual([]);
  });

  it('loses no edit when two are made at once', async () => {
    const results = await Promise.all(
      ['One', 'Two'].map((title) => update({ productId: tide, title, expectedVersion: 1 })),
    );

    expect(results.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: 'VERSION_CONFLICT' },
    ]);
  });

  it('lets a repeated import write what was edited', async () => {
    await update({ productId: tide, title: 'High Tide' });

    await upsert(aSizedProduct({ title: 'Tide', description: 'A sea.', collections: ['gifts'] }));

    expect(await shown()).toMatchObject({ title: 'Tide' });
  });

  it('puts products into a collection and takes them out', async () => {
    await shown();

    const added = await members('Add', { collectionId: prints, productIds: [tide, ebb] });
    expect(added).toMatchObject({ collection: { slug: 'prints', productCount: 2 } });
    expect(await shown()).toMatchObject({ collections: [{ slug: 'prints' }, { slug: 'gifts' }] });

    const removed = await members('Remove', { collectionId: prints, productIds: [tide] });
    expect(removed).toMatchObject({ collection: { slug: 'prints', productCount: 1 } });
    expect(await shown()).toMatchObject({ collections: [{ slug: 'gifts' }] });
  });

  it('says which collections and products that touches, and nothing for members that are there', async () => {
    await members('Add', { collectionId: prints, productIds: [tide] });
    expect(await told()).toEqual(
      [`collection:${prints}:members`, 'members:prints', `product:${tide}:content`].sort(),
    );

    await members('Add', { collectionId: prints, productIds: [tide] });
    expect(await told()).toEqual([]);

    await upsert(aSizedProduct({ title: 'Tide', description: 'A sea.', collections: ['gifts'] }));
    expect(await told()).toEqual(
      [
        `collection:${prints}:members`,
        'members:prints',
        `product:${tide}:content`,
        `product:${tide}:touched`,
      ].sort(),
    );
  });

  it('refuses members and collections that there are not, and then changes nothing', async () => {
    const nobody = '01900000-0000-7000-8000-000000000000';

    const outcomes = [
      await members('Add', { collectionId: nobody, productIds: [tide] }),
      await members('Add', { collectionId: prints, productIds: [tide, nobody] }),
      await members('Remove', { collectionId: prints, productIds: [] }),
    ];

    expect(outcomes.map(({ userErrors }) => userErrors)).toMatchObject([
      [{ code: 'NOT_FOUND', path: ['collectionId'] }],
      [{ code: 'NOT_FOUND', path: ['productIds', '1'] }],
      [{ code: 'INVALID_INPUT', path: ['productIds'] }],
    ]);
    expect(await told()).toEqual([]);
  });
});
