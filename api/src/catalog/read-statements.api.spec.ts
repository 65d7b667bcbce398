import { createTestApp, stockProducts, type TestApp } from '../testing';
import { aSizedProduct } from './testing/product-builder';

const CARD = `title availability priceRange { min { amount } } featuredImage { url }
  variations { sku availability lowStockQuantity price { amount } selectedOptions { name value } product { slug } }`;
const LIST = `query ($first: Int, $query: String) { products(first: $first, query: $query) { nodes { ${CARD} } } }`;
const DETAIL = `query ($slug: String!) { product(slug: $slug) { ${CARD} description
  options { name values { name } } images { url } collections { slug } } }`;

describe('reading the catalog', () => {
  let test: TestApp;
  const statements = async (query: string, variables: Record<string, unknown>) => {
    test.statements.length = 0;
    await test.publicClient().data(query, variables);
    return test.statements.length;
  };
  const change = async (description: string) => {
    const done = await test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertProducts.run(tx, [
        aSizedProduct({ title: 'Poster', description }),
      ]),
    );
    expect(done.ok).toBe(true);
  };

  beforeEach(async () => {
    test = await createTestApp({ responseCache: false });
    await stockProducts(test, ...['A', 'B', 'C', 'D', 'E'].map((sku) => ({ sku })));
    await change('First.');
    // The shop's settings are remembered for a while.
    await test.publicClient().data('{ products(first: 1, query: "qqqqqq") { nodes { id } } }');
  });
  afterEach(() => test.close());

  it('takes two statements for a list with variations and stock, and one for documents not remembered', async () => {
    const counts = [
      await statements(LIST, { first: 24 }),
      await statements(LIST, { first: 24 }),
      await statements(LIST, { first: 2 }),
    ];
    await change('Second.');
    counts.push(await statements(LIST, { first: 24 }), await statements(LIST, { first: 24 }));

    expect(counts).toEqual([3, 2, 2, 3, 2]);
  });

  it('takes as many for a search', async () => {
    const variables = { first: 24, query: 'poster' };

    const counts = [await statements(LIST, variables), await statements(LIST, variables)];

    expect(counts).toEqual([3, 2]);
  });

  it('takes three for a product with its stock and collections', async () => {
    const variables = { slug: 'poster' };

    const counts = [await statements(DETAIL, variables), await statements(DETAIL, variables)];

    expect(counts).toEqual([4, 3]);
  });
});
