import { type GraphqlClient, OrderDesk, signInStaff } from '../testing';
import { CardShop } from './testing/card-shop';

const reason = 'With our apologies';
const pounds = (amount: string) => ({ amount, currencyCode: 'GBP' });

describe('money of orders that were paid by card', () => {
  let shop: CardShop;
  let staff: GraphqlClient;
  let desk: OrderDesk;

  const open = async (capture: 'NOW' | 'LATER') => {
    shop = await CardShop.open({ capture });
    staff = await signInStaff(shop.test);
    desk = new OrderDesk(shop.test, staff);
  };
  const bought = async (quantity: number) => {
    const shopper = shop.shopper();
    const id = await shopper.goesToPay(quantity);
    await shopper.paysBy(id, 'stripe');
    shop.stripe.confirm(shop.intentOf(id));
    const { order } = await shopper.comesBack(id);
    if (!order) throw new Error('The card was taken, and there is no order.');
    return order.id;
  };
  const eventsOf = async (id: string) => {
    const { order } = await staff.data<{ order: { events: { type: string }[] } }>(
      `query ($id: ID!) { order(id: $id) { events { type amount { amount } } } }`,
      { id },
    );
    return order.events;
  };

  describe('at once', () => {
    beforeAll(() => open('NOW'));
    afterAll(() => shop.close());

    it('is on its way back until the provider has sent it', async () => {
      const orderId = await bought(1);

      const asked = await desk.done('orderRefund', { orderId, reason, amount: pounds('4.00') });
      await shop.test.runJob('ask-payment-providers');
      const done = await desk.done('orderNoteAdd', { orderId, text: 'Done?' });

      expect(asked.refunds).toMatchObject([{ state: 'PENDING' }]);
      expect(asked).toMatchObject({ paymentStatus: 'PARTIALLY_REFUNDED' });
      expect(done.refunds).toMatchObject([{ state: 'DONE', amount: { amount: '4.00' } }]);
      expect([...shop.stripe.refunds.values()]).toMatchObject([{ amount: 400 }]);
    });

    it('is owed still when the provider cannot send it, and goes back another time', async () => {
      const orderId = await bought(1);
      shop.stripe.refundsBecome = 'failed';

      await desk.done('orderRefund', { orderId, reason, amount: pounds('4.00') });
      await shop.test.runJob('ask-payment-providers');
      shop.stripe.refundsBecome = 'succeeded';
      const failed = await desk.done('orderNoteAdd', { orderId, text: 'It failed.' });
      const again = await desk.done('orderRefund', { orderId, reason, amount: pounds('4.00') });

      expect(failed).toMatchObject({
        refunds: [{ state: 'FAILED' }],
        balance: { overpaid: { amount: '4.00' }, refunded: { amount: '0.00' } },
      });
      expect(await eventsOf(orderId)).toMatchObject([
        { type: 'PLACED' },
        { type: 'REFUNDED_PART' },
        { type: 'REFUND_FAILED', amount: { amount: '4.00' } },
        { type: 'REFUNDED_PART' },
      ]);
      expect(again.balance).toMatchObject({
        credited: { amount: '4.00' },
        refunded: { amount: '4.00' },
        overpaid: { amount: '0.00' },
      });
    });
  });

  describe('later', () => {
    beforeAll(() => open('LATER'));
    afterAll(() => shop.close());

    it('is taken by staff, and what was cancelled before goes back', async () => {
      const orderId = await bought(2);
      const before = await desk.done('orderNoteAdd', { orderId, text: 'One is sold out.' });
      const lines = [{ lineId: before.lines[0]?.id, quantity: 1 }];

      const manual = await desk.act('orderMarkPaid', { orderId });
      const less = await desk.done('orderLinesCancel', { orderId, lines });
      const taken = await desk.done('orderPaymentCapture', { orderId });
      const again = await desk.done('orderPaymentCapture', { orderId });

      expect(manual.userErrors).toMatchObject([
        { message: 'The provider holds the money; capture it instead.' },
      ]);
      expect(less).toMatchObject({
        paymentStatus: 'AUTHORIZED',
        balance: { due: { amount: '14.50' } },
      });
      expect(taken).toMatchObject({
        paymentStatus: 'PARTIALLY_REFUNDED',
        balance: { captured: { amount: '24.50' }, refunded: { amount: '10.00' } },
      });
      expect(again.version).toBe(taken.version);
    });

    it('is a part of what is due when the order was made dearer meanwhile', async () => {
      const orderId = await bought(1);
      const added = [{ variationId: shop.poster, quantity: 1 }];

      await desk.done('orderEdit', { orderId, added });
      const taken = await desk.done('orderPaymentCapture', { orderId });
      const paid = await desk.done('orderMarkPaid', { orderId });

      expect(taken).toMatchObject({
        paymentStatus: 'PARTIALLY_PAID',
        balance: { captured: { amount: '14.50' }, due: { amount: '10.00' } },
      });
      expect(paid).toMatchObject({
        paymentStatus: 'PAID',
        balance: { captured: { amount: '24.50' }, due: { amount: '0.00' } },
      });
    });

    it('is let go when the order is cancelled', async () => {
      const orderId = await bought(1);

      const cancelled = await desk.done('orderCancel', { orderId });

      expect(cancelled).toMatchObject({ status: 'CANCELLED', paymentStatus: 'VOIDED' });
    });
  });
});
