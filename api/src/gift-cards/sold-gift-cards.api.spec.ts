import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

interface Card {
  readonly id: string;
  readonly balance: { amount: string };
  readonly recipientEmail: string;
  readonly orderId: string;
}

const address = {
  name: 'Sam Shopper',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

describe('gift cards that are sold', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let card: string;
  let mug: string;
  let product: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const ids = await stockProducts(
      test,
      { sku: 'GIFT', priceMinor: 2_500, onHand: 0 },
      { sku: 'MUG', priceMinor: 1_000 },
    );
    [card, mug] = [ids['GIFT'] ?? '', ids['MUG'] ?? ''];
    const [row] = await test.sql<{ id: string }>(`SELECT id FROM product WHERE slug = 'gift'`);
    product = row?.id ?? '';
    expect(await mark(product)).toEqual({ product: { isGiftCard: true }, userErrors: [] });
  });
  afterAll(() => test.close());

  async function mark(productId: string): Promise<unknown> {
    const { giftCardProductSet } = await staff.data(
      `mutation ($input: GiftCardProductSetInput!) { giftCardProductSet(input: $input) {
         product { isGiftCard } userErrors { code path } } }`,
      { input: { productId, isGiftCard: true } },
    );
    return giftCardProductSet;
  }
  const cardsOf = async (orderId: string): Promise<Card[]> => {
    const { giftCards } = await staff.data<{ giftCards: { nodes: Card[] } }>(
      '{ giftCards { nodes { id balance { amount } recipientEmail orderId } } }',
    );
    return giftCards.nodes.filter((each) => each.orderId === orderId);
  };
  const act = async (field: string, orderId: string) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, { userErrors: SeenError[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code message } } }`,
      { input: { orderId, idempotencyKey: `${field} ${orderId}` } },
    );
    expect(data[field]?.userErrors).toEqual([]);
  };
  /** Fills in a checkout without a way of delivery. */
  const undelivered = async (shopper: Shopper): Promise<string> => {
    const { checkout } = await shopper.checkoutCall('checkoutStart', 'CheckoutStartInput', {});
    const checkoutId = checkout?.id ?? '';
    await shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
      checkoutId,
      email: 'sam@example.com',
      shippingAddress: address,
    });
    return checkoutId;
  };

  it('never run out, though nobody has counted them', async () => {
    const { product: seen } = await new Shopper(test).client.data<{
      product: { isGiftCard: boolean; variations: { availability: string }[] };
    }>('{ product(slug: "gift") { isGiftCard variations { availability } } }');

    expect(seen).toEqual({ isGiftCard: true, variations: [{ availability: 'IN_STOCK' }] });
  });

  it('need no way of delivery, and cost none', async () => {
    const shopper = new Shopper(test);
    await shopper.add(card, 2);
    const id = await undelivered(shopper);

    const { order, checkout } = await shopper.pay(id);

    expect(checkout?.cost.total.amount).toBe('50.00');
    expect(order?.number).toBeTruthy();
  });

  it('need one with other goods', async () => {
    const shopper = new Shopper(test);
    await shopper.add(card);
    await shopper.add(mug);
    const id = await undelivered(shopper);

    const { userErrors } = await shopper.pay(id);

    expect(userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['CHECKOUT_INCOMPLETE', ['shippingMethodCode']],
    ]);
  });

  it('are made when the money is there: one for each unit, mailed to the buyer, once', async () => {
    const shopper = new Shopper(test);
    await shopper.add(card, 3);
    await shopper.add(mug);
    const { id } = await shopper.fillCheckout();
    const { order } = await shopper.pay(id);
    const orderId = order?.id ?? '';
    await test.runJob('make-sold-gift-cards');
    expect(await cardsOf(orderId)).toEqual([]);

    await act('orderMarkPaid', orderId);
    await Promise.all([1, 2, 3].map(() => test.runJob('make-sold-gift-cards')));

    const cards = await cardsOf(orderId);
    expect(cards.map(({ balance, recipientEmail }) => [balance.amount, recipientEmail])).toEqual(
      Array.from({ length: 3 }, () => ['25.00', 'shopper@example.com']),
    );
    const events = await test.app.platform.eventLog.histories(
      'gift-card',
      cards.map((each) => each.id),
    );
    expect(events.map(({ type, payload }) => [type, payload['email']])).toEqual(
      Array.from({ length: 3 }, () => ['ISSUED', 'shopper@example.com']),
    );
  });

  it('are not made of an order that was cancelled', async () => {
    const order = await new Shopper(test).buy(card);
    await act('orderCancel', order.id);

    await test.runJob('make-sold-gift-cards');

    expect(await cardsOf(order.id)).toEqual([]);
  });

  it('are there again when few are left', async () => {
    await test.sql('UPDATE stock_level SET on_hand = 3, reserved = 0 WHERE variation_id = $1', [
      card,
    ]);

    await test.runJob('restock-gift-cards');

    const [row] = await test.sql<{ available: number }>(
      'SELECT available FROM variation_stock WHERE variation_id = $1',
      [card],
    );
    expect(row?.available).toBe(1_000_000);
  });

  it('are a product that exists', async () => {
    expect(await mark('01900000-0000-7000-8000-00000000dead')).toEqual({
      product: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['productId'] }],
    });
  });
});
