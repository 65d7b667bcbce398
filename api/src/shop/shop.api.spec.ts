import { createTestApp, type TestApp } from '../testing';

describe('the shop', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('tells strangers its name, its currency and where it ships to', async () => {
    const { shop } = await test
      .publicClient()
      .data<{ shop: Record<string, unknown> }>(
        '{ shop { name currencyCode pricesIncludeTax countries { code name } } }',
      );

    expect(shop).toMatchObject({ name: 'My shop', currencyCode: 'GBP', pricesIncludeTax: true });
    expect(shop['countries']).toContainEqual({ code: 'DE', name: 'Germany' });
  });

  it('refuses an unsigned question on the full graph without telling anything about it', async () => {
    const answer = await test.adminClient().send('{ shop { name } nonsense }');

    expect(answer.status).toBe(401);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
