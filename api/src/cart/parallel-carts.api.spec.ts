import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';

describe('a cart that several tabs change at once', () => {
  let test: TestApp;
  let poster: string;

  beforeAll(async () => {
    test = await createTestApp();
    poster = (await stockProducts(test, { sku: 'POSTER', onHand: 1_000 }))['POSTER'] ?? '';
  });
  afterAll(() => test.close());

  it('is made once, with what every first addition wanted', async () => {
    const shopper = new Shopper(test);
    shopper.client.cartToken = 'a token that no cart has yet';

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        shopper.mutate<{ userErrors: []; cart: { id: string } }>(
          'cartLinesAdd',
          'CartLinesAddInput',
          'cart { id }',
          { lines: [{ variationId: poster, quantity: 1 }] },
        ),
      ),
    );

    expect(new Set(outcomes.map(({ cart }) => cart.id)).size).toBe(1);
    const { cart } = await shopper.client.data('{ cart { version totalQuantity } }');
    expect(cart).toEqual({ version: 20, totalQuantity: 20 });
  });

  it('tells each change the state that it left behind', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        shopper.mutate<{ userErrors: []; cart: { version: number; totalQuantity: number } }>(
          'cartLinesAdd',
          'CartLinesAddInput',
          'cart { version totalQuantity }',
          { lines: [{ variationId: poster, quantity: 1 }] },
        ),
      ),
    );

    const seen = outcomes.map(({ cart }) => cart).sort((a, b) => a.version - b.version);
    expect(seen).toEqual(
      Array.from({ length: 10 }, (_, index) => ({ version: index + 2, totalQuantity: index + 2 })),
    );
  });

  it('has one checkout, however often it is started', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        shopper.checkoutCall('checkoutStart', 'CheckoutStartInput', {}),
      ),
    );

    expect(new Set(outcomes.map(({ checkout }) => checkout?.id)).size).toBe(1);
    const [row] = await test.sql<{ steps: number }>(
      `SELECT count(*)::int AS steps FROM checkout_history h
       WHERE NOT EXISTS (SELECT 1 FROM checkout k WHERE k.id = h.checkout_id)`,
    );
    expect(row).toEqual({ steps: 0 });
  });
});
