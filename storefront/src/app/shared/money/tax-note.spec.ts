import { isTaxIncluded } from './tax-note';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
const cost = (total: string) => ({
  subtotal: gbp('24.00'),
  discounts: gbp('2'),
  shipping: gbp('4.50'),
  tax: gbp('4.42'),
  total: gbp(total),
});

describe('isTaxIncluded', () => {
  it('is true when the parts without tax make the total', () => {
    expect(isTaxIncluded(cost('26.50'))).toBe(true);
  });

  it('is false when tax comes on top', () => {
    expect(isTaxIncluded(cost('30.92'))).toBe(false);
  });
});
