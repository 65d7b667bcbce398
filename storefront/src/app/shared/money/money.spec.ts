import { formatMoney, isZero } from './money';

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
});
