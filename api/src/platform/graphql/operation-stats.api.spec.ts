import { createTestApp, type TestApp } from '../../testing';

interface Stats {
  readonly cost: number;
  readonly statements: number;
  readonly milliseconds: number;
}

async function ask(test: TestApp, query: string, headers: Record<string, string> = {}) {
  const response = await test.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ query }),
  });
  return response.json<{ data: unknown; extensions?: { stats?: Stats; cost?: number } }>();
}

describe('what an operation took', () => {
  it('is part of each answer where developers ask for it, for each request on its own', async () => {
    const test = await createTestApp({ operations: { manifests: [], developmentStats: true } });

    const [list, nothing] = await Promise.all([
      ask(test, '{ products(first: 3) { totalCount nodes { id } } }'),
      ask(test, '{ __typename }'),
    ]);
    await test.close();

    expect(list.extensions?.stats).toMatchObject({ cost: 4 });
    expect(list.extensions?.stats?.statements).toBeGreaterThanOrEqual(2);
    expect(list.extensions?.stats?.milliseconds).toBeGreaterThan(0);
    expect(nothing.extensions?.stats).toMatchObject({ cost: 0, statements: 0 });
  });

  it('is nobody’s business otherwise, but for the cost, which whoever asks is told', async () => {
    const test = await createTestApp();

    const silent = await ask(test, '{ cart { id } }');
    const told = await ask(test, '{ cart { id } }', { 'x-show-cost': '1' });
    await test.close();

    expect(silent.extensions).toBeUndefined();
    expect(told.extensions).toEqual({ cost: 1 });
  });
});
