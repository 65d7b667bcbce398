import type { PaymentOutcome, PaymentProvider } from '../payments';
import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';

/** The provider the shop has, to be told how to answer. */
function theProvider({ app }: TestApp): {
  -readonly [K in keyof PaymentProvider]: PaymentProvider[K];
} {
  const resolvers = app.modules.all.flatMap((module) => module.resolvers);
  const shop = resolvers.find(({ constructor }) => constructor.name === 'ShopPaymentsResolver');
  const [provider] = (shop as { readonly providers: readonly PaymentProvider[] }).providers;
  if (!provider) throw new Error('The shop has no way to pay.');
  return provider;
}

describe.each([
  ['at once', true],
  ['over a network', false],
])('a payment whose provider answers %s', (_how, answersAtOnce) => {
  let test: TestApp;
  let poster: string;
  let provider: ReturnType<typeof theProvider>;

  beforeAll(async () => {
    test = await createTestApp();
    poster = (await stockProducts(test, { sku: 'POSTER', onHand: 50 }))['POSTER'] ?? '';
    provider = theProvider(test);
    provider.answersAtOnce = answersAtOnce;
  });
  afterAll(() => test.close());

  const answering = (outcome: PaymentOutcome): void => {
    provider.authorize = () => Promise.resolve(outcome);
  };
  const paymentsOf = (checkoutId: string) =>
    test.sql<{ state: string; order_id: string | null }>(
      'SELECT state, order_id FROM payment WHERE checkout_id = $1 ORDER BY id',
      [checkoutId],
    );
  const reserved = async (): Promise<number | undefined> =>
    (
      await test.sql<{ reserved: number }>(
        'SELECT reserved FROM variation_stock WHERE variation_id = $1',
        [poster],
      )
    )[0]?.reserved;

  it('becomes an order with its payment and its history', async () => {
    answering({ kind: 'authorized' });
    const shopper = new Shopper(test);
    await shopper.add(poster);
    const { id } = await shopper.fillCheckout();

    const { checkout, order } = await shopper.pay(id);

    expect(checkout).toMatchObject({ status: 'COMPLETED', reservedUntil: null });
    expect(await paymentsOf(id)).toEqual([{ state: 'AUTHORIZED', order_id: order?.id }]);
    const history = await test.sql(
      'SELECT status FROM checkout_history WHERE checkout_id = $1 ORDER BY id',
      [id],
    );
    expect(history.slice(1)).toEqual(
      ['LOCKED', 'PAYMENT_PENDING', 'PAYMENT_CONFIRMED', 'ORDER_CREATED', 'COMPLETED'].map(
        (status) => ({ status }),
      ),
    );
  });

  it('that is declined keeps the stock for the shopper, who may pay another way', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster);
    const { id } = await shopper.fillCheckout();

    answering({ kind: 'declined', message: 'The card is blocked.' });
    const declined = await shopper.pay(id);
    const held = await reserved();
    answering({ kind: 'captured' });
    const paid = await shopper.pay(id);

    expect(declined.userErrors).toMatchObject([
      { code: 'PAYMENT_DECLINED', message: 'The card is blocked.' },
    ]);
    expect(held).toBe(1);
    expect(paid.order).not.toBeNull();
    expect(await reserved()).toBe(0);
    expect(await paymentsOf(id)).toEqual([
      { state: 'DECLINED', order_id: null },
      { state: 'CAPTURED', order_id: paid.order?.id },
    ]);
  });

  it('declines a locked checkout without unlocking it', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster);
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    answering({ kind: 'declined', message: 'No.' });

    await shopper.pay(id);

    const rows = await test.sql('SELECT status, passing FROM checkout WHERE id = $1', [id]);
    expect(rows).toEqual([{ status: 'LOCKED', passing: null }]);
  });
});
