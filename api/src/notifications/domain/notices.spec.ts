import { type Happening, noticeOf } from './notices';

function happening(changes: Partial<Happening>): Happening {
  return {
    id: 'event-1',
    aggregateType: 'order',
    aggregateId: 'order-1',
    type: 'PLACED',
    payload: {},
    ...changes,
  };
}

describe('what calls for a message', () => {
  it.each([
    ['PLACED', 'ORDER_PLACED'],
    ['PAID', 'ORDER_PAID'],
    ['PARCEL_SENT', 'ORDER_SHIPPED'],
    ['SHIPPED', 'ORDER_SHIPPED'],
    ['PARCEL_DELIVERED', 'ORDER_DELIVERED'],
    ['DELIVERED', 'ORDER_DELIVERED'],
    ['CANCELLED', 'ORDER_CANCELLED'],
    ['LINES_CANCELLED', 'ORDER_LINES_CANCELLED'],
    ['REFUNDED', 'ORDER_REFUNDED'],
    ['REFUNDED_PART', 'ORDER_REFUNDED'],
    ['EXCHANGED', 'ORDER_CHANGED'],
    ['RETURN_REQUESTED', 'RETURN_REQUESTED'],
    ['RETURN_REFUNDED', 'RETURN_REFUNDED'],
  ])('is %s of an order, told as %s', (type, template) => {
    expect(noticeOf(happening({ type }))).toMatchObject({
      template,
      causeId: 'event-1',
      orderId: 'order-1',
    });
  });

  it('is not what stays within the shop', () => {
    const types = ['CONFIRMED', 'PROCESSING', 'PARCEL_PREPARED', 'REFUND_FAILED', 'RETURN_CLOSED'];

    expect(types.map((type) => noticeOf(happening({ type })))).toEqual(types.map(() => undefined));
  });

  it('is a refund once: that of a return is told by the return', () => {
    const refund = { type: 'REFUNDED_PART', payload: { returnId: 'return-1', amount: '5.00' } };

    expect(noticeOf(happening(refund))).toBeUndefined();
  });

  it('is a gift card for somebody, and none for nobody', () => {
    const card = { aggregateType: 'gift-card', aggregateId: 'card-1', type: 'ISSUED' };

    expect(
      noticeOf(happening({ ...card, payload: { recipientEmail: 'kim@example.com' } })),
    ).toEqual({
      template: 'GIFT_CARD',
      causeId: 'event-1',
      orderId: undefined,
      recipient: 'kim@example.com',
      details: { recipientEmail: 'kim@example.com', type: 'ISSUED', aggregateId: 'card-1' },
    });
    expect(noticeOf(happening({ ...card, payload: { recipientEmail: null } }))).toBeUndefined();
  });

  it('is money that came too late and goes back', () => {
    const returned = { aggregateType: 'payment', type: 'RETURNED' };

    expect(
      noticeOf(happening({ ...returned, payload: { email: 'kim@example.com' } })),
    ).toMatchObject({ template: 'PAYMENT_RETURNED', recipient: 'kim@example.com' });
  });

  it('is nothing that other aggregates tell', () => {
    expect(noticeOf(happening({ aggregateType: 'task', type: 'PLACED' }))).toBeUndefined();
  });
});
