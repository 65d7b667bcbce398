import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';

describe('the steps of a checkout', () => {
  let test: TestApp;
  let poster: string;

  beforeAll(async () => {
    test = await createTestApp();
    poster = (await stockProducts(test, { sku: 'POSTER' }))['POSTER'] ?? '';
  });
  afterAll(() => test.close());

  const historyOf = async (id: string): Promise<string[]> =>
    (
      await test.sql<{ status: string }>(
        'SELECT status FROM checkout_history WHERE checkout_id = $1 ORDER BY id',
        [id],
      )
    ).map((row) => row.status);
  const filled = async (): Promise<string> => {
    const shopper = new Shopper(test);
    await shopper.add(poster);
    return (await shopper.fillCheckout()).id;
  };
  const move = (id: string, status: string, passing: readonly string[]) =>
    test.sql(
      `UPDATE checkout SET status = $2, passing = $3, quote = '{}', order_id = gen_random_uuid() WHERE id = $1`,
      [id, status, passing],
    );

  it('are all remembered when a purchase takes them at once', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster);
    const { id } = await shopper.fillCheckout();

    await shopper.pay(id);

    expect(await historyOf(id)).toEqual([
      'CREATED',
      'LOCKED',
      'PAYMENT_PENDING',
      'PAYMENT_CONFIRMED',
      'ORDER_CREATED',
      'COMPLETED',
    ]);
  });

  it('are each checked by the database, also in the midst of several', async () => {
    const id = await filled();

    await expect(
      move(id, 'COMPLETED', ['LOCKED', 'PAYMENT_PENDING', 'ORDER_CREATED']),
    ).rejects.toThrow('a checkout cannot go from PAYMENT_PENDING to ORDER_CREATED');
    await expect(move(id, 'COMPLETED', [])).rejects.toThrow(
      'a checkout cannot go from CREATED to COMPLETED',
    );

    expect(await historyOf(id)).toEqual(['CREATED']);
  });

  it('may lead back to where they began, and are remembered then as well', async () => {
    const id = await filled();

    await move(id, 'CREATED', ['LOCKED']);

    expect(await historyOf(id)).toEqual(['CREATED', 'LOCKED', 'CREATED']);
  });

  it('cannot be named without being taken', async () => {
    const id = await filled();

    await expect(
      test.sql(`UPDATE checkout SET passing = '{LOCKED}' WHERE id = $1`, [id]),
    ).rejects.toThrow('checkout_passing_check');
  });
});
