import { blankMethod, newRate, placeInMethod, toMethodDraft, toMethodInput } from './method-draft';

const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

describe('a way of delivery', () => {
  it('sends bands that end where the next begins, the last one at the limit', () => {
    const bands = [
      { from: '0', price: '3.50' },
      { from: '2000', price: '6' },
    ];
    const rate = { ...newRate('z1'), kind: 'weight', bands, limit: '30000', freeFrom: '50' };

    const { rates } = toMethodInput({ ...blankMethod, rates: [rate] }, 'GBP');

    expect(rates).toEqual([
      {
        zoneId: 'z1',
        weightBands: [
          { fromGrams: 0, belowGrams: 2000, price: gbp('3.50') },
          { fromGrams: 2000, belowGrams: 30000, price: gbp('6') },
        ],
        freeFrom: gbp('50'),
      },
    ]);
  });

  it('leaves the last band without an end where there is no limit', () => {
    const rate = { ...newRate('z1'), kind: 'subtotal', bands: [{ from: '0', price: '4' }] };

    const { rates } = toMethodInput({ ...blankMethod, rates: [rate] }, 'GBP');

    expect(rates).toEqual([{ zoneId: 'z1', subtotalBands: [{ from: gbp('0'), price: gbp('4') }] }]);
  });

  it('comes back from the graph as it was sent', () => {
    const rate = {
      zoneId: 'z1',
      price: null,
      weightBands: null,
      subtotalBands: [
        { from: gbp('0.00'), below: gbp('40.00'), price: gbp('4.00') },
        { from: gbp('40.00'), below: gbp('500.00'), price: gbp('2.00') },
      ],
      freeFrom: null,
      minDays: 2,
      maxDays: null,
    };

    const draft = toMethodDraft({
      ...blankMethod,
      code: 'standard',
      name: 'Standard',
      rates: [rate],
    });

    expect(draft.rates[0]).toMatchObject({
      kind: 'subtotal',
      bands: [
        { from: '0.00', price: '4.00' },
        { from: '40.00', price: '2.00' },
      ],
      limit: '500.00',
      minDays: '2',
      maxDays: '',
    });
  });

  it.each([
    [
      ['rates', '1', 'weightBands', '0', 'belowGrams'],
      ['rates', '1', 'bands', '0', 'from'],
    ],
    [
      ['rates', '1', 'subtotalBands', '2', 'price', 'amount'],
      ['rates', '1', 'bands', '2', 'price'],
    ],
    [
      ['rates', '0', 'freeFrom', 'amount'],
      ['rates', '0', 'freeFrom'],
    ],
    [['name'], ['name']],
  ])('shows what is refused at %j by %j', (named, shown) => {
    expect(placeInMethod(named)).toEqual(shown);
  });
});
