import { onHook } from '../platform/hooks';
import { collectEverything, createTestApp } from '../testing';
import { CardShop } from './testing/card-shop';

const AT_ONCE = 50;

describe('a payment by card', () => {
  let shop: CardShop;

  beforeAll(async () => {
    shop = await CardShop.open();
  });
  afterAll(() => shop.close());

  it('is offered only where the shop has an account for it', async () => {
    const ways = '{ shop { paymentMethods { code } } }';
    const without = await createTestApp();

    expect(await shop.test.publicClient().data(ways)).toEqual({
      shop: { paymentMethods: [{ code: 'stripe' }, { code: 'manual' }] },
    });
    expect(await without.publicClient().data(ways)).toEqual({
      shop: { paymentMethods: [{ code: 'manual' }] },
    });
    await without.close();
  });

  it('asks the shopper for the card, and is an order when the shopper comes back', async () => {
    const { shopper, id, clientAction, intent } = await shop.waitingForCard();

    shop.stripe.confirm(intent);
    const back = await shopper.comesBack(id);

    expect(clientAction).toEqual({
      kind: 'CONFIRM_CARD',
      clientSecret: shop.stripe.intents.get(intent)?.client_secret,
      publishableKey: 'pk_test_double',
      message: null,
    });
    expect(back).toMatchObject({
      checkout: { status: 'COMPLETED' },
      order: { paymentStatus: 'PAID' },
      clientAction: null,
    });
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'CAPTURED' }]);
  });

  it('charges exactly what the checkout shows', async () => {
    const { id } = await shop.waitingForCard();

    expect(shop.stripe.intentsOf(id)).toMatchObject([{ amount: 1_450, currency: 'gbp' }]);
  });

  it('shows the same card form again to a shopper who reloads the page', async () => {
    const { shopper, id, clientAction } = await shop.waitingForCard();

    const again = await shopper.paysBy(id, 'stripe');

    expect(again.clientAction).toEqual(clientAction);
    expect(shop.stripe.intentsOf(id)).toHaveLength(1);
  });

  it('says why a card was declined, and takes another one', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();

    shop.stripe.confirm(intent, 'declined');
    const declined = await shopper.comesBack(id);
    shop.stripe.confirm(intent);
    const paid = await shopper.comesBack(id);

    expect(declined).toMatchObject({
      order: null,
      clientAction: { message: 'Your card was declined.' },
    });
    expect(paid.order).not.toBeNull();
    expect(shop.stripe.chargesOf(id)).toHaveLength(1);
  });

  it('waits while the bank asks the shopper', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();

    shop.stripe.confirm(intent, 'challenged');
    const asked = await shopper.comesBack(id);
    shop.stripe.confirm(intent);
    const paid = await shopper.comesBack(id);

    expect(asked).toMatchObject({ checkout: { status: 'PAYMENT_PENDING' }, order: null });
    expect(paid.order).not.toBeNull();
  });

  it('is found and made an order without the shopper coming back', async () => {
    const { id, intent } = await shop.waitingForCard();

    shop.stripe.confirm(intent);
    shop.test.clock.advance(30);
    await shop.test.runJob('settle-stuck-payments');

    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
  });

  it('is given up by the shopper, who then pays another way', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();

    const given = await shopper.givesUp(id);
    const paid = await shopper.paysBy(id, 'manual');

    expect(given.checkout?.status).toBe('LOCKED');
    expect(shop.stripe.intents.get(intent)?.status).toBe('canceled');
    expect(paid.order?.paymentStatus).toBe('PENDING');
  });

  it('is an order after all when it was paid just before it was given up', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();

    shop.stripe.confirm(intent);
    const given = await shopper.givesUp(id);

    expect(given.order?.paymentStatus).toBe('PAID');
  });

  it('gives way to another way to pay, and is cancelled at the provider', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();

    const paid = await shopper.paysBy(id, 'manual');
    await shop.test.runJob('ask-payment-providers');

    expect(paid.order?.paymentStatus).toBe('PENDING');
    expect(shop.stripe.intents.get(intent)?.status).toBe('canceled');
    expect(await shop.paymentsOf(id)).toEqual([
      { provider_code: 'stripe', state: 'ABANDONED' },
      { provider_code: 'manual', state: 'AUTHORIZED' },
    ]);
  });

  it('of a stranger is neither confirmed nor given up', async () => {
    const { id, intent } = await shop.waitingForCard();
    const stranger = shop.shopper();

    const outcomes = [await stranger.comesBack(id), await stranger.givesUp(id)];

    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: 'NOT_FOUND' },
      { code: 'NOT_FOUND' },
    ]);
    expect(shop.stripe.intents.get(intent)?.status).toBe('requires_payment_method');
  });

  it('ends when its time is over, and gives the goods back', async () => {
    const { id, intent } = await shop.waitingForCard();

    shop.test.clock.advance(16 * 60);
    await shop.test.runJob('settle-stuck-payments');

    expect(await shop.statusOf(id)).toBe('EXPIRED');
    expect(shop.stripe.intents.get(intent)?.status).toBe('canceled');
    expect(
      await shop.test.sql('SELECT 1 FROM stock_reservation WHERE checkout_id = $1', [id]),
    ).toEqual([]);
  });

  it('has more time given once, however often it is begun', async () => {
    const shopper = shop.shopper();
    const id = await shopper.goesToPay();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
    const until = async () =>
      (
        await shop.test.sql<{ until: Date }>(
          'SELECT reserved_until AS until FROM checkout WHERE id = $1',
          [id],
        )
      )[0]?.until.getTime() ?? 0;

    const locked = await until();
    shop.test.clock.advance(60);
    await shopper.paysBy(id, 'stripe');
    const paying = await until();
    await shopper.givesUp(id);
    shop.test.clock.advance(60);
    await shopper.paysBy(id, 'stripe');

    expect(paying).toBeGreaterThan(locked);
    expect(await until()).toBe(paying);
  });

  it('begun fifty times at once, with and without the same key, is one intent', async () => {
    const shopper = shop.shopper();
    const id = await shopper.goesToPay();

    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        shopper.paysBy(id, 'stripe', index % 2 === 0 ? 'the same' : `key ${index}`),
      ),
    );

    const secrets = new Set(outcomes.map(({ clientAction }) => clientAction?.clientSecret));
    expect(secrets.size).toBe(1);
    expect(shop.stripe.intentsOf(id)).toHaveLength(1);
  });

  it('confirmed fifty times at once, by client and webhook, is one order, one charge and one mail', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    const event = shop.lastEvent('payment_intent.succeeded');

    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        index % 2 === 0 ? shopper.comesBack(id) : shop.works({ ...event, id: `evt_${index}` }),
      ),
    );
    await shop.test.runJob('handle-provider-events');

    const orders = new Set(outcomes.flatMap((outcome) => (outcome ? [outcome.order?.id] : [])));
    expect(orders.size).toBe(1);
    expect(await shop.ordersOf(id)).toHaveLength(1);
    expect(shop.stripe.chargesOf(id)).toHaveLength(1);
    const placed = await shop.test.sql(
      `SELECT 1 FROM event_log e JOIN orders o ON o.id = e.aggregate_id WHERE o.checkout_id = $1 AND type = 'PLACED'`,
      [id],
    );
    expect(placed).toHaveLength(1);
    await collectEverything(shop.test);
    const mails = await shop.test.sql(
      `SELECT 1 FROM message m JOIN orders o ON o.id = m.order_id
       WHERE o.checkout_id = $1 AND template = 'ORDER_PLACED'`,
      [id],
    );
    expect(mails).toHaveLength(1);
  });

  it.each(['payment:asked', 'order:written', 'checkout:committed'] as const)(
    'is one order when its webhook is worked on just as the shopper passes %s',
    async (point) => {
      const { shopper, id, intent } = await shop.waitingForCard();
      shop.stripe.confirm(intent);
      let working: Promise<void> | undefined;
      const stop = onHook(async (passed) => {
        if (passed !== point || working) return;
        working = shop.works(shop.lastEvent('payment_intent.succeeded'));
        // Where the shopper's transaction holds the checkout, the rival can only wait for it.
        if (point !== 'order:written') await working;
      });

      const back = await shopper.comesBack(id);
      stop();
      await working;

      expect(back.order?.paymentStatus).toBe('PAID');
      expect(await shop.ordersOf(id)).toHaveLength(1);
      expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'CAPTURED' }]);
    },
  );

  it('that was declined is told to be so to whoever repeats the same request', async () => {
    const { shopper, id } = await shop.waitingForCard();
    await shopper.givesUp(id);
    await shopper.paysBy(id, 'stripe', 'one');
    await shopper.givesUp(id);

    const again = await shopper.paysBy(id, 'stripe', 'one');
    const anew = await shopper.paysBy(id, 'stripe', 'two');

    expect(again.userErrors).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    expect(anew.clientAction).not.toBeNull();
  });

  it('paid by invoice fifty times at once is one order and one payment', async () => {
    const shopper = shop.shopper();
    const id = await shopper.goesToPay();

    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        shopper.paysBy(id, 'manual', index % 2 === 0 ? 'the same' : `key ${index}`),
      ),
    );

    expect(new Set(outcomes.map(({ order }) => order?.id)).size).toBe(1);
    expect(await shop.paymentsOf(id)).toHaveLength(1);
  });
});

describe('a payment by card that is captured later', () => {
  let shop: CardShop;

  beforeAll(async () => {
    shop = await CardShop.open({ capture: 'LATER' });
  });
  afterAll(() => shop.close());

  it('is promised when the order is placed, and taken when staff say so', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);

    const { order } = await shopper.comesBack(id);
    const promised = await shop.paymentsOf(id);
    const captured = await shop.test.app.modules.payments.captures.run(order?.id ?? '');

    expect(order?.paymentStatus).toBe('AUTHORIZED');
    expect(promised).toEqual([{ provider_code: 'stripe', state: 'AUTHORIZED' }]);
    expect(captured.ok).toBe(true);
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'CAPTURED' }]);
    expect(shop.stripe.intents.get(intent)?.amount_received).toBe(1_450);
  });

  it('is less than was promised when less is taken at the provider itself', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    const { order } = await shopper.comesBack(id);

    shop.stripe.capture(intent, 1_000);
    await shop.works(shop.lastEvent('payment_intent.succeeded'));

    const [payment] = await shop.test.sql(
      'SELECT state, captured_minor FROM payment WHERE order_id = $1',
      [order?.id],
    );
    expect(payment).toEqual({ state: 'CAPTURED', captured_minor: '1000' });
    expect(await shop.alerts()).toEqual([]);
  });

  it('is given up at the provider when the order is cancelled', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent);
    const { order } = await shopper.comesBack(id);
    const { payments } = shop.test.app.modules.payments;
    await shop.test.app.platform.transactions.run(async (tx) => {
      await payments.void(tx, order?.id ?? '');
      return { ok: true, value: null, warnings: [] };
    });

    await shop.test.runJob('ask-payment-providers');

    expect(shop.stripe.intents.get(intent)?.status).toBe('canceled');
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'VOIDED' }]);
  });
});
