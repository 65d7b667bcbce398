import {
  breaches,
  createTestApp,
  type DeskOrder,
  type GraphqlClient,
  lineOf,
  OrderDesk,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { cardNow } from './testing/issued-card';

interface SeenCard {
  readonly id: string;
  readonly orderId: string;
  readonly disabledAt: string | null;
}

const ERRORS =
  'userErrors { __typename code message ... on GiftCardSpent { refundable { amount } } }';
const spent = (amount: string) => [
  expect.objectContaining({
    __typename: 'GiftCardSpent',
    code: 'GIFT_CARD_SPENT',
    refundable: { amount },
  }),
];

describe('gift cards whose purchase is undone', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let gift: string;
  let mug: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'GIFT', priceMinor: 2_500 },
      { sku: 'MUG', priceMinor: 1_000, onHand: 1_000 },
    );
    [gift, mug] = [ids['GIFT'] ?? '', ids['MUG'] ?? ''];
    const [row] = await test.sql<{ id: string }>(`SELECT id FROM product WHERE slug = 'gift'`);
    await staff.data(
      `mutation ($input: GiftCardProductSetInput!) { giftCardProductSet(input: $input) {
         userErrors { code } } }`,
      { input: { productId: row?.id, isGiftCard: true } },
    );
  });
  afterEach(async () => {
    expect(await breaches(test)).toEqual([]);
  });
  afterAll(() => test.close());

  const cardsOf = async (order: DeskOrder): Promise<SeenCard[]> => {
    const { giftCards } = await staff.data<{ giftCards: { nodes: SeenCard[] } }>(
      '{ giftCards(first: 100) { nodes { id orderId disabledAt } } }',
    );
    return giftCards.nodes.filter(({ orderId }) => orderId === order.id);
  };
  /** A paid order with gift cards, and the cards. */
  async function sold(units: Record<string, number>) {
    const order = await desk.processing(units);
    await test.runJob('make-sold-gift-cards');
    return { order, cards: await cardsOf(order) };
  }
  const codeOf = (card: SeenCard | undefined) =>
    test.app.modules.giftCards.cards.codeOf(card?.id ?? '');
  /** Has somebody reach the till with a mug and a card. */
  async function atTheTill(card: SeenCard | undefined) {
    const shopper = new Shopper(test);
    await shopper.add(mug);
    const { id: checkoutId } = await shopper.fillCheckout();
    const applied = await shopper.mutate(
      'checkoutGiftCardsApply',
      'CheckoutGiftCardsApplyInput',
      'checkout { id }',
      { checkoutId, codes: [codeOf(card)] },
    );
    return { shopper, checkoutId, refusals: applied.userErrors.map(({ code }) => code) };
  }
  /** Pays a mug and its delivery, 14.50, with a card. */
  async function spends(card: SeenCard | undefined) {
    const { shopper, checkoutId } = await atTheTill(card);
    const { order, userErrors } = await shopper.pay(checkoutId);
    expect(userErrors).toEqual([]);
    return order?.id ?? '';
  }
  async function call(field: string, input: Record<string, unknown>) {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const kind = field.endsWith('Preview') ? 'query' : 'mutation';
    const data = await staff.data<Record<string, { userErrors: unknown[] }>>(
      `${kind} ($input: ${type}) { ${field}(input: $input) { ${ERRORS} } }`,
      { input },
    );
    return data[field]?.userErrors;
  }
  let keys = 0;
  const tries = (field: string, input: Record<string, unknown>) => {
    keys += 1;
    return call(field, { ...input, idempotencyKey: `taken ${keys}` });
  };
  const pounds = (amount: string) => ({ amount, currencyCode: 'GBP' });

  it('are disabled when the order is cancelled, and what was left is written down', async () => {
    const { order, cards } = await sold({ [gift]: 2, [mug]: 1 });
    expect(cards).toHaveLength(2);

    const after = await desk.done('orderCancel', { orderId: order.id });

    expect(after.balance.refunded.amount).toBe(after.cost.total.amount);
    for (const card of cards) {
      expect(await cardNow(staff, card.id)).toMatchObject({
        balance: '0.00',
        entries: ['ISSUE 25.00', 'TAKEN_BACK -25.00'],
      });
      expect((await atTheTill(card)).refusals).toEqual(['GIFT_CARD_UNUSABLE']);
    }
    const events = await test.app.platform.eventLog.histories(
      'gift-card',
      cards.map(({ id }) => id),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'ISSUED',
      'TAKEN_BACK',
      'ISSUED',
      'TAKEN_BACK',
    ]);
    await test.runJob('make-sold-gift-cards');
    expect(await cardsOf(order)).toHaveLength(2);
  });

  it('go with as many units as are cancelled, and the unspent ones first', async () => {
    const { order, cards } = await sold({ [gift]: 2 });
    await spends(cards[0]);
    const lines = [{ lineId: lineOf(order, 'GIFT'), quantity: 1 }];

    await desk.done('orderLinesCancel', { orderId: order.id, lines });

    const disabled = (await cardsOf(order)).filter(({ disabledAt }) => disabledAt);
    expect(disabled.map(({ id }) => id)).toEqual([cards[1]?.id]);
    expect(await tries('orderLinesCancel', { orderId: order.id, lines })).toEqual(spent('10.50'));
    expect(await tries('orderCancel', { orderId: order.id })).toEqual(spent('10.50'));
    expect((await cardNow(staff, cards[0]?.id ?? '')).balance).toBe('10.50');
  });

  it('that were spent give back what is left of them, as the preview says', async () => {
    const { order, cards } = await sold({ [gift]: 1, [mug]: 1 });
    await spends(cards[0]);
    await desk.done('orderTransition', { orderId: order.id, transition: 'SHIP' });
    const lines = [{ lineId: lineOf(order, 'GIFT'), quantity: 1 }];
    const whole = { orderId: order.id, lines };
    const rest = { ...whole, amount: pounds('10.50') };
    const reason = 'They changed their mind.';

    expect(await call('orderRefundPreview', whole)).toEqual(spent('10.50'));
    expect(await tries('orderRefund', { ...whole, reason })).toEqual(spent('10.50'));
    expect(await tries('orderRefund', { orderId: order.id, reason })).toHaveLength(1);
    expect((await cardNow(staff, cards[0]?.id ?? '')).balance).toBe('10.50');

    expect(await call('orderRefundPreview', rest)).toEqual([]);
    const after = await desk.done('orderRefund', { ...rest, reason });

    expect(after.balance.refunded.amount).toBe('10.50');
    expect(await cardNow(staff, cards[0]?.id ?? '')).toMatchObject({
      balance: '0.00',
      entries: ['ISSUE 25.00', 'USE -14.50', 'TAKEN_BACK -10.50'],
    });
  });

  it('cannot be sent back for more than is left on them, nor be asked to', async () => {
    const { order, cards } = await sold({ [gift]: 1 });
    await desk.done('orderTransition', { orderId: order.id, transition: 'SHIP' });
    const delivered = await desk.done('orderTransition', {
      orderId: order.id,
      transition: 'DELIVER',
    });
    const units = { lineId: lineOf(delivered, 'GIFT'), quantity: 1 };
    const asked = { ...units, reason: 'NOT_WANTED' };
    const made = await desk.act('returnRequest', { orderId: order.id, lines: [asked] });
    const returnId = made.orderReturn?.id;
    await desk.act('returnApprove', { returnId });
    await desk.act('returnReceive', {
      returnId,
      lines: [{ lineId: units.lineId, condition: 'AS_NEW', restock: false }],
    });
    await spends(cards[0]);

    expect(await tries('returnRefund', { returnId })).toEqual(spent('10.50'));

    const { order: other, cards: others } = await sold({ [gift]: 1 });
    await spends(others[0]);
    await desk.done('orderTransition', { orderId: other.id, transition: 'SHIP' });
    await desk.done('orderTransition', { orderId: other.id, transition: 'DELIVER' });
    const line = { lineId: lineOf(other, 'GIFT'), quantity: 1 };
    expect(await call('returnPreview', { orderId: other.id, lines: [line] })).toEqual(
      spent('10.50'),
    );
    const again = [{ ...line, reason: 'NOT_WANTED' }];
    expect(await tries('returnRequest', { orderId: other.id, lines: again })).toEqual(
      spent('10.50'),
    );
  });

  it('are whole again when the purchase that they paid for is cancelled', async () => {
    const { order, cards } = await sold({ [gift]: 1 });
    await desk.done('orderCancel', { orderId: await spends(cards[0]) });

    await desk.done('orderCancel', { orderId: order.id });

    expect(await cardNow(staff, cards[0]?.id ?? '')).toMatchObject({
      balance: '0.00',
      entries: ['ISSUE 25.00', 'USE -14.50', 'REFUND 14.50', 'TAKEN_BACK -25.00'],
    });
  });

  it('are either spent or taken back when both are tried at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { order, cards } = await sold({ [gift]: 1 });
      const { shopper, checkoutId } = await atTheTill(cards[0]);

      const [cancelled, paid] = await Promise.all([
        desk.act('orderCancel', { orderId: order.id }),
        shopper.pay(checkoutId),
      ]);

      expect([cancelled.order, paid.order].filter(Boolean)).toHaveLength(1);
    }
  });

  it('are not made of units that are cancelled while they are being made', async () => {
    const orders = await Promise.all(
      Array.from({ length: 4 }, () => desk.processing({ [gift]: 2 })),
    );

    await Promise.all([
      ...orders.map(({ id }) => desk.done('orderCancel', { orderId: id })),
      test.runJob('make-sold-gift-cards'),
      test.runJob('make-sold-gift-cards'),
    ]);

    for (const order of orders) {
      const standing = (await cardsOf(order)).filter(({ disabledAt }) => !disabledAt);
      expect(standing).toEqual([]);
    }
  });
});
