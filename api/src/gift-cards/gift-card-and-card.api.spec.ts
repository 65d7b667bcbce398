import { CardShop, type CardShopper } from '../payments/testing/card-shop';
import { type GraphqlClient, signInStaff } from '../testing';
import { cardNow, issueCard } from './testing/issued-card';

describe('a gift card and a bank card together', () => {
  let shop: CardShop;
  let staff: GraphqlClient;

  beforeAll(async () => {
    shop = await CardShop.open();
    staff = await signInStaff(shop.test);
  });
  afterAll(() => shop.close());

  const give = (shopper: CardShopper, checkoutId: string, ...codes: string[]) =>
    shopper.mutate(
      'checkoutGiftCardsApply',
      'CheckoutGiftCardsApplyInput',
      'checkout { due { amount } }',
      { checkoutId, codes },
    );
  /** A checkout of 14.50 of which a gift card pays, waiting for the bank card. */
  const waiting = async (code: string) => {
    const shopper = shop.shopper();
    const id = await shopper.goesToPay();
    await give(shopper, id, code);
    await shopper.paysBy(id, 'stripe');
    return { shopper, id, intent: shop.intentOf(id) };
  };
  const refund = async (orderId: string, amount: string) => {
    await staff.data(
      `mutation ($input: OrderRefundInput!) { orderRefund(input: $input) { userErrors { code } } }`,
      {
        input: {
          orderId,
          amount: { amount, currencyCode: 'GBP' },
          reason: 'Goodwill',
          idempotencyKey: `refund ${orderId} ${amount}`,
        },
      },
    );
    await shop.test.runJob('ask-payment-providers');
  };

  it('share a total: the bank card is charged what is due, and gets its part back first', async () => {
    const card = await issueCard(staff, '10.00');
    const { shopper, id, intent } = await waiting(card.code);
    expect(shop.stripe.intentsOf(id)).toMatchObject([{ amount: 450 }]);
    expect(await cardNow(staff, card.id)).toMatchObject({ balance: '10.00', held: '10.00' });

    shop.stripe.confirm(intent);
    const { order } = await shopper.comesBack(id);

    expect(order?.paymentStatus).toBe('PAID');
    expect(await cardNow(staff, card.id)).toMatchObject({ balance: '0.00', held: '0.00' });
    await refund(order?.id ?? '', '5.00');
    expect([...shop.stripe.refunds.values()].map(({ amount }) => amount)).toEqual([450]);
    expect((await cardNow(staff, card.id)).balance).toBe('0.50');
  });

  it('give the gift card back when the bank card is never entered', async () => {
    const card = await issueCard(staff, '10.00');
    const { id } = await waiting(card.code);

    shop.test.clock.advance(16 * 60);
    await shop.test.runJob('settle-stuck-payments');
    staff = await signInStaff(shop.test);

    expect(await shop.statusOf(id)).toBe('EXPIRED');
    expect(await cardNow(staff, card.id)).toMatchObject({ balance: '10.00', held: '0.00' });
  });

  it('give the money back that arrives when the gift card has been spent elsewhere', async () => {
    const card = await issueCard(staff, '10.00');
    const { id, intent } = await waiting(card.code);
    shop.stripe.break('cancel', 'fail');
    shop.test.clock.advance(16 * 60);
    await shop.test.runJob('settle-stuck-payments');
    shop.stripe.heal();
    const rival = shop.shopper();
    const rivals = await rival.goesToPay();
    await give(rival, rivals, card.code);
    expect((await rival.paysBy(rivals, 'manual')).order).not.toBeNull();

    shop.stripe.confirm(intent);
    await shop.works(shop.lastEvent('payment_intent.succeeded'));
    await shop.test.runJob('ask-payment-providers');

    staff = await signInStaff(shop.test);
    expect(await shop.ordersOf(id)).toEqual([]);
    expect(await cardNow(staff, card.id)).toMatchObject({ balance: '0.00', held: '0.00' });
    const back = [...shop.stripe.refunds.values()].filter((each) => each.payment_intent === intent);
    expect(back.map(({ amount }) => amount)).toEqual([450]);
  });
});
