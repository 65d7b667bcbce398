import { cancelChoices, cancelSumsText, chosenUnits, unitCount } from './cancel-draft';

const aLine = { productTitle: 'Low Tide', variationTitle: 'A3', cancelledQuantity: 0 };
const lines = [
  { ...aLine, id: 'tide', quantity: 3, cancelledQuantity: 1, packedQuantity: 0 },
  { ...aLine, id: 'packed', quantity: 2, packedQuantity: 2 },
];
const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

describe('the units that a shopper takes out of an order', () => {
  it('are those that are neither cancelled nor packed', () => {
    expect(cancelChoices(lines, {})).toEqual([
      { id: 'tide', name: 'Low Tide (A3)', most: 2, quantity: 0 },
    ]);
  });

  it('are never more than there are by now', () => {
    const choices = cancelChoices(lines, { tide: 3, packed: 1 });

    expect(chosenUnits(choices)).toEqual([{ lineId: 'tide', quantity: 2 }]);
    expect(unitCount(choices)).toBe(2);
  });

  it.each([
    ['paid', 'PAID', '24.00', '0.00', 'You get back £24.00, the way you paid.'],
    [
      'not paid yet',
      'PENDING',
      '0.00',
      '78.50',
      'Your order costs £24.00 less. You have £78.50 left to pay.',
    ],
    ['held', 'AUTHORIZED', '0.00', '78.50', 'Your order costs £24.00 less. We take only £78.50.'],
    ['not paid and ended by it', 'PENDING', '0.00', '0.00', 'Nothing is left to pay.'],
  ] as const)(
    'say what they do to the money of an order that is %s',
    (_what, status, refund, due, text) => {
      const sums = { cancelled: gbp('24.00'), refund: gbp(refund), due: gbp(due) };

      expect(cancelSumsText(sums, status)).toBe(text);
    },
  );

  it('say nothing of money as long as the sums are not known', () => {
    expect(cancelSumsText({ cancelled: null, refund: null, due: null }, 'PAID')).toBeNull();
  });
});
