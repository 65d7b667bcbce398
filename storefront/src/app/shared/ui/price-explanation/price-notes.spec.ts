import { type Outcome, priceNotes } from './price-notes';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

function anOutcome(given: Partial<Outcome>): Outcome {
  return {
    promotionId: 'promotion-1',
    name: 'Autumn sale',
    class: 'ORDER',
    code: null,
    status: 'APPLIED',
    amount: null,
    reason: null,
    missingAmount: null,
    missingQuantity: null,
    beatenByName: null,
    message: 'Applied.',
    ...given,
  };
}

describe('why a cart costs what it costs', () => {
  it('names each promotion in the price with its code and what it takes off', () => {
    const { applied } = priceNotes([anOutcome({ code: 'AUTUMN', amount: gbp('5.00') })]);

    expect(applied).toEqual([
      expect.objectContaining({ name: 'Autumn sale (AUTUMN)', amount: gbp('5.00') }),
    ]);
  });

  it('says what gifts and free delivery are, which take nothing off yet', () => {
    const { applied } = priceNotes([
      anOutcome({ name: 'A free print', amount: gbp('0.00') }),
      anOutcome({ name: 'Free delivery', class: 'SHIPPING' }),
    ]);

    expect(applied.map(({ amount, remark }) => [amount, remark])).toEqual([
      [null, 'Free gift'],
      [null, 'At delivery'],
    ]);
  });

  it('tells how little is missing', () => {
    const { hints } = priceNotes([
      anOutcome({
        name: 'Free delivery',
        status: 'REJECTED',
        reason: 'SUBTOTAL_TOO_LOW',
        missingAmount: gbp('5.00'),
      }),
      anOutcome({
        name: '3 for 2',
        status: 'REJECTED',
        reason: 'QUANTITY_TOO_LOW',
        missingQuantity: 1,
      }),
    ]);

    expect(hints).toEqual(['Spend £5.00 more for “Free delivery”.', 'Add 1 more for “3 for 2”.']);
  });

  it('says of a code why it takes nothing off, and nothing of offers that nobody asked for', () => {
    const { idle, hints } = priceNotes([
      anOutcome({ status: 'BEATEN', code: 'TEN', beatenByName: 'Autumn sale' }),
      anOutcome({ status: 'REJECTED', code: 'FIRST', message: 'For a first order only.' }),
      anOutcome({ status: 'REJECTED', reason: 'CUSTOMER_GROUP' }),
    ]);

    expect(idle).toEqual([
      'TEN: “Autumn sale” takes off more, and they do not go together.',
      'FIRST: For a first order only.',
    ]);
    expect(hints).toEqual([]);
  });
});
