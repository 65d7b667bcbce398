import { createTestApp, type TestApp } from '../../testing';

/** What the checks of graphql-cop send, and the sign by which each tells that it found something. */
describe('the checks of graphql-cop find nothing', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  interface Answer {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  }
  const post = (payload: unknown, type = 'application/json') =>
    test.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': type },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const ask = async (query: string): Promise<Answer> =>
    (await post({ query, operationName: 'cop' })).json<Answer>();
  const get = (query: string) =>
    test.app.http.inject({ url: `/graphql?${new URLSearchParams({ query }).toString()}` });

  it('of alias overloading', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}:__typename`);

    expect((await ask(`query cop { ${aliases.join(' ')} }`)).data).toBeUndefined();
  });

  it('of array-based query batching', async () => {
    const operation = { query: 'query cop { __typename }', operationName: 'cop' };

    const response = await post(Array.from({ length: 10 }, () => operation));

    expect(response.statusCode).toBe(400);
    expect(Array.isArray(response.json())).toBe(false);
  });

  it('of directive overloading', async () => {
    const { errors, data } = await ask(`query cop { __typename ${'@aa'.repeat(10)} }`);

    expect(data).toBeUndefined();
    expect(errors?.length).not.toBe(10);
  });

  it('of circular introspection', async () => {
    const { data } = await ask(
      `query cop { __schema { types { fields { type { fields { type { fields { type { fields {
         type { name } } } } } } } } } } }`,
    );

    expect(data).toBeUndefined();
  });

  it('of field duplication', async () => {
    expect((await ask(`query cop { ${'__typename\n'.repeat(500)} }`)).data).toBeUndefined();
  });

  it('of mutations by GET', async () => {
    const response = await get('mutation cop {__typename}');

    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.json<Answer>().data).toBeUndefined();
  });

  it('of forms of other sites', async () => {
    const form = new URLSearchParams({ query: 'query cop { __typename }' }).toString();

    const response = await post(form, 'application/x-www-form-urlencoded');

    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.json<Answer>().data).toBeUndefined();
  });

  it('of queries by GET', async () => {
    const response = await get('query cop {__typename}');

    expect(response.statusCode).toBe(400);
    expect(response.json<Answer>().data).toBeUndefined();
  });

  it('of introspection', async () => {
    const { data, errors } = await ask('query cop { __schema { types { name fields { name } } } }');

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('of tracing', async () => {
    const { data, extensions } = await ask('query cop { __typename }');

    expect(data).toEqual({ __typename: 'Query' });
    expect(extensions).toBeUndefined();
  });

  it('of an IDE in the browser', async () => {
    const pages = ['/', '/graphiql', '/playground', '/console', '/graphql'];

    const bodies = await Promise.all(
      pages.map(async (url) => {
        const { body } = await test.app.http.inject({ url, headers: { accept: 'text/html' } });
        return body.toLowerCase();
      }),
    );

    expect(bodies.filter((body) => /graphiql|playground|sandbox|voyager/.test(body))).toEqual([]);
  });

  it('of suggestions of field names', async () => {
    const { errors } = await ask('query cop { __schema { directive } }');
    const typo = await ask('query cop { shp { name } }');

    expect(JSON.stringify([errors, typo.errors])).not.toContain('Did you mean');
  });

  it('of errors that nobody handled', async () => {
    const { errors } = await ask('qwerty cop { abc }');

    expect(errors?.[0]?.extensions).not.toHaveProperty('exception');
    expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules/);
  });
});
