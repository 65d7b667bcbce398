import { createHash } from 'node:crypto';

import { createTestApp, Shopper, stockProducts, type TestApp } from '../../testing';

const DETAIL = `query Detail($slug: String) { product(slug: $slug) { title variations { sku availability } } }`;
const LIST = `query List($first: Int) { products(first: $first) { nodes { title priceRange { min { amount } } } } }`;

describe('kept answers', () => {
  let test: TestApp;

  beforeEach(async () => {
    test = await createTestApp();
    await stockProducts(test, { sku: 'POSTER' }, { sku: 'MUG' });
  });
  afterEach(() => test.close());

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    test.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
    });
  const get = (params: Record<string, string>, headers: Record<string, string> = {}) =>
    test.app.http.inject({
      method: 'GET',
      url: `/graphql?${new URLSearchParams(params).toString()}`,
      headers,
    });
  const change = (...tags: string[]) =>
    test.app.platform.transactions.run((tx) => {
      tx.changed(...tags);
      return Promise.resolve({ ok: true, value: null, warnings: [] });
    });

  it('are the same bytes as the answer that was made, and cost no statement', async () => {
    const made = await post({ query: LIST });
    test.statements.length = 0;
    const kept = await post({ query: LIST });

    expect(made.headers['x-cache']).toBe('MISS');
    expect(kept.headers['x-cache']).toBe('HIT');
    expect(kept.body).toBe(made.body);
    expect(kept.headers['content-type']).toBe(made.headers['content-type']);
    expect(test.statements).toEqual([]);
  });

  it('are found whatever the order of variables, and not filled with undeclared ones', async () => {
    await post({ query: LIST, variables: { first: 5, junk: 1 } });
    const kept = await post({ variables: { junk: 2, first: 5 }, query: LIST });
    const other = await post({ query: LIST, variables: { first: 6 } });

    expect(kept.headers['x-cache']).toBe('HIT');
    expect(other.headers['x-cache']).toBe('MISS');
  });

  it('end when something they show changes, and not before', async () => {
    const made = await post({ query: LIST });
    const { nodes } = made.json<{ data: { products: { nodes: unknown[] } } }>().data.products;
    expect(nodes).toHaveLength(2);
    const [row] = await test.sql<{ id: string }>(`SELECT id FROM product LIMIT 1`);
    await change(`product:${row?.id}:stock`, 'product:somebody-else:price', 'listing:stock');
    const kept = await post({ query: LIST });
    await change(`product:${row?.id}:price`);
    const madeAgain = await post({ query: LIST });

    expect(kept.headers['x-cache']).toBe('HIT');
    expect(madeAgain.headers['x-cache']).toBe('MISS');
  });

  it('remember that there is nothing, until there is something', async () => {
    await post({ query: DETAIL, variables: { slug: 'lamp' } });
    const kept = await post({ query: DETAIL, variables: { slug: 'lamp' } });
    await stockProducts(test, { sku: 'LAMP' });
    const found = await post({ query: DETAIL, variables: { slug: 'lamp' } });

    expect(kept.headers['x-cache']).toBe('HIT');
    expect(kept.json()).toEqual({ data: { product: null } });
    expect(found.json()).toMatchObject({ data: { product: { title: expect.any(String) } } });
  });

  it.each([
    ['a cart', '{ cart { id } }'],
    ['a customer', '{ me { email } }'],
    ['an order', '{ order(trackingToken: "x") { id } }'],
    ['a cart beside products', '{ cart { id } products { nodes { id } } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a mutation', 'mutation { sessionEnd { userErrors { code } } }'],
  ])('never hold %s', async (_what, query) => {
    await post({ query });
    const again = await post({ query });

    expect(again.headers['x-cache']).toBeUndefined();
    expect(again.headers['cache-control']).toBe('private, no-store');
  });

  it('never hold an error', async () => {
    const query = '{ products(first: 1000) { nodes { id } } }';
    await post({ query });
    const again = await post({ query });

    expect(again.headers['x-cache']).toBe('MISS');
    expect(again.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('are not on the full graph', async () => {
    const answer = await test.app.http.inject({
      method: 'POST',
      url: '/graphql/admin',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: LIST }),
    });

    expect(answer.statusCode).toBe(401);
    expect(answer.headers['x-cache']).toBeUndefined();
  });

  it('are not given for a token that is not valid', async () => {
    await post({ query: LIST });
    const answer = await post({ query: LIST }, { authorization: 'Bearer nonsense' });

    expect(answer.statusCode).toBe(401);
  });

  it('are given to a signed-in customer too, who alone may keep them', async () => {
    await post({ query: LIST });
    const shopper = new Shopper(test);
    const { client } = shopper;
    const { customerRegister } = await client.data<{
      customerRegister: { session: { accessToken: string } };
    }>(
      `mutation ($input: CustomerRegisterInput!) { customerRegister(input: $input) { session { accessToken } } }`,
      { input: { email: 'grace@example.com', name: 'Grace', password: 'a long enough one' } },
    );
    client.accessToken = customerRegister.session.accessToken;
    const answer = await client.send(LIST);

    expect(answer.headers['x-cache']).toBe('HIT');
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('have an entity tag by which a GET is answered with 304', async () => {
    const first = await get({ query: LIST });
    const etag = String(first.headers.etag);
    const same = await get({ query: LIST }, { 'if-none-match': `W/"x", ${etag}` });
    await change('listing');
    const made = await get({ query: LIST }, { 'if-none-match': '"x"' });

    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(same.statusCode).toBe(304);
    expect(same.body).toBe('');
    expect(made.statusCode).toBe(200);
    expect(made.headers.etag).toBe(etag);
  });

  it('are found by the hash of a document that an app of ours sends, with GET and without', async () => {
    const hash = createHash('sha256').update(LIST).digest('hex');
    await test.app.platform.trustedOperations.register([
      {
        app: 'storefront',
        contract: 'public',
        version: '1',
        operations: [{ id: hash, name: 'List', body: LIST }],
      },
    ]);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    const made = await get({ extensions: JSON.stringify(extensions), variables: '{"first":5}' });
    const kept = await get({ variables: '{"first":5}', extensions: JSON.stringify(extensions) });
    const posted = await post({ extensions, variables: { first: 5 } });
    const unknown = await get({
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } }),
    });

    expect(made.json()).toMatchObject({ data: { products: { nodes: [{}, {}] } } });
    expect(kept.headers['x-cache']).toBe('HIT');
    expect(posted.headers['x-cache']).toBe('HIT');
    expect(unknown.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });

  it('do not open GET to documents that are for the caller alone', async () => {
    const answer = await get({ query: '{ cart { id } }' });

    expect(answer.statusCode).toBe(400);
  });

  it('come in the media type that was asked for', async () => {
    await post({ query: LIST });
    const answer = await post(
      { query: LIST },
      { accept: 'application/graphql-response+json, application/json;q=0.9' },
    );

    expect(answer.headers['x-cache']).toBe('HIT');
    expect(answer.headers['content-type']).toContain('application/graphql-response+json');
  });

  it('are made once for all who ask at the same time', async () => {
    test.statements.length = 0;
    const answers = await Promise.all(Array.from({ length: 200 }, () => post({ query: LIST })));
    const outcomes = answers.map(({ headers }) => headers['x-cache']);

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome === 'MISS')).toHaveLength(1);
    expect(test.statements.filter((sql) => sql.includes('FROM product p'))).toHaveLength(1);
  });

  it('may show an old count of members while one caller refreshes it', async () => {
    const query = `{ collection(slug: "walls") { title productCount } }`;
    await test.sql(
      `INSERT INTO collection (id, slug, title, description, position)
       VALUES ('01900000-0000-7000-8000-00000000abcd', 'walls', 'Walls', '', 1)`,
    );
    await change('collection-slug:walls');
    await post({ query });
    await test.sql(
      `INSERT INTO collection_product (collection_id, product_id)
       SELECT '01900000-0000-7000-8000-00000000abcd', id FROM product`,
    );
    await change('collection:01900000-0000-7000-8000-00000000abcd:members');
    const stale = await post({ query });
    const fresh = await eventualHit(query);

    expect(stale.headers['x-cache']).toBe('STALE');
    expect(stale.json()).toEqual({ data: { collection: { title: 'Walls', productCount: 0 } } });
    expect(fresh.json()).toEqual({ data: { collection: { title: 'Walls', productCount: 2 } } });
  });

  async function eventualHit(query: string) {
    for (;;) {
      const answer = await post({ query });
      if (answer.headers['x-cache'] !== 'STALE') return answer;
    }
  }
});
