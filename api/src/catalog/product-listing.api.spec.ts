import { createTestApp, type TestApp } from '../testing';
import type { ProductInput } from './commands/product-input';
import { aProduct, aSizedProduct } from './testing/product-builder';

interface Listing {
  products: {
    nodes: { title: string }[];
    edges: { cursor: string }[];
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string;
      endCursor: string;
    };
    totalCount: number;
  };
}

const LISTING = `query Listing($first: Int, $after: String, $last: Int, $before: String, $query: String,
    $where: ProductWhere, $sort: ProductSort) {
  products(first: $first, after: $after, last: $last, before: $before, query: $query, where: $where, sort: $sort) {
    nodes { title }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

const CARDS = `query Cards($first: Int) {
  products(first: $first) {
    nodes {
      id slug title availability
      featuredImage { url alt width height }
      images { url }
      priceRange { min { amount currencyCode } max { amount } }
      options { name values { name swatch } }
      collections { slug productCount }
      variations { sku title price { amount } availability lowStockQuantity selectedOptions { name value } image { url } product { slug } }
    }
    totalCount
  }
}`;

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** Prices tie in pairs, so that the order within a tie is tested too. */
const FILLERS: ProductInput[] = Array.from({ length: 11 }, (_, index) =>
  aProduct({
    title: `Filler ${String.fromCharCode(65 + ((index * 7) % 11))}`,
    basePriceMinor: 1000 + Math.floor(index / 2) * 100,
    featuredRank: ((index * 5) % 11) + 10,
    createdAt: day(((index * 3) % 11) + 1),
    collections: index % 2 === 0 ? ['even'] : [],
  }),
);

describe('the listing of products', () => {
  let test: TestApp;
  const list = async (variables: Record<string, unknown> = {}) =>
    (await test.publicClient().data<Listing>(LISTING, variables)).products;
  const titles = async (variables: Record<string, unknown> = {}) =>
    (await list({ first: 100, ...variables })).nodes.map(({ title }) => title);

  beforeAll(async () => {
    test = await createTestApp();
    const { catalog, inventory } = test.app.modules;
    const done = await test.app.platform.transactions.run(async (tx) => {
      await catalog.upsertCollections.run(tx, [
        { slug: 'even', title: 'Even', position: 1 },
        { slug: 'empty', title: 'Empty', position: 2 },
      ]);
      const result = await catalog.upsertProducts.run(tx, [
        aSizedProduct({
          title: 'Overprint No. 3',
          description: 'Four inks on recycled paper.',
          basePriceMinor: 2600,
          featuredRank: 1,
          collections: ['even'],
          createdAt: day(20),
        }),
        aProduct({
          title: 'Lit Ball',
          description: 'Thousands of dots, printed with care.',
          variations: [{ sku: '85123A' }],
          featuredRank: 2,
          createdAt: day(19),
        }),
        ...FILLERS,
      ]);
      if (result.ok) {
        const counts = result.value.flatMap(({ slug, variations }) =>
          variations.map(({ id }) => ({ variationId: id, onHand: slug === 'lit-ball' ? 0 : 3 })),
        );
        await inventory.stock.setOnHand(tx, counts, {
          kind: 'RECEIPT',
          reason: 'Test',
          actor: { kind: 'system' },
        });
      }
      return result;
    });
    expect(done.ok).toBe(true);
  });
  afterAll(() => test.close());

  it.each(['FEATURED', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE'])(
    'sorted by %s walks every product once, forwards and backwards, in the same order',
    async (sort) => {
      const whole = await titles({ sort });

      const forwards: string[] = [];
      for (let after: string | undefined, more = true; more;) {
        const page = await list({ sort, first: 4, after });
        forwards.push(...page.nodes.map(({ title }) => title));
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
      const backwards: string[] = [];
      for (let before: string | undefined, more = true; more;) {
        const page = await list({ sort, last: 5, before });
        backwards.unshift(...page.nodes.map(({ title }) => title));
        ({ hasPreviousPage: more, startCursor: before } = page.pageInfo);
      }

      expect(whole).toHaveLength(13);
      expect(forwards).toEqual(whole);
      expect(backwards).toEqual(whole);
    },
  );

  it('is sorted as asked', async () => {
    const byTitle = await titles({ sort: 'TITLE' });
    expect(byTitle).toEqual([...byTitle].sort((a, b) => a.localeCompare(b)));
    expect((await titles({ sort: 'NEWEST' })).slice(0, 2)).toEqual(['Overprint No. 3', 'Lit Ball']);
    expect((await titles()).slice(0, 2)).toEqual(['Overprint No. 3', 'Lit Ball']);
    expect((await titles({ sort: 'PRICE_DESC' }))[0]).toBe('Overprint No. 3');
    expect((await titles({ sort: 'PRICE_ASC' })).at(-1)).toBe('Overprint No. 3');
  });

  it('refuses a cursor of another order instead of jumping somewhere', async () => {
    const { pageInfo } = await list({ sort: 'TITLE', first: 2 });

    const answer = await test
      .publicClient()
      .send(LISTING, { sort: 'NEWEST', first: 2, after: pageInfo.endCursor });

    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['["NEWEST","soon","x"]'],
    ['["FEATURED","1; DROP TABLE product","x"]'],
    ['[1]'],
    ['{}'],
  ])('refuses the forged cursor %s', async (forged) => {
    const after = Buffer.from(forged).toString('base64url');
    const answer = await test.publicClient().send(LISTING, { first: 2, after });

    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('holds the products of one collection, and none of an unknown one', async () => {
    const { totalCount } = await list({ where: { collection: 'even' } });

    expect(totalCount).toBe(7);
    expect(await titles({ where: { collection: 'empty' } })).toEqual([]);
    expect(await titles({ where: { collection: 'unheard-of' } })).toEqual([]);
  });

  it('leaves out what is sold out, or everything else', async () => {
    expect(await titles({ where: { inStock: true } })).not.toContain('Lit Ball');
    expect(await titles({ where: { inStock: false } })).toEqual(['Lit Ball']);
  });

  it('finds products by SKU, exactly', async () => {
    const skus = ['85123A', 'OVERPRINT-NO-3-L', '85123'];

    expect(await titles({ where: { skus } })).toEqual(['Overprint No. 3', 'Lit Ball']);
  });

  it.each([
    ['a word of the title', 'overprint', 'Overprint No. 3'],
    ['a misspelt title', 'overprnt', 'Overprint No. 3'],
    ['the beginning of a title', 'overpr', 'Overprint No. 3'],
    ['another form of a word in the description', 'recycle', 'Overprint No. 3'],
    ['several words', 'printed dots', 'Lit Ball'],
    ['part of an SKU', '85123', 'Lit Ball'],
  ])('is searched by %s, the best match first', async (_what, query, best) => {
    expect((await titles({ query }))[0]).toBe(best);
  });

  it.each(["'; DROP TABLE product; --", '%', '_', '\\', '"unclosed', '!!!', '&|'])(
    'takes the search %s literally',
    async (query) => {
      expect(await titles({ query })).toEqual([]);
    },
  );

  it('pages through the results of a search', async () => {
    const whole = await titles({ query: 'filler' });
    const first = await list({ query: 'filler', first: 6 });
    const second = await list({ query: 'filler', first: 6, after: first.pageInfo.endCursor });

    expect(first.totalCount).toBe(11);
    expect([...first.nodes, ...second.nodes].map(({ title }) => title)).toEqual(whole);
  });

  it('costs the same number of statements however long it is', async () => {
    const client = test.publicClient();
    await client.data(CARDS, { first: 1 });
    const cost = async (first: number): Promise<number> => {
      test.statements.length = 0;
      await client.data(CARDS, { first });
      return test.statements.length;
    };

    const few = await cost(2);

    expect(await cost(13)).toBe(few);
    expect(few).toBeLessThanOrEqual(10);
  });

  it('counts only when asked to', async () => {
    const client = test.publicClient();
    await client.data('{ shop { name } }');
    test.statements.length = 0;

    await client.data('{ products(first: 3) { nodes { slug } } }');

    expect(test.statements).toHaveLength(1);
  });
});
