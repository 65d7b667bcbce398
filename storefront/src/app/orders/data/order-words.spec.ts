import { eventText, unitTexts } from './order-words';

const lines = [
  { id: 'line-1', productTitle: 'Halftone Moon', variationTitle: 'A2' },
  { id: 'line-2', productTitle: 'Gift card', variationTitle: 'Default' },
];

describe('the words for an order', () => {
  it('tell how much money went back', () => {
    const amount = { amount: '5.00', currencyCode: 'GBP' };

    expect(eventText({ type: 'REFUNDED_PART', amount })).toBe('Part of the money refunded: £5.00');
    expect(eventText({ type: 'PARCEL_SENT', amount: null })).toBe('A parcel was sent');
  });

  it('name units by what was ordered, with the choice where there was one', () => {
    const units = [
      { lineId: 'line-1', quantity: 2 },
      { lineId: 'line-2', quantity: 1 },
      { lineId: 'gone', quantity: 1 },
    ];

    expect(unitTexts(units, lines)).toEqual([
      '2 × Halftone Moon (A2)',
      '1 × Gift card',
      '1 × an item',
    ]);
  });
});
