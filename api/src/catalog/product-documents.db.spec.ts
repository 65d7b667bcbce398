import sharp from 'sharp';

import { accepted } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import { createTestApp, type TestApp } from '../testing';
import type { ProductInput } from './commands/product-input';
import { aProduct, aSizedProduct } from './testing/product-builder';

interface StoredDocument {
  readonly slug: string;
  readonly revision: string;
  readonly document: Record<string, unknown>;
}

type Row = Record<string, string | number | null> & { id: string };

function basePriceOf(product: Row, variation: Row): string {
  const [base, modifier] = [product['base_price_minor'], variation['price_modifier_minor']];
  return String(BigInt(base ?? 0) + BigInt(modifier ?? 0));
}

describe('product documents', () => {
  let test: TestApp;
  const inTransaction = async (work: (tx: Transaction) => Promise<unknown>) => {
    const done = await test.app.platform.transactions.run(async (tx) => {
      await work(tx);
      return accepted(null);
    });
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
  };
  const upsert = (...inputs: ProductInput[]) =>
    inTransaction((tx) => test.app.modules.catalog.upsertProducts.run(tx, inputs));
  const stored = () =>
    test.sql<StoredDocument>(
      `SELECT p.slug, d.revision, d.document FROM product p
       LEFT JOIN product_document d ON d.product_id = p.id ORDER BY p.slug`,
    );
  const asset = async (alt: string): Promise<string> => {
    const rows = await test.sql<{ id: string }>(
      `INSERT INTO media_asset (id, file_name, alt, width, height, byte_size, source_key, created_at)
       VALUES (gen_random_uuid(), $1 || '.jpg', $1, 12, 16, 9, $1, now()) RETURNING id`,
      [alt],
    );
    return rows[0]?.id ?? '';
  };

  /** What the documents have to be, put together here from one table after the other. */
  const expected = async () => {
    const [products, options, values, variations, choices, images, assets] = await Promise.all(
      [
        `SELECT id, version, slug, title, description, attributes, featured_rank, created_at, updated_at,
           base_price_minor, lowest_price_minor, highest_price_minor, is_gift_card FROM product ORDER BY slug`,
        'SELECT * FROM product_option ORDER BY position',
        'SELECT * FROM option_value ORDER BY position',
        'SELECT * FROM product_variation ORDER BY position',
        `SELECT variation_id AS id, o.name, v.name AS value FROM variation_option_value c
           JOIN product_option o ON o.id = c.option_id JOIN option_value v ON v.id = c.option_value_id
           ORDER BY o.position`,
        'SELECT product_id AS id, asset_id FROM product_image ORDER BY position',
        'SELECT id, file_name, alt, width, height FROM media_asset',
      ].map((sql) => test.sql<Row>(sql)),
    );
    const imageOf = (id: string | number | null | undefined) => {
      const found = assets?.find((each) => each.id === id);
      if (!found) return null;
      const { file_name: fileName, alt, width, height } = found;
      return { id: found.id, fileName, alt, width, height };
    };
    return products?.map((product) => ({
      id: product.id,
      version: product['version'],
      slug: product['slug'],
      title: product['title'],
      description: product['description'],
      attributes: product['attributes'],
      featuredRank: product['featured_rank'],
      bundle: null,
      isGiftCard: product['is_gift_card'],
      createdAt: new Date(product['created_at'] ?? 0),
      updatedAt: new Date(product['updated_at'] ?? 0),
      lowestPriceMinor: product['lowest_price_minor'],
      highestPriceMinor: product['highest_price_minor'],
      options: options
        ?.filter((option) => option['product_id'] === product.id)
        .map(({ id, name }) => ({
          id,
          name,
          values: values
            ?.filter((value) => value['option_id'] === id)
            .map((value) => ({ id: value.id, name: value['name'], swatch: value['swatch'] })),
        })),
      images: images
        ?.filter(({ id }) => id === product.id)
        .map((image) => imageOf(image['asset_id'])),
      variations: variations
        ?.filter((variation) => variation['product_id'] === product.id)
        .map((variation) => ({
          id: variation.id,
          sku: variation['sku'],
          title: variation['title'],
          priceMinor: variation['list_price_minor'] ?? basePriceOf(product, variation),
          basePriceMinor: basePriceOf(product, variation),
          priorPriceMinor: variation['prior_price_minor'],
          weightGrams: variation['weight_grams'],
          selectedOptions: choices
            ?.filter(({ id }) => id === variation.id)
            .map(({ name, value }) => ({ name, value })),
          image: imageOf(variation['image_id']),
        })),
    }));
  };
  const expectDocumentsToBeRight = async () => {
    // Documents from before there were weights and bundles do not say that there are none.
    const weighed = (variations: unknown): Record<string, unknown>[] =>
      (variations as Record<string, unknown>[]).map((each) => ({ weightGrams: 0, ...each }));
    const documents = (await stored()).map(({ document }) => ({
      // Those from before there were gift cards do not say that they are none.
      isGiftCard: false,
      bundle: null,
      ...document,
      variations: weighed(document['variations']),
      createdAt: new Date(String(document['createdAt'])),
      updatedAt: new Date(String(document['updatedAt'])),
    }));
    expect(documents).toEqual(await expected());
    expect(documents.length).toBeGreaterThan(0);
  };

  let front: string;
  let oak: string;
  const framed = (changes: Partial<ProductInput> = {}): ProductInput =>
    aProduct({
      title: 'Low Tide',
      description: 'A sea.',
      attributes: [{ name: 'Paper', value: '200 g/m²' }],
      options: [{ name: 'Frame', values: [{ name: 'None' }, { name: 'Oak', swatch: '#c69c6d' }] }],
      variations: [
        { sku: 'LT-N', values: ['None'] },
        { sku: 'LT-O', values: ['Oak'], priceModifierMinor: 3900, imageId: oak },
      ],
      imageIds: [front, oak],
      featuredRank: 3,
      ...changes,
    });

  beforeEach(async () => {
    test = await createTestApp();
    [front, oak] = [await asset('Front'), await asset('Oak')];
    await upsert(framed(), aSizedProduct({ title: 'Other' }));
  });
  afterEach(() => test.close());

  it('say what the tables say when products are made', async () => {
    await expectDocumentsToBeRight();
  });

  it('say what the tables say when a product is made over', async () => {
    await upsert(
      framed({
        title: 'Low Tide',
        slug: 'low-tide',
        basePriceMinor: 77,
        attributes: [],
        options: [],
        variations: [{ sku: 'LT-O' }],
        imageIds: [oak],
      }),
    );

    await expectDocumentsToBeRight();
  });

  it('say what the tables say when a picture is replaced', async () => {
    const bytes = await sharp({
      create: { width: 8, height: 10, channels: 3, background: '#c69c6d' },
    })
      .jpeg()
      .toBuffer();

    const kept = await test.app.modules.media.library.keep({
      bytes,
      alt: 'Another oak',
      sourceKey: 'Oak',
    });

    expect(kept).toBe(oak);
    await expectDocumentsToBeRight();
  });

  it('get a new revision with each change, and keep it otherwise', async () => {
    const [before, other] = await stored();

    await upsert(framed({ basePriceMinor: 5 }), aSizedProduct({ title: 'Other' }));

    const [after, same] = await stored();
    expect(after?.revision).not.toBe(before?.revision);
    expect(same?.revision).toBe(other?.revision);
  });

  it('are filled by the migration for products that were there before', async () => {
    const { dataSource } = test.app.platform;
    const filling = dataSource.migrations.filter(({ name }) =>
      /^(ProductDocuments|PriceLists|ProductRevisions)\d/.test(name ?? ''),
    );
    const runner = dataSource.createQueryRunner();
    for (const migration of filling.toReversed()) await migration.down(runner);

    for (const migration of filling) await migration.up(runner);

    await runner.release();
    await expectDocumentsToBeRight();
  });

  it('are what a later read shows, also in a process that remembers the one before', async () => {
    const read = async () =>
      test
        .publicClient()
        .data<{ product: { title: string; priceRange: { min: { amount: string } } } }>(
          '{ product(slug: "low-tide") { title priceRange { min { amount } } } }',
        );
    await read();

    await upsert(framed({ title: 'Ebb', slug: 'low-tide', basePriceMinor: 1234 }));

    expect((await read()).product).toEqual({
      title: 'Ebb',
      priceRange: { min: { amount: '12.34' } },
    });
  });
});
