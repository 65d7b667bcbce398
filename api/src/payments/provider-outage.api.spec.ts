import { eventually } from '../testing';
import { CardShop } from './testing/card-shop';

const TIMEOUT_MS = 300;

describe('a card provider that', () => {
  let shop: CardShop;

  beforeEach(async () => {
    shop = await CardShop.open({ timeoutMs: TIMEOUT_MS });
  });
  afterEach(() => shop.close());

  const openTransactions = async (): Promise<number> => {
    const [row] = await shop.test.sql<{ open: number }>(
      `SELECT count(*)::int AS open FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
         AND backend_type = 'client backend'`,
    );
    return row?.open ?? 0;
  };
  const toPay = async () => {
    const shopper = shop.shopper();
    return { shopper, id: await shopper.goesToPay() };
  };

  it('hangs is waited for so long and no longer, with no transaction open', async () => {
    const { shopper, id } = await toPay();
    shop.stripe.break('create', 'hang');

    const began = performance.now();
    const paying = shopper.paysBy(id, 'stripe');
    await eventually(() => shop.stripe.requests.length === 1);
    const open = await openTransactions();
    const paid = await paying;

    expect(open).toBe(0);
    expect(paid.userErrors).toMatchObject([{ code: 'PAYMENT_UNAVAILABLE' }]);
    expect(performance.now() - began).toBeLessThan(TIMEOUT_MS * 5);
    expect(await shop.statusOf(id)).toBe('PAYMENT_PENDING');
  });

  it.each(['hang', 'fail', 'drop'] as const)(
    'may %s is asked again with the same key, and takes the money once',
    async (fault) => {
      const { shopper, id } = await toPay();
      shop.stripe.break('create', fault, 1);

      const failed = await shopper.paysBy(id, 'stripe', 'one');
      const again = await shopper.paysBy(id, 'stripe', 'one');
      shop.stripe.confirm(shop.intentOf(id));
      const back = await shopper.comesBack(id);

      expect(failed.userErrors).toMatchObject([{ code: 'PAYMENT_UNAVAILABLE' }]);
      expect(again.clientAction).not.toBeNull();
      expect(back.order?.paymentStatus).toBe('PAID');
      expect(shop.stripe.intentsOf(id)).toHaveLength(1);
      const keys = shop.stripe.requests.flatMap(({ key }) => key ?? []);
      expect(new Set(keys).size).toBe(1);
    },
  );

  it('is down leaves the shopper the choice of another way to pay', async () => {
    const { shopper, id } = await toPay();
    shop.stripe.break('create', 'fail');

    await shopper.paysBy(id, 'stripe');
    const paid = await shopper.paysBy(id, 'manual');

    expect(paid.order).not.toBeNull();
    expect(shop.stripe.chargesOf(id)).toEqual([]);
  });

  it('is down is left alone after five failures, and asked again later', async () => {
    shop.stripe.break('create', 'fail');
    for (let failures = 0; failures < 5; failures += 1) {
      const { shopper, id } = await toPay();
      await shopper.paysBy(id, 'stripe');
    }
    const asked = shop.stripe.requests.length;

    const { shopper, id } = await toPay();
    const refused = await shopper.paysBy(id, 'stripe');

    expect(refused.userErrors).toMatchObject([{ code: 'PAYMENT_UNAVAILABLE' }]);
    expect(shop.stripe.requests).toHaveLength(asked);
  });

  it('lost the answer is asked by a job what became of the payment', async () => {
    const { id } = await shop.waitingForCard();
    shop.stripe.confirm(shop.intentOf(id));
    shop.stripe.break('retrieve', 'hang', 1);

    shop.test.clock.advance(30);
    await shop.test.runJob('settle-stuck-payments');
    const unknown = await shop.ordersOf(id);
    await shop.test.runJob('settle-stuck-payments');

    expect(unknown).toEqual([]);
    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
  });

  it('is down keeps what it told for later', async () => {
    const { id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    shop.stripe.break('retrieve', 'fail', 1);

    await shop.works(shop.lastEvent('payment_intent.succeeded'));
    const unknown = await shop.ordersOf(id);
    shop.test.clock.advance(10);
    await shop.test.runJob('handle-provider-events');

    expect(unknown).toEqual([]);
    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
  });

  it('drops the answer to a refund gives the money back once', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    const { order } = await shopper.comesBack(id);
    await refund(order?.id ?? '', 1_450n);
    shop.stripe.break('refund', 'drop', 1);

    await shop.test.runJob('ask-payment-providers');
    const pending = await refundStates();
    shop.test.clock.advance(3_600);
    await shop.test.runJob('ask-payment-providers');

    expect(pending).toEqual([{ state: 'PENDING' }]);
    expect(await refundStates()).toEqual([{ state: 'DONE' }]);
    expect(shop.stripe.refunds.size).toBe(1);
  });

  it('cannot give the money back leaves it with the order, and says so', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    const { order } = await shopper.comesBack(id);
    shop.stripe.refundsBecome = 'pending';
    await refund(order?.id ?? '', 450n);
    await shop.test.runJob('ask-payment-providers');
    const [told] = shop.stripe.refunds.values();

    await shop.works(shop.stripe.eventOf('refund.failed', { ...told, status: 'failed' }));

    expect(await refundStates()).toEqual([{ state: 'FAILED' }]);
    expect(await shop.alerts()).toEqual([{ kind: 'REFUND_FAILED' }]);
    const [payment] = await shop.test.sql(
      'SELECT captured_minor, refunded_minor, state FROM payment WHERE order_id = $1',
      [order?.id],
    );
    expect(payment).toEqual({ captured_minor: '1450', refunded_minor: '0', state: 'CAPTURED' });
  });

  it('gave money back by itself is noticed', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    await shopper.comesBack(id);

    await shop.works(
      shop.stripe.eventOf('refund.created', {
        object: 'refund',
        id: 're_by_hand',
        payment_intent: intent,
        status: 'succeeded',
        metadata: {},
      }),
    );

    expect(await shop.alerts()).toEqual([{ kind: 'FOREIGN_REFUND' }]);
  });

  const refundStates = () => shop.test.sql('SELECT state FROM refund');
  const refund = async (orderId: string, amountMinor: bigint): Promise<void> => {
    const { payments } = shop.test.app.modules.payments;
    await shop.test.app.platform.transactions.run(async (tx) => {
      await payments.refund(tx, { orderId, refundId: orderId, amountMinor });
      return { ok: true, value: null, warnings: [] };
    });
  };
});
