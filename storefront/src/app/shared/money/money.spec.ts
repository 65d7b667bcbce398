import { compareMoney, formatMoney, isZero, lessPercent, priceRange, sumMoney } from './money';

describe('money', () => {
  it('is written with its currency and all its minor units', () => {
    expect(formatMoney({ amount: '12.5', currencyCode: 'EUR' })).toBe('€12.50');
    expect(formatMoney({ amount: '1200', currencyCode: 'JPY' })).toBe('JP¥1,200');
  });

  it('keeps amounts exact that a float cannot hold', () => {
    expect(formatMoney({ amount: '90071992547409931.17', currencyCode: 'EUR' })).toBe(
      '€90,071,992,547,409,931.17',
    );
  });

  it('knows nothing in every spelling', () => {
    expect(isZero({ amount: '0.00', currencyCode: 'EUR' })).toBe(true);
    expect(isZero({ amount: '0', currencyCode: 'EUR' })).toBe(true);
    expect(isZero({ amount: '0.01', currencyCode: 'EUR' })).toBe(false);
  });

  it('is compared exactly, however it is written', () => {
    const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

    expect(compareMoney(gbp('9.5'), gbp('10'))).toBe(-1);
    expect(compareMoney(gbp('9.50'), gbp('9.5'))).toBe(0);
    expect(compareMoney(gbp('90071992547409931.17'), gbp('90071992547409931.16'))).toBe(1);
  });

  it('is summed exactly, each amount as often as it counts', () => {
    const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });

    expect(
      sumMoney([
        { money: gbp('9.99'), times: 2 },
        { money: gbp('0.5'), times: 1 },
      ]),
    ).toEqual(gbp('20.48'));
    expect(sumMoney([{ money: gbp('0.01'), times: 3 }])).toEqual(gbp('0.03'));
    expect(sumMoney([])).toBeUndefined();
  });

  it('is reduced by a percentage with the half rounded as the shop does', () => {
    expect(lessPercent({ amount: '10.30', currencyCode: 'GBP' }, '12.5').amount).toBe('9.01');
    expect(lessPercent({ amount: '0.50', currencyCode: 'GBP' }, '1').amount).toBe('0.49');
    expect(lessPercent({ amount: '1001', currencyCode: 'JPY' }, '10').amount).toBe('901');
  });

  it('knows the range of some prices, and of none that there is none', () => {
    const [low, middle, high] = ['9.50', '10.00', '100.00'].map((amount) => ({
      amount,
      currencyCode: 'GBP',
    }));

    expect(priceRange([middle, high, low].flatMap((price) => price ?? []))).toEqual({
      min: low,
      max: high,
    });
    expect(priceRange([])).toBeUndefined();
  });
});
