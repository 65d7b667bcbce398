import { createTestApp, type TestApp } from '../../testing';
import { documentLimits } from './limits';

describe('limits for documents of strangers', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: __typename`).join(' ');
  const deep = (levels: number): string =>
    `{ products { nodes { ${'variations { product { '.repeat(levels)} id ${'} } '.repeat(levels)} } } }`;
  const exponential = `{ ...f0 } ${Array.from(
    { length: 30 },
    (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
  ).join(' ')} fragment f30 on Query { __typename }`;

  it.each([
    ['101 aliases of __typename', `{ ${aliases} }`],
    ['101 aliases through a fragment', `{ ...f } fragment f on Query { ${aliases} }`],
    ['a document that is too deep', deep(10)],
    ['fragments that multiply', exponential],
    ['fragments that spread themselves', '{ ...f } fragment f on Query { ...f }'],
    ['many directives on one field', `{ __typename ${'@aa '.repeat(10)} }`],
    ['500 repeats of one field', `{ ${'__typename '.repeat(500)} }`],
    ['more tokens than are parsed', `{ ${'shop { name } '.repeat(documentLimits.tokens)} }`],
  ])('refuse %s, quickly and without data', async (_what, query) => {
    const started = performance.now();
    const answer = await test.publicClient().send(query);

    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    // Five, and the note that there are more.
    expect(answer.errors?.length).toBeLessThanOrEqual(6);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('let an ordinary document pass', async () => {
    const answer = await test.publicClient().send(deep(2));

    expect(answer.status).toBe(200);
    expect(answer.errors).toBeUndefined();
  });

  it.each([
    'first: 101',
    'first: 0',
    'first: -1',
    'last: 101',
    'first: 1, last: 1',
    'after: "nonsense"',
  ])('refuse a page of (%s)', async (page) => {
    const answer = await test.publicClient().send(`{ products(${page}) { nodes { id } } }`);

    expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('refuse an array of operations', async () => {
    const response = await test.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });

    expect(response.statusCode).toBe(400);
  });

  it('give an unexpected error a request id and nothing else of its story', async () => {
    await test.sql('ALTER TABLE shipping_method RENAME TO hidden');

    const answer = await test.publicClient().send('{ shop { shippingMethods { code } } }');
    await test.sql('ALTER TABLE hidden RENAME TO shipping_method');

    expect(JSON.stringify(answer.errors)).not.toMatch(/shipping_method|relation|stack/);
    expect(answer.errors).toMatchObject([
      {
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) as string },
      },
    ]);
  });
});
