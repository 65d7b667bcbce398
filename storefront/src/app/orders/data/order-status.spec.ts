import { eventLabel, orderStatusView, paymentLabel, stepsAhead } from './order-status';

describe('order status', () => {
  it('lists the steps still ahead in order', () => {
    expect(stepsAhead('CONFIRMED')).toEqual(['In production', 'Shipped', 'Delivered']);
  });

  it('has nothing ahead of a delivered, cancelled or refunded order', () => {
    expect(stepsAhead('DELIVERED')).toEqual([]);
    expect(stepsAhead('CANCELLED')).toEqual([]);
    expect(stepsAhead('REFUNDED')).toEqual([]);
  });

  it('says every status and event in words', () => {
    expect(orderStatusView('SHIPPED').headline).toBe('Your order is on its way');
    expect(paymentLabel('PENDING')).toBe('Payment due');
    expect(eventLabel('PAID')).toBe('Payment received');
  });

  it('says so when only a part of the goods has left', () => {
    expect(orderStatusView('PROCESSING', 'PARTIALLY_FULFILLED').label).toBe('Partly shipped');
    expect(orderStatusView('SHIPPED', 'FULFILLED').label).toBe('Shipped');
  });
});
