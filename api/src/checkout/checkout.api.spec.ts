import { createTestApp, Shopper, signInStaff, stockProducts, type TestApp } from '../testing';
import { checkoutSteps } from './domain/checkout-state';

describe('checkout', () => {
  let test: TestApp;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await createTestApp();
    ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_250, onHand: 50 },
      { sku: 'RARE', priceMinor: 900, onHand: 1 },
      { sku: 'MUG', priceMinor: 399, onHand: 50 },
    );
  });
  afterAll(() => test.close());

  const variation = (sku: string): string => ids[sku] ?? '';
  const stockOf = async (sku: string) => {
    const [row] = await test.sql<{ on_hand: number; reserved: number }>(
      'SELECT on_hand, reserved FROM variation_stock WHERE variation_id = $1',
      [variation(sku)],
    );
    return row;
  };

  it('takes a guest from cart to order', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'), 2);
    const checkout = await shopper.fillCheckout();

    const paid = await shopper.pay(checkout.id);

    expect(checkout.cost).toMatchObject({
      subtotal: { amount: '25.00' },
      total: { amount: '29.50', currencyCode: 'GBP' },
    });
    expect(paid.checkout).toMatchObject({ status: 'COMPLETED', reservedUntil: null });
    expect(paid.order?.number).toMatch(/^CW-\d+$/);
    const { cart } = await shopper.client.data<{ cart: { lines: unknown[] } }>(
      '{ cart { lines { id } } }',
    );
    expect(cart.lines).toEqual([]);
  });

  it('holds the stock from the lock on and shows until when', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('MUG'), 3);
    const { id } = await shopper.fillCheckout();

    const { checkout } = await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', {
      checkoutId: id,
    });

    expect(checkout?.status).toBe('LOCKED');
    expect(Date.parse(checkout?.reservedUntil ?? '')).toBeGreaterThan(test.clock.now().getTime());
    expect((await stockOf('MUG'))?.reserved).toBe(3);
  });

  it('gives the stock back when a locked checkout is edited, and holds it again at the next lock', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    const before = (await stockOf('POSTER'))?.reserved;
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });

    const { checkout } = await shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
      checkoutId: id,
      email: 'other@example.com',
    });

    expect(checkout).toMatchObject({ status: 'CREATED', email: 'other@example.com' });
    expect((await stockOf('POSTER'))?.reserved).toBe(before);
  });

  it('is reopened by a new start when the cart has changed since the lock, and only then', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    const start = () => shopper.checkoutCall('checkoutStart', 'CheckoutStartInput', {});

    const unchanged = await start();
    await shopper.add(variation('POSTER'));
    const changed = await start();

    expect(unchanged.checkout).toMatchObject({ id, status: 'LOCKED', lines: [{ quantity: 1 }] });
    expect(changed.checkout).toMatchObject({
      id,
      status: 'CREATED',
      reservedUntil: null,
      lines: [{ quantity: 2 }],
    });
  });

  it('expires the others when one of them cannot be expired, and says so', async () => {
    const [broken, sound] = [new Shopper(test), new Shopper(test)];
    const ids: string[] = [];
    for (const shopper of [broken, sound]) {
      await shopper.add(variation('MUG'));
      const { id } = await shopper.fillCheckout();
      await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
      ids.push(id);
    }
    await test.sql(`UPDATE stock_reservation SET quantity = 1000 WHERE checkout_id = $1`, [ids[0]]);
    test.clock.advance(16 * 60);

    await expect(test.runJob('expire-checkouts')).rejects.toThrow('1 checkouts failed.');

    const statusOf = async (id?: string) =>
      (await test.sql<{ status: string }>('SELECT status FROM checkout WHERE id = $1', [id]))[0]
        ?.status;
    expect([await statusOf(ids[0]), await statusOf(ids[1])]).toEqual(['LOCKED', 'EXPIRED']);
    await test.sql(`UPDATE stock_reservation SET quantity = 1 WHERE checkout_id = $1`, [ids[0]]);
    await test.runJob('expire-checkouts');
  });

  it('ends a lock that nobody paid, and the stock is for sale again', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('RARE'));
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    const rival = new Shopper(test);
    const refusedRival = await rival.add(variation('RARE'));

    test.clock.advance(16 * 60);
    await test.runJob('expire-checkouts');

    expect(refusedRival.userErrors).toMatchObject([
      { __typename: 'InsufficientStock', available: 0 },
    ]);
    expect((await stockOf('RARE'))?.reserved).toBe(0);
    const closed = await shopper.pay(id);
    expect(closed.userErrors).toMatchObject([{ code: 'CHECKOUT_CLOSED' }]);
  });

  it('refuses the second of two shoppers who want the last unit, and says what is left', async () => {
    const [first, second] = [new Shopper(test), new Shopper(test)];
    await first.add(variation('RARE'));
    await second.add(variation('RARE'));
    const [a, b] = [await first.fillCheckout(), await second.fillCheckout()];

    const outcomes = await Promise.all([first.pay(a.id), second.pay(b.id)]);

    expect(outcomes.filter((outcome) => outcome.order)).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => outcome.userErrors)).toMatchObject([
      { __typename: 'InsufficientStock', code: 'INSUFFICIENT_STOCK', available: 0 },
    ]);
    expect(await stockOf('RARE')).toEqual({ on_hand: 0, reserved: 0 });
  });

  it('makes one order of fifty payments at once, with and without the same key', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();

    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        shopper.pay(id, index % 2 === 0 ? { idempotencyKey: 'the-same' } : {}),
      ),
    );

    expect(outcomes.flatMap((outcome) => outcome.userErrors)).toEqual([]);
    expect(new Set(outcomes.map((outcome) => outcome.order?.id)).size).toBe(1);
    const orders = await test.sql('SELECT 1 FROM orders WHERE checkout_id = $1', [id]);
    const payments = await test.sql('SELECT 1 FROM payment WHERE checkout_id = $1', [id]);
    expect([orders.length, payments.length]).toEqual([1, 1]);
  });

  it('takes out of the cart what was bought, and keeps what was added meanwhile', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'), 2);
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    await shopper.add(variation('MUG'), 1);

    await Promise.all([shopper.pay(id), ...[1, 2, 3].map(() => shopper.add(variation('POSTER')))]);

    const { cart } = await shopper.client.data<{ cart: { lines: unknown[] } }>(
      '{ cart { lines { quantity variation { sku } } } }',
    );
    expect(cart.lines).toHaveLength(2);
    expect(cart.lines).toEqual(
      expect.arrayContaining([
        { quantity: 1, variation: { sku: 'MUG' } },
        { quantity: 3, variation: { sku: 'POSTER' } },
      ]),
    );
  });

  it('charges nothing and tells both totals when the shopper saw another one', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();

    const outcome = await shopper.pay(id, {
      expectedTotal: { amount: '1.00', currencyCode: 'GBP' },
    });

    expect(outcome.order).toBeNull();
    expect(outcome.userErrors).toMatchObject([
      { __typename: 'TotalChanged', expected: { amount: '1.00' }, actual: { amount: '17.00' } },
    ]);
    expect(await test.sql('SELECT 1 FROM payment WHERE checkout_id = $1', [id])).toEqual([]);
  });

  it('refuses a key that comes back with another input', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    await shopper.pay(id, { idempotencyKey: 'once' });

    const outcome = await shopper.pay(id, {
      idempotencyKey: 'once',
      expectedTotal: { amount: '17.00', currencyCode: 'GBP' },
    });

    expect(outcome.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('finishes a payment whose process died after writing it down', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    const paymentId = '01900000-0000-7000-8000-00000000abcd';
    await test.sql(
      `INSERT INTO payment (id, checkout_id, provider_code, state, amount_minor, currency_code, created_at, updated_at)
       VALUES ($1, $2, 'manual', 'PENDING', 1700, 'GBP', now(), now())`,
      [paymentId, id],
    );
    await test.sql(
      `UPDATE checkout SET status = 'PAYMENT_PENDING', payment_id = $1, payment_provider_code = 'manual'
       WHERE id = $2`,
      [paymentId, id],
    );

    test.clock.advance(60);
    await test.runJob('settle-stuck-payments');

    const { checkout } = await shopper.client.data<{
      checkout: { status: string; order: unknown };
    }>('query ($id: ID!) { checkout(id: $id) { status order { number } } }', { id });
    expect(checkout.status).toBe('COMPLETED');
    expect(checkout.order).not.toBeNull();
  });

  it('asks at once for everything that is missing', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const started = await shopper.checkoutCall('checkoutStart', 'CheckoutStartInput', {});

    const outcome = await shopper.pay(started.checkout?.id ?? '');

    expect(outcome.userErrors.map((error) => error.path?.[0])).toEqual([
      'email',
      'shippingAddress',
      'shippingMethodCode',
    ]);
  });

  it('names the field of an address that cannot be right', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    const address = { name: 'Sam', line1: '1 High St', city: 'Bonn', countryCode: 'DE' };

    const outcome = await shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
      checkoutId: id,
      shippingAddress: { ...address, postcode: 'abc' },
    });

    expect(outcome.userErrors).toMatchObject([
      { __typename: 'InvalidInput', path: ['shippingAddress', 'postcode'] },
    ]);
  });

  it("does not find somebody else's checkout", async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const { id } = await shopper.fillCheckout();
    const stranger = new Shopper(test);
    await stranger.add(variation('MUG'));

    const outcome = await stranger.pay(id);
    const { checkout } = await stranger.client.data<{ checkout: unknown }>(
      'query ($id: ID!) { checkout(id: $id) { id } }',
      { id },
    );

    expect(outcome.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(checkout).toBeNull();
  });

  it('takes its price from the shop at the lock, and keeps it afterwards', async () => {
    await stockProducts(test, { sku: 'FLUX', priceMinor: 500 });
    const [flux] = await test.sql<{ id: string }>(
      `SELECT id FROM product_variation WHERE sku = 'FLUX'`,
    );
    const shopper = new Shopper(test);
    await shopper.add(flux?.id ?? '');
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });

    await stockProducts(test, { sku: 'FLUX', priceMinor: 700 });

    const paid = await shopper.pay(id);
    expect(paid.checkout?.lines).toMatchObject([{ unitPrice: { amount: '5.00' } }]);
  });

  it('refuses a status that may not follow, in the database itself', async () => {
    const steps = await test.sql<{ from_status: string; to_status: string }>(
      'SELECT from_status, to_status FROM checkout_status_step ORDER BY 1, 2',
    );
    const inCode = Object.entries(checkoutSteps)
      .flatMap(([from, next]) => next.map((to) => ({ from_status: from, to_status: to })))
      .sort((a, b) =>
        `${a.from_status} ${a.to_status}` < `${b.from_status} ${b.to_status}` ? -1 : 1,
      );

    expect(steps).toEqual(inCode);
    await expect(
      test.sql(`UPDATE checkout SET status = 'CREATED' WHERE status = 'COMPLETED'`),
    ).rejects.toThrow('a checkout cannot go from COMPLETED to CREATED');
  });

  it('leaves a ledger whose sum is the level, and no reservation behind', async () => {
    const wrong = await test.sql(
      `SELECT l.variation_id FROM stock_level l
       LEFT JOIN stock_movement m USING (variation_id, location_id)
       GROUP BY l.variation_id, l.location_id, l.on_hand
       HAVING l.on_hand <> coalesce(sum(m.units), 0)`,
    );
    const orphans = await test.sql(
      `SELECT 1 FROM stock_reservation r JOIN checkout c ON c.id = r.checkout_id
       WHERE c.status IN ('COMPLETED', 'EXPIRED', 'CANCELLED', 'CREATED')`,
    );
    const staff = await signInStaff(test);
    const { stockLedger } = await staff.data<{ stockLedger: { kind: string; units: number }[] }>(
      '{ stockLedger { kind units } }',
    );

    expect(wrong).toEqual([]);
    expect(orphans).toEqual([]);
    expect(stockLedger.find((entry) => entry.kind === 'SALE')?.units).toBeLessThan(0);
  });
});
