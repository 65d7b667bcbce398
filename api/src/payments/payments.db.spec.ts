import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';
import { type PaymentState, paymentSteps } from './domain/payment-state';

const TOTAL = 1_450n;
const AT_ONCE = 10;

describe('the payments of an order', () => {
  let test: TestApp;
  let poster: string;

  beforeAll(async () => {
    test = await createTestApp();
    poster = (await stockProducts(test, { sku: 'POSTER' }))['POSTER'] ?? '';
  });
  afterAll(() => test.close());

  /** An order whose money has arrived. */
  const paidOrder = async (): Promise<string> => {
    const { id } = await new Shopper(test).buy(poster);
    await inTransaction((payments, tx) => payments.capture(tx, id));
    return id;
  };
  type Work = (
    payments: TestApp['app']['modules']['payments']['payments'],
    tx: Parameters<Parameters<TestApp['app']['platform']['transactions']['run']>[0]>[0],
  ) => Promise<unknown>;
  const inTransaction = (work: Work) =>
    test.app.platform.transactions.run(async (tx) => {
      const value = await work(test.app.modules.payments.payments, tx);
      return { ok: true, value, warnings: [] };
    });
  const refund = (orderId: string, refundId: string, amountMinor: bigint) =>
    inTransaction((payments, tx) => payments.refund(tx, { orderId, refundId, amountMinor }));
  const totals = async (orderId: string) =>
    (await test.app.modules.payments.payments.ofOrders([orderId])).get(orderId);
  const ids = Array.from(
    { length: AT_ONCE },
    (_, index) => `01900000-0000-7000-8000-0000000000${index + 10}`,
  );

  it('are refunded in parts, and say what is left', async () => {
    const order = await paidOrder();

    await refund(order, ids[0] ?? '', 450n);

    expect(await totals(order)).toMatchObject({
      capturedMinor: TOTAL,
      refundedMinor: 450n,
      refundableMinor: 1_000n,
      pendingRefundMinor: 0n,
    });
  });

  it('are not refunded twice under one name', async () => {
    const order = await paidOrder();

    const twice = [await refund(order, order, 450n), await refund(order, order, 450n)];

    expect(twice[1]).toEqual(twice[0]);
    expect(await totals(order)).toMatchObject({ refundedMinor: 450n });
  });

  it('never give back more than was captured, however many refund at once', async () => {
    const order = await paidOrder();

    const outcomes = await Promise.allSettled(
      ids.map((id, index) => refund(order, `${id.slice(0, -4)}1${index}00`, 300n)),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(await totals(order)).toMatchObject({ refundedMinor: 1_200n, refundableMinor: 250n });
  });

  it('are kept from it by the database itself', async () => {
    const order = await paidOrder();
    const tooMuch = test.sql(
      `INSERT INTO refund (id, refund_id, payment_id, amount_minor, state, created_at, updated_at)
       SELECT gen_random_uuid(), gen_random_uuid(), id, captured_minor + 1, 'DONE', now(), now()
       FROM payment WHERE order_id = $1`,
      [order],
    );

    await expect(tooMuch).rejects.toThrow('payment_refunded');
  });

  it('take only the steps that the code knows, as the database sees it', async () => {
    const rows = await test.sql<{ from_state: string; to_state: string }>(
      'SELECT from_state, to_state FROM payment_state_step',
    );
    const known = (Object.keys(paymentSteps) as PaymentState[]).flatMap((from) =>
      paymentSteps[from].map((to) => ({ from_state: from, to_state: to })),
    );

    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set(known.map((row) => JSON.stringify(row))),
    );
  });

  it('refuse every other step', async () => {
    const order = await paidOrder();

    await expect(
      test.sql(`UPDATE payment SET state = 'AUTHORIZED' WHERE order_id = $1`, [order]),
    ).rejects.toThrow('a payment cannot go from CAPTURED to AUTHORIZED');
  });

  it('may not be money without an order or a reason to go back', async () => {
    const orphan = test.sql(
      `INSERT INTO payment (id, checkout_id, provider_code, state, amount_minor, captured_minor, currency_code,
         created_at, updated_at)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'stripe', 'CAPTURED', 100, 100, 'GBP', now(), now())`,
    );

    await expect(orphan).rejects.toThrow('payment_is_kept_for_an_order');
  });
});
