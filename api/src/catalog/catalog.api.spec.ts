import { createTestApp, type TestApp } from '../testing';
import type { ProductInput } from './commands/product-input';
import { aProduct, aSizedProduct } from './testing/product-builder';

const DETAIL = `query Detail($id: ID, $slug: String) {
  product(id: $id, slug: $slug) {
    id slug title description createdAt
    attributes { name value }
    featuredImage { url alt width height }
    images { alt }
    options { name values { name swatch } }
    variations {
      sku title price { amount currencyCode } selectedOptions { name value } image { alt } availability
      product { slug }
    }
    priceRange { min { amount } max { amount currencyCode } }
    collections { slug title }
    availability
  }
}`;

describe('the catalog', () => {
  let test: TestApp;
  const upsert = (...inputs: ProductInput[]) =>
    test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertProducts.run(tx, inputs),
    );
  const detail = async (variables: Record<string, unknown>) =>
    (await test.publicClient().data<{ product: Record<string, unknown> | null }>(DETAIL, variables))
      .product;
  const asset = async (alt: string): Promise<string> => {
    const rows = await test.sql<{ id: string }>(
      `INSERT INTO media_asset (id, file_name, alt, width, height, byte_size, created_at)
       VALUES (gen_random_uuid(), $1, $1, 1280, 1600, 9, now()) RETURNING id`,
      [alt],
    );
    return rows[0]?.id ?? '';
  };

  beforeAll(async () => {
    test = await createTestApp();
    await test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertCollections.run(tx, [
        { slug: 'second', title: 'Second', position: 2 },
        { slug: 'first', title: 'First', description: 'Comes first.', position: 1 },
      ]),
    );
  });
  afterAll(() => test.close());

  it('shows a product with all its parts, by slug and by id', async () => {
    const [front, oak] = [await asset('Front'), await asset('In oak')];
    await upsert(
      aSizedProduct({
        title: 'Low Tide',
        description: 'A sea.\n\nA sun.',
        basePriceMinor: 2400,
        attributes: [{ name: 'Paper', value: '200 g/m²' }],
        options: [
          { name: 'Frame', values: [{ name: 'None' }, { name: 'Oak', swatch: '#C69C6D' }] },
        ],
        variations: [
          { sku: 'LT-N', values: ['None'] },
          { sku: 'LT-O', values: ['Oak'], priceModifierMinor: 3900, imageId: oak },
        ],
        collections: ['second', 'first'],
        imageIds: [front, oak],
        createdAt: new Date('2026-02-11T09:00:00Z'),
      }),
    );

    const product = await detail({ slug: 'low-tide' });

    expect(product).toMatchObject({
      slug: 'low-tide',
      description: 'A sea.\n\nA sun.',
      createdAt: '2026-02-11T09:00:00.000Z',
      attributes: [{ name: 'Paper', value: '200 g/m²' }],
      featuredImage: { url: '/media/Front', alt: 'Front', width: 1280, height: 1600 },
      images: [{ alt: 'Front' }, { alt: 'In oak' }],
      options: [
        {
          name: 'Frame',
          values: [
            { name: 'None', swatch: null },
            { name: 'Oak', swatch: '#c69c6d' },
          ],
        },
      ],
      variations: [
        {
          sku: 'LT-N',
          title: 'None',
          price: { amount: '24.00', currencyCode: 'GBP' },
          selectedOptions: [{ name: 'Frame', value: 'None' }],
          image: { alt: 'Front' },
          product: { slug: 'low-tide' },
        },
        { sku: 'LT-O', title: 'Oak', price: { amount: '63.00' }, image: { alt: 'In oak' } },
      ],
      priceRange: { min: { amount: '24.00' }, max: { amount: '63.00', currencyCode: 'GBP' } },
      collections: [{ slug: 'first' }, { slug: 'second' }],
      availability: 'OUT_OF_STOCK',
    });
    expect(await detail({ id: product?.['id'] })).toEqual(product);
  });

  it.each([
    [{ slug: 'unheard-of' }],
    [{ id: 'no-uuid' }],
    [{ id: '01900000-0000-7000-8000-000000000000' }],
    [{}],
  ])('finds nothing for %j', async (variables) => {
    expect(await detail(variables)).toBeNull();
  });

  it('calls the only variation of a product without options Default', async () => {
    await upsert(aProduct({ title: 'Plain' }));

    expect(await detail({ slug: 'plain' })).toMatchObject({
      options: [],
      variations: [{ title: 'Default', selectedOptions: [], image: null }],
      featuredImage: null,
    });
  });

  it('lists the collections in the shop’s order, with the number of their products', async () => {
    await upsert(aProduct({ title: 'Member', collections: ['first'] }));

    const { collections, collection } = await test.publicClient().data(
      `{ collections(first: 1) { nodes { slug } totalCount pageInfo { hasNextPage endCursor } }
         collection(slug: "first") { title description productCount } }`,
    );

    expect(collections).toMatchObject({
      nodes: [{ slug: 'first' }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    expect(collection).toEqual({ title: 'First', description: 'Comes first.', productCount: 2 });
  });

  it('changes nothing when a product is put in again as it is', async () => {
    const input = aSizedProduct({ title: 'Again', collections: ['first'] });
    await upsert(input);
    const before = await test.sql(`SELECT * FROM product WHERE slug = 'again'`);

    const again = await upsert(input);

    expect(again).toMatchObject({ ok: true, value: [{ slug: 'again', outcome: 'unchanged' }] });
    expect(again.ok && again.value[0]?.variations).toHaveLength(2);
    expect(await test.sql(`SELECT * FROM product WHERE slug = 'again'`)).toEqual(before);
  });

  it('keeps the ids of variations that stay when a product changes', async () => {
    const created = await upsert(aSizedProduct({ title: 'Growing' }));

    const updated = await upsert(
      aSizedProduct({
        title: 'Growing',
        options: [{ name: 'Size', values: [{ name: 'Large' }, { name: 'Huge' }] }],
        variations: [
          { sku: 'GROWING-L', values: ['Large'] },
          { sku: 'GROWING-H', values: ['Huge'], priceModifierMinor: 900 },
        ],
      }),
    );

    expect(created).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
    expect(updated).toMatchObject({ ok: true, value: [{ outcome: 'updated' }] });
    const idOf = (result: typeof created, sku: string) =>
      result.ok && result.value[0]?.variations.find((variation) => variation.sku === sku)?.id;
    expect(idOf(updated, 'GROWING-L')).toBe(idOf(created, 'GROWING-L'));
    expect(await detail({ slug: 'growing' })).toMatchObject({
      options: [{ values: [{ name: 'Large' }, { name: 'Huge' }] }],
      variations: [{ sku: 'GROWING-L' }, { sku: 'GROWING-H' }],
      priceRange: { min: { amount: '10.00' }, max: { amount: '19.00' } },
    });
  });

  it('refuses a SKU that another product has, and then stores nothing of the batch', async () => {
    await upsert(aProduct({ title: 'Owner', variations: [{ sku: 'OWNED' }] }));

    const result = await upsert(
      aProduct({ title: 'Bystander' }),
      aProduct({ title: 'Thief', variations: [{ sku: 'OWNED' }] }),
    );

    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID_INPUT', message: 'The SKU OWNED belongs to another product.' }],
    });
    expect(await detail({ slug: 'bystander' })).toBeNull();
  });

  it('refuses two products of one batch that share a SKU or a slug', async () => {
    const variations = [{ sku: 'SHARED' }];

    expect(
      (await upsert(aProduct({ title: 'A', variations }), aProduct({ title: 'B', variations }))).ok,
    ).toBe(false);
    expect(
      (await upsert(aProduct({ title: 'Twin' }), aProduct({ title: 'Twin', variations }))).ok,
    ).toBe(false);
  });

  it.each<[string, Partial<ProductInput>, string[]]>([
    ['an unknown collection', { collections: ['nowhere'] }, ['0', 'collections']],
    ['a negative price', { basePriceMinor: -1 }, ['0', 'basePriceMinor']],
    ['no variation', { variations: [] }, ['0', 'variations']],
    ['a fraction of a penny', { basePriceMinor: 9.5 }, ['0', 'basePriceMinor']],
    ['an empty title', { title: ' ' }, ['0', 'title']],
  ])('refuses a product with %s and says where', async (_what, changes, path) => {
    const result = await upsert({ ...aProduct({ title: 'Faulty' }), ...changes });

    expect(result.ok).toBe(false);
    expect(result.ok || result.refusals[0]?.path).toEqual(path);
  });

  it('gives other modules the price, the names and the picture of variations, from the second time on in one statement', async () => {
    const { catalog } = test.app.modules;
    const result = await upsert(
      aSizedProduct({ title: 'Snapshot', imageIds: [await asset('Snap')] }),
    );
    const ids = result.ok ? (result.value[0]?.variations.map(({ id }) => id) ?? []) : [];
    const read = () =>
      catalog.reader.variations(test.app.platform.dataSource.manager, [...ids, 'no-uuid']);
    await read();
    test.statements.length = 0;

    const found = await read();

    expect(test.statements).toHaveLength(1);
    expect([...found.values()].map(({ priceMinor }) => priceMinor).sort()).toEqual([1000n, 1500n]);
    expect(found.get(ids[1] ?? '')).toMatchObject({
      productTitle: 'Snapshot',
      title: 'Large',
      sku: 'SNAPSHOT-L',
      image: { alt: 'Snap' },
    });
  });
});
