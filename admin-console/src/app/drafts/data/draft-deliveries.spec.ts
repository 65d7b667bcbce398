import { aDelivery, aDraft } from '../../testing/drafts';
import { deliveryChoices } from './draft-deliveries';

const nameOf = (code: string) => (code === 'courier' ? 'Courier' : code);
const labels = (given: Parameters<typeof aDraft>[0]) =>
  deliveryChoices(aDraft(given), nameOf).map(({ label }) => label);

describe("the choices of a draft's delivery", () => {
  it('have their prices and days', () => {
    const shippingMethods = [
      { ...aDelivery('post', 'Post', '3.00'), minDays: 3, maxDays: 5 },
      { ...aDelivery('express', 'Express', '9.50'), minDays: 1, maxDays: 1 },
      aDelivery('standard', 'Standard', '4.00'),
    ];

    expect(labels({ shippingMethods })).toEqual([
      'Not chosen yet',
      'Post, £3.00, 3–5 days',
      'Express, £9.50, 1 day',
      'Standard, £4.00',
    ]);
  });

  it('show what was chosen although it is not offered', () => {
    expect(labels({ shippingMethodCode: 'courier' })).toEqual([
      'Not chosen yet',
      'Standard, £4.00',
      'Courier: not offered here',
    ]);
  });
});
