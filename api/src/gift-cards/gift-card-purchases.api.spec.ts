import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { cardNow, issueCard } from './testing/issued-card';

const SHOWN = `checkout { id version status due { amount } cost { total { amount } }
  giftCards { id last4 amount { amount } } }`;

interface Shown {
  readonly userErrors: readonly SeenError[];
  readonly checkout: {
    readonly id: string;
    readonly status: string;
    readonly due: { amount: string };
    readonly giftCards: { id: string; last4: string; amount: { amount: string } }[];
  } | null;
}

/** A guest who pays with gift cards. */
class CardHolder extends Shopper {
  private static seen = 0;

  constructor(test: TestApp) {
    super(test);
    CardHolder.seen += 1;
    this.client.address = `198.51.100.${CardHolder.seen}`;
  }

  apply(checkoutId: string, ...codes: string[]): Promise<Shown> {
    const input = { checkoutId, codes };
    return this.mutate('checkoutGiftCardsApply', 'CheckoutGiftCardsApplyInput', SHOWN, input);
  }

  remove(checkoutId: string, ...giftCardIds: string[]): Promise<Shown> {
    const input = { checkoutId, giftCardIds };
    return this.mutate('checkoutGiftCardsRemove', 'CheckoutGiftCardsRemoveInput', SHOWN, input);
  }

  lock(checkoutId: string): Promise<Shown> {
    return this.mutate('checkoutLock', 'CheckoutLockInput', SHOWN, { checkoutId });
  }

  /** Puts a thing of 20.00 into the cart; delivery makes it 24.50. */
  async toPay(variationId: string): Promise<string> {
    await this.add(variationId);
    return (await this.fillCheckout()).id;
  }
}

const whatPays = ({ checkout }: Shown) => ({
  due: checkout?.due.amount,
  cards: checkout?.giftCards.map(({ amount }) => amount.amount),
});
const errorsOf = ({ userErrors }: Shown) =>
  userErrors.map(({ __typename, code, path }) => [__typename, code, path]);

describe('a purchase with gift cards', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let print: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const stocked = await stockProducts(test, { sku: 'PRINT', priceMinor: 2_000, onHand: 500 });
    print = stocked['PRINT'] ?? '';
  });
  afterAll(() => test.close());

  const paymentsOf = (checkoutId: string) =>
    test.sql<{ provider: string; state: string; amount: string }>(
      `SELECT provider_code AS provider, state, amount_minor::text AS amount FROM payment
       WHERE checkout_id = $1 ORDER BY provider_code, amount_minor`,
      [checkoutId],
    );
  const ordersAction = async (
    field: string,
    orderId: string,
    more: Record<string, unknown> = {},
  ) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message } } }`,
      { input: { orderId, idempotencyKey: `${field} ${orderId}`, ...more } },
    );
    expect(data[field]?.userErrors).toEqual([]);
  };

  it('shows what each card pays and what is left, in the order in which they were given', async () => {
    const [ten, five] = [await issueCard(staff, '10.00'), await issueCard(staff, '5.00')];
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);

    expect(whatPays(await shopper.apply(id, ten.code))).toEqual({ due: '14.50', cards: ['10.00'] });
    expect(whatPays(await shopper.apply(id, five.code.toLowerCase()))).toEqual({
      due: '9.50',
      cards: ['10.00', '5.00'],
    });
    expect(whatPays(await shopper.remove(id, ten.id))).toEqual({ due: '19.50', cards: ['5.00'] });
  });

  it('says of each code why it cannot pay, and takes none of them', async () => {
    const [good, dollars] = [
      await issueCard(staff, '10.00'),
      await issueCard(staff, '10.00', { amount: { amount: '10.00', currencyCode: 'USD' } }),
    ];
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);

    const answer = await shopper.apply(id, good.code, 'WRONG', dollars.code);

    expect(errorsOf(answer)).toEqual([
      ['GiftCardUnusable', 'GIFT_CARD_UNUSABLE', ['codes', '1']],
      ['GiftCardUnusable', 'GIFT_CARD_UNUSABLE', ['codes', '2']],
    ]);
    expect(whatPays(await shopper.remove(id, good.id))).toEqual({ due: '24.50', cards: [] });
  });

  it('refuses to touch the checkout of somebody else', async () => {
    const card = await issueCard(staff, '10.00');
    const id = await new CardHolder(test).toPay(print);

    expect(errorsOf(await new CardHolder(test).apply(id, card.code))).toEqual([
      ['Refusal', 'NOT_FOUND', ['checkoutId']],
    ]);
  });

  it('is paid by card and invoice: the card first, the rest is due', async () => {
    const card = await issueCard(staff, '10.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    await shopper.apply(id, card.code);

    const { order } = await shopper.pay(id);

    expect(await paymentsOf(id)).toEqual([
      { provider: 'gift-card', state: 'CAPTURED', amount: '1000' },
      { provider: 'manual', state: 'AUTHORIZED', amount: '1450' },
    ]);
    expect(await cardNow(staff, card.id)).toMatchObject({
      balance: '0.00',
      held: '0.00',
      entries: ['ISSUE 10.00', 'USE -10.00'],
    });
    const seen = await shopper.client.data(
      `query ($t: String) { order(trackingToken: $t) { due { amount } cost { total { amount } }
         giftCards { last4 amount { amount } } } }`,
      { t: order?.trackingToken },
    );
    expect(seen['order']).toEqual({
      due: { amount: '14.50' },
      cost: { total: { amount: '24.50' } },
      giftCards: [{ last4: card.last4, amount: { amount: '10.00' } }],
    });
  });

  it('needs no other way to pay when cards pay all of it, and is paid then', async () => {
    const card = await issueCard(staff, '30.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    expect(whatPays(await shopper.apply(id, card.code)).due).toBe('0.00');

    const { order, userErrors } = await shopper.pay(id, { paymentMethodCode: undefined });

    expect(userErrors).toEqual([]);
    expect(await paymentsOf(id)).toEqual([
      { provider: 'gift-card', state: 'CAPTURED', amount: '2450' },
    ]);
    expect(
      await test.sql('SELECT payment_status AS status FROM orders WHERE id = $1', [order?.id]),
    ).toEqual([{ status: 'PAID' }]);
    expect((await cardNow(staff, card.id)).balance).toBe('5.50');
  });

  it('holds the cards while it is locked, and gives them back when it is reopened or ends', async () => {
    const card = await issueCard(staff, '10.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    await shopper.apply(id, card.code);
    const held = async () => (await cardNow(staff, card.id)).held;

    expect(whatPays(await shopper.lock(id))).toEqual({ due: '14.50', cards: ['10.00'] });
    expect(await held()).toBe('10.00');
    const rival = new CardHolder(test);
    const rivals = await rival.toPay(print);
    expect(errorsOf(await rival.apply(rivals, card.code))).toEqual([
      ['GiftCardUnusable', 'GIFT_CARD_UNUSABLE', ['codes', '0']],
    ]);

    await shopper.remove(id);
    await shopper.remove(id, '01900000-0000-7000-8000-000000000001');
    expect(await held()).toBe('0.00');
    await shopper.lock(id);
    expect(await held()).toBe('10.00');
    await shopper.checkoutCall('checkoutCancel', 'CheckoutCancelInput', { checkoutId: id });
    expect(await held()).toBe('0.00');

    await rival.apply(rivals, card.code);
    await rival.lock(rivals);
    expect(await held()).toBe('10.00');
    test.clock.advance(16 * 60);
    await test.runJob('expire-checkouts');
    staff = await signInStaff(test);
    expect(await held()).toBe('0.00');
    expect((await cardNow(staff, card.id)).balance).toBe('10.00');
  });

  it('is refused when a card was disabled after it was given', async () => {
    const card = await issueCard(staff, '10.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    await shopper.apply(id, card.code);
    await staff.data(
      `mutation ($input: GiftCardDisableInput!) { giftCardDisable(input: $input) { userErrors { code } } }`,
      { input: { giftCardId: card.id, reason: 'Stolen' } },
    );

    const { userErrors, order } = await shopper.pay(id);

    expect(order).toBeNull();
    expect(userErrors.map(({ __typename, path }) => [__typename, path])).toEqual([
      ['GiftCardUnusable', ['giftCards']],
    ]);
  });

  it('never spends a card twice: ten checkouts pay at once with the same one', async () => {
    const card = await issueCard(staff, '24.50');
    const shoppers = Array.from({ length: 10 }, () => new CardHolder(test));
    const ids: string[] = [];
    for (const shopper of shoppers) {
      const id = await shopper.toPay(print);
      await shopper.apply(id, card.code);
      ids.push(id);
    }

    const answers = await Promise.all(shoppers.map((shopper, at) => shopper.pay(ids[at] ?? '')));

    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    expect(
      answers.flatMap(({ userErrors }) => userErrors.map(({ __typename }) => __typename)),
    ).toEqual(Array.from({ length: 9 }, () => 'GiftCardUnusable'));
    expect(await cardNow(staff, card.id)).toMatchObject({
      balance: '0.00',
      held: '0.00',
      entries: ['ISSUE 24.50', 'USE -24.50'],
    });
  });

  it('never spends two cards twice that are given in opposite order', async () => {
    const [one, other] = [await issueCard(staff, '20.00'), await issueCard(staff, '20.00')];
    const buy = async (codes: string[]) => {
      const shopper = new CardHolder(test);
      const id = await shopper.toPay(print);
      await shopper.apply(id, ...codes);
      return () => shopper.pay(id);
    };
    const ways = [];
    for (let round = 0; round < 4; round += 1) {
      ways.push(await buy([one.code, other.code]), await buy([other.code, one.code]));
    }

    const answers = await Promise.all(ways.map((pay) => pay()));

    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    const left = [await cardNow(staff, one.id), await cardNow(staff, other.id)];
    expect(left.map(({ held }) => held)).toEqual(['0.00', '0.00']);
    expect(left.reduce((sum, { balance }) => sum + Number(balance), 0)).toBeCloseTo(15.5);
  });

  it('puts the money back on the card when the order is cancelled', async () => {
    const card = await issueCard(staff, '10.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    await shopper.apply(id, card.code);
    const { order } = await shopper.pay(id);

    await ordersAction('orderCancel', order?.id ?? '');

    expect(await cardNow(staff, card.id)).toMatchObject({
      balance: '10.00',
      entries: ['ISSUE 10.00', 'USE -10.00', 'REFUND 10.00'],
    });
  });

  it('gives money back through the provider first and to the card with the rest, to the penny', async () => {
    const card = await issueCard(staff, '10.00');
    const shopper = new CardHolder(test);
    const id = await shopper.toPay(print);
    await shopper.apply(id, card.code);
    const { order } = await shopper.pay(id);
    const orderId = order?.id ?? '';
    await ordersAction('orderMarkPaid', orderId);
    const refund = async (amount: string) => {
      const { orderRefund } = await staff.data<{ orderRefund: { userErrors: { code: string }[] } }>(
        `mutation ($input: OrderRefundInput!) { orderRefund(input: $input) { userErrors { code } } }`,
        {
          input: {
            orderId,
            amount: { amount, currencyCode: 'GBP' },
            reason: 'Goodwill',
            idempotencyKey: `refund ${amount}`,
          },
        },
      );
      return orderRefund.userErrors.map(({ code }) => code);
    };

    expect(await refund('14.00')).toEqual([]);
    expect(await refund('14.00')).toEqual([]);
    expect((await cardNow(staff, card.id)).balance).toBe('0.00');
    expect(await refund('3.50')).toEqual([]);
    expect((await cardNow(staff, card.id)).balance).toBe('3.00');
    expect(await refund('7.01')).toHaveLength(1);
    expect(await refund('7.00')).toEqual([]);
    expect(await cardNow(staff, card.id)).toMatchObject({
      balance: '10.00',
      entries: ['ISSUE 10.00', 'USE -10.00', 'REFUND 3.00', 'REFUND 7.00'],
    });
  });

  it('sends as many statements with four cards as with one, and less than 40', async () => {
    const statementsWith = async (...amounts: string[]) => {
      const codes: string[] = [];
      for (const amount of amounts) codes.push((await issueCard(staff, amount)).code);
      const shopper = new CardHolder(test);
      test.statements.length = 0;
      const id = await shopper.toPay(print);
      await shopper.apply(id, ...codes);
      await shopper.pay(id);
      return test.statements.length;
    };

    const one = await statementsWith('10.00');

    expect(await statementsWith('4.00', '3.00', '2.00', '1.00')).toBe(one);
    expect(one).toBeLessThan(40);
  });

  it('keeps the balance the sum of the entries, whatever happened', async () => {
    expect(
      await test.sql(
        `SELECT c.id FROM gift_card c WHERE c.balance_minor <>
           (SELECT sum(amount_minor) FROM gift_card_entry e WHERE e.gift_card_id = c.id)
         OR c.held_minor <> coalesce((SELECT sum(amount_minor) FROM gift_card_hold h WHERE h.gift_card_id = c.id), 0)`,
      ),
    ).toEqual([]);
  });
});
