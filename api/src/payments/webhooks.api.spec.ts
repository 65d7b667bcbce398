import { signInStaff, stockProducts } from '../testing';
import { CardShop } from './testing/card-shop';

const inbox = 'SELECT state FROM provider_event WHERE event_id = $1';

describe('what the card provider tells', () => {
  let shop: CardShop;

  beforeAll(async () => {
    shop = await CardShop.open();
  });
  afterAll(() => shop.close());

  /** A checkout whose card has been charged, and the event that tells of it. */
  const charged = async (variationId?: string) => {
    const waiting = await shop.waitingForCard(variationId);
    shop.stripe.confirm(waiting.intent);
    return { ...waiting, event: shop.lastEvent('payment_intent.succeeded') };
  };
  const states = (eventId: string) => shop.test.sql(inbox, [eventId]);
  const alertsDuring = async (work: () => Promise<void>): Promise<string[]> => {
    const before = await shop.alerts();
    await work();
    return (await shop.alerts()).slice(before.length).map(({ kind }) => kind);
  };
  /** The same event, about something that was changed on the way. */
  const about = (event: { data: { object: object } }, changes: object) =>
    shop.stripe.eventOf('payment_intent.succeeded', { ...event.data.object, ...changes });

  it('is refused with a wrong signature, and nothing is kept of it', async () => {
    const { id, event } = await charged();

    const status = await shop.hears(event, shop.stripe.signed(event, new Date(), 'whsec_other'));

    expect(status).toBe(400);
    expect(await states(event.id)).toEqual([]);
    expect(await shop.ordersOf(id)).toEqual([]);
  });

  it('is refused when one byte of it was changed', async () => {
    const { event } = await charged();
    const { body, signature } = shop.stripe.signed(event);

    expect(await shop.hears(event, { body: `${body} `, signature })).toBe(400);
  });

  it('is refused when it was signed more than five minutes ago', async () => {
    const { event } = await charged();
    const [early, late] = [290, 301].map((seconds) => new Date(Date.now() - seconds * 1_000));

    expect(await shop.hears(event, shop.stripe.signed(event, late))).toBe(400);
    expect(await shop.hears(event, shop.stripe.signed(event, early))).toBe(200);
  });

  it('is acknowledged at once and worked on afterwards', async () => {
    const { id, event } = await charged();

    expect(await shop.hears(event)).toBe(200);
    expect(await states(event.id)).toEqual([{ state: 'NEW' }]);
    expect(await shop.ordersOf(id)).toEqual([]);

    await shop.test.runJob('handle-provider-events');
    expect(await states(event.id)).toEqual([{ state: 'DONE' }]);
    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
  });

  it('makes the order before the shopper comes back, who then finds it', async () => {
    const { shopper, id, event } = await charged();

    await shop.works(event);
    const back = await shopper.comesBack(id);

    expect(back).toMatchObject({
      checkout: { status: 'COMPLETED' },
      order: { paymentStatus: 'PAID' },
    });
    expect(await shop.ordersOf(id)).toHaveLength(1);
  });

  it('has one effect when it is sent five times', async () => {
    const { id, event } = await charged();

    for (let times = 0; times < 5; times += 1) {
      expect(await shop.hears(event)).toBe(200);
      await shop.test.runJob('handle-provider-events');
    }

    expect(await states(event.id)).toEqual([{ state: 'DONE' }]);
    expect(await shop.ordersOf(id)).toHaveLength(1);
    expect(await shop.paymentsOf(id)).toHaveLength(1);
  });

  it('has the same effect in whatever order it comes', async () => {
    const { id, intent } = await shop.waitingForCard();
    shop.stripe.confirm(intent, 'declined');
    shop.stripe.confirm(intent);
    const told = shop.stripe.events.filter((event) => JSON.stringify(event.data).includes(intent));

    for (const event of told.toReversed()) await shop.works(event);

    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'CAPTURED' }]);
  });

  it.each([
    ['another amount', { amount: 1 }],
    ['another currency', { currency: 'usd' }],
  ])('is held for a person to look at when it tells of %s', async (_what, changes) => {
    const { id, event } = await charged();
    const wrong = about(event, changes);

    const alerts = await alertsDuring(() => shop.works(wrong));

    expect(alerts).toEqual(['WRONG_AMOUNT']);
    expect(await states(wrong.id)).toEqual([{ state: 'HELD' }]);
    expect(await shop.ordersOf(id)).toEqual([]);
  });

  it('is held when the provider itself has taken another amount', async () => {
    const { shopper, id, event, intent } = await charged();
    const taken = shop.stripe.intents.get(intent);
    if (taken) taken.amount_received = 100;

    const alerts = await alertsDuring(() => shop.works(event));

    expect(alerts).toEqual(['WRONG_AMOUNT']);
    expect(await shop.ordersOf(id)).toEqual([]);
    expect((await shopper.comesBack(id)).userErrors).toMatchObject([
      { code: 'PAYMENT_UNAVAILABLE' },
    ]);
  });

  it('is held when it names the payment of another purchase', async () => {
    const [one, other] = [await charged(), await shop.waitingForCard()];
    const { metadata } = shop.stripe.intents.get(other.intent) ?? {};
    const wrong = about(one.event, { metadata });

    const alerts = await alertsDuring(() => shop.works(wrong));

    expect(alerts).toEqual(['UNKNOWN_PAYMENT']);
    expect(await shop.ordersOf(other.id)).toEqual([]);
  });

  it('is shown to staff when it is held, until somebody has looked at it', async () => {
    const staff = await signInStaff(shop.test);
    const listed = () =>
      staff.data<{ paymentAlerts: { id: string; kind: string }[] }>(
        '{ paymentAlerts(first: 100) { id kind } }',
      );
    const { paymentAlerts } = await listed();

    await staff.data(
      `mutation ($input: PaymentAlertResolveInput!) {
         paymentAlertResolve(input: $input) { paymentAlert { resolvedBy } } }`,
      { input: { id: paymentAlerts[0]?.id } },
    );

    expect(paymentAlerts.map(({ kind }) => kind)).toContain('WRONG_AMOUNT');
    expect((await listed()).paymentAlerts).toEqual(paymentAlerts.slice(1));
  });

  it('is acknowledged and left alone when it is of no concern', async () => {
    const events = [
      shop.stripe.eventOf('customer.created', { object: 'customer', id: 'cus_1' }),
      shop.stripe.eventOf('payment_intent.succeeded', {
        object: 'payment_intent',
        id: 'pi_of_another_system',
        amount: 1,
        currency: 'gbp',
        metadata: {},
      }),
    ];

    for (const event of events) {
      expect(await shop.hears(event)).toBe(200);
      await shop.test.runJob('handle-provider-events');
      expect(await states(event.id)).toEqual([{ state: 'IGNORED' }]);
    }
  });

  it('takes an expired checkout up again while the goods are there', async () => {
    const { id, intent } = await shop.waitingForCard();
    shop.stripe.break('cancel', 'fail');
    shop.test.clock.advance(16 * 60);
    await shop.test.runJob('settle-stuck-payments');
    expect(await shop.statusOf(id)).toBe('EXPIRED');
    shop.stripe.heal();

    shop.stripe.confirm(intent);
    await shop.works(shop.lastEvent('payment_intent.succeeded'));

    expect(await shop.statusOf(id)).toBe('COMPLETED');
    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PAID' }]);
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'CAPTURED' }]);
  });

  it('sends the money back, with a notice, when the goods were sold meanwhile', async () => {
    const { LAST: last = '' } = await stockProducts(shop.test, { sku: 'LAST', onHand: 1 });
    const { id, intent } = await shop.waitingForCard(last);
    shop.stripe.break('cancel', 'fail');
    shop.test.clock.advance(16 * 60);
    await shop.test.runJob('settle-stuck-payments');
    shop.stripe.heal();
    await shop.shopper(last).buy(last);

    shop.stripe.confirm(intent);
    const event = shop.lastEvent('payment_intent.succeeded');
    const alerts = await alertsDuring(async () => {
      await shop.works(event);
      await shop.works({ ...event, id: 'evt_again' });
    });
    await shop.test.runJob('ask-payment-providers');
    await shop.test.runJob('ask-payment-providers');

    expect(await shop.ordersOf(id)).toEqual([]);
    expect(alerts).toEqual(['MONEY_RETURNED']);
    expect(await shop.paymentsOf(id)).toEqual([{ provider_code: 'stripe', state: 'REFUNDED' }]);
    expect([...shop.stripe.refunds.values()]).toMatchObject([
      { payment_intent: intent, amount: 1_450, status: 'succeeded' },
    ]);
    const notices = await shop.test.sql<{ payload: object }>(
      `SELECT payload FROM event_log WHERE aggregate_type = 'payment' AND type = 'RETURNED'`,
    );
    expect(notices).toMatchObject([
      { payload: { checkoutId: id, email: 'shopper@example.com', amount: '14.50' } },
    ]);
  });

  it('sends the money back when the shopper has paid another way', async () => {
    const { shopper, id, intent } = await shop.waitingForCard();
    await shopper.paysBy(id, 'manual');

    shop.stripe.confirm(intent);
    await shop.works(shop.lastEvent('payment_intent.succeeded'));
    await shop.test.runJob('ask-payment-providers');

    expect(await shop.ordersOf(id)).toEqual([{ payment_status: 'PENDING' }]);
    expect(await shop.paymentsOf(id)).toEqual([
      { provider_code: 'stripe', state: 'REFUNDED' },
      { provider_code: 'manual', state: 'AUTHORIZED' },
    ]);
  });
});
