import { getIntrospectionQuery } from 'graphql';

import { createTestApp, signInStaff, type TestApp } from '../../testing';
import { hashOfDocument } from '../operations/operation-manifest';
import { documentLimits } from './limits';

const GUESS =
  'sessionCreate(input: { email: "a@b.example", password: "x" }) { session { accessToken } }';

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
    ['11 repeats of one field', `{ shop { ${'name '.repeat(11)} } }`],
    [
      '11 root fields',
      `{ ${Array.from({ length: 11 }, (_, i) => (i < 6 ? `a${i}: shop { name }` : `b${i}: cart { id }`)).join(' ')} }`,
    ],
    [
      'root fields hidden in a fragment',
      `{ ...f } fragment f on Query { ${Array.from({ length: 11 }, (_, i) => `a${i}: cart { id }`).join(' ')} }`,
    ],
    [
      '31 fragments',
      `{ ...f0 } ${Array.from({ length: 31 }, (_, i) => `fragment f${i} on Query { ${i < 30 ? `...f${i + 1}` : '__typename'} }`).join(' ')}`,
    ],
    [
      'five lists of a hundred in each other',
      `{ products(first: 100) { nodes { collections { products(first: 100) { nodes { id } } } } } }`,
    ],
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

  it.each([
    ['two guesses at a password', `a: ${GUESS} b: ${GUESS}`],
    [
      'a guess beside something else',
      `cartLinesRemove(input: { lineIds: [] }) { __typename } ${GUESS}`,
    ],
    [
      'a guess hidden in fragments',
      `...g ...h } fragment g on Mutation { a: ${GUESS} } fragment h on Mutation { b: ${GUESS}`,
    ],
  ])('refuse %s in one request', async (_what, fields) => {
    const answer = await test.publicClient().send(`mutation { ${fields} }`);

    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe(
      'sessionCreate must be the only field of its request.',
    );
  });

  it('do not bind what an app of ours sends', async () => {
    const beyond = `{ ${aliases} }`;
    await test.app.platform.trustedOperations.register([
      {
        app: 'storefront',
        contract: 'public',
        version: '1',
        operations: [{ id: hashOfDocument(beyond), name: 'Beyond', body: beyond }],
      },
    ]);

    const answer = await test.publicClient().send(beyond);

    expect(answer.errors).toBeUndefined();
    expect((await test.publicClient().send(`${beyond} `)).status).toBe(400);
  });

  it('hold for what an operation costs, also where variables say how much', async () => {
    const list = `query ($n: Int) { products(first: $n) { nodes { variations { id product { id } } } } }`;

    const cheap = await test.publicClient().send(list, { n: 10 });
    const dear = await test.publicClient().send(list, { n: 100 });

    expect(cheap.errors).toBeUndefined();
    expect([dear.status, dear.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(dear.errors?.[0]?.message).toContain('1000 at most');
  });

  it('allow the holder of a key to ask for more, and for the contract', async () => {
    const owner = await signInStaff(test);
    const { apiKeyCreate } = await owner.data<{ apiKeyCreate: { secret: string } }>(
      'mutation { apiKeyCreate(input: { name: "Feed", scopes: [] }) { secret } }',
    );
    const client = test.publicClient();
    client.accessToken = apiKeyCreate.secret;
    const list = `{ products(first: 100) { nodes { variations { id product { id } } } } }`;

    expect((await client.send(list)).errors).toBeUndefined();
    expect((await client.send(getIntrospectionQuery())).errors).toBeUndefined();
    expect((await test.publicClient().send(getIntrospectionQuery())).status).toBe(400);
  });

  it('let an ordinary document pass', async () => {
    const answer = await test.publicClient().send(deep(1));

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
