import { createTestApp, signInStaff, stockProducts, type TestApp } from '../testing';

const CACHE = `{ responseCache { entryCount sizeBytes store storeAvailable operations { operation hits misses } } }`;
const LIST = 'query Browse { products { nodes { title } } }';
const DETAIL = 'query Detail { product(slug: "poster") { title } }';
const PURGE = `mutation ($input: ResponseCachePurgeInput!) {
  responseCachePurge(input: $input) { userErrors { code path } responseCache { entryCount } } }`;

describe('the cache as staff see it', () => {
  let test: TestApp;

  beforeEach(async () => {
    test = await createTestApp();
    await stockProducts(test, { sku: 'POSTER' });
    for (const query of [LIST, LIST, DETAIL]) await test.publicClient().data(query);
  });
  afterEach(() => test.close());

  interface KeptAnswers {
    keptAnswers: {
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
      nodes: { operation: string; tags: string[]; hits: number; isCurrent: boolean }[];
    };
  }
  const kept = async (args: string): Promise<KeptAnswers['keptAnswers']> => {
    const staff = await signInStaff(test);
    const { keptAnswers } = await staff.data<KeptAnswers>(
      `{ keptAnswers(${args}) { totalCount pageInfo { endCursor hasNextPage }
         nodes { operation variables tags softTags etag sizeBytes madeAt ageSeconds hits isCurrent } } }`,
    );
    return keptAnswers;
  };
  const outcome = async (query: string) =>
    (await test.publicClient().send(query)).headers['x-cache'];

  it('counts what was given and made, per operation', async () => {
    const staff = await signInStaff(test);
    const { responseCache } = await staff.data<{ responseCache: object }>(CACHE);

    expect(responseCache).toMatchObject({
      entryCount: 2,
      store: 'MEMORY',
      storeAvailable: true,
      operations: [
        { operation: 'Browse', hits: 1, misses: 1 },
        { operation: 'Detail', hits: 0, misses: 1 },
      ],
    });
  });

  it('shows each answer with what it depends on, page by page', async () => {
    const first = await kept('first: 1');
    const second = await kept(`first: 1, after: "${first.pageInfo.endCursor}"`);
    const nodes = [...first.nodes, ...second.nodes];

    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(nodes.map(({ operation }) => operation).sort()).toEqual(['Browse', 'Detail']);
    expect(nodes.find(({ operation }) => operation === 'Browse')).toMatchObject({
      hits: 1,
      isCurrent: true,
      tags: expect.arrayContaining(['listing', expect.stringMatching(/^product:.*:content$/)]),
    });
  });

  it('finds answers by operation and by tag', async () => {
    expect((await kept('operation: "brow"')).nodes).toMatchObject([{ operation: 'Browse' }]);
    expect((await kept('tag: "product-slug:poster"')).nodes).toMatchObject([
      { operation: 'Detail' },
    ]);
  });

  it('ends the answers with a tag, and no others', async () => {
    const staff = await signInStaff(test);
    await staff.data(PURGE, { input: { tags: ['listing'] } });

    expect(await outcome(LIST)).toBe('MISS');
    expect(await outcome(DETAIL)).toBe('HIT');
  });

  it('ends everything', async () => {
    const staff = await signInStaff(test);
    await staff.data(PURGE, { input: { everything: true } });

    expect(await outcome(LIST)).toBe('MISS');
    expect(await outcome(DETAIL)).toBe('MISS');
  });

  it('tells at once what has ended, also when no shopper has asked since', async () => {
    const staff = await signInStaff(test);

    await staff.data(PURGE, { input: { everything: true } });
    const { nodes } = await kept('first: 5');

    expect(nodes.map(({ isCurrent }) => isCurrent)).toEqual([false, false]);
  });

  it('refuses a purge of nothing', async () => {
    const staff = await signInStaff(test);
    const { responseCachePurge } = await staff.data<{ responseCachePurge: object }>(PURGE, {
      input: {},
    });

    expect(responseCachePurge).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['tags'] }],
      responseCache: null,
    });
    expect(await outcome(LIST)).toBe('HIT');
  });
});
