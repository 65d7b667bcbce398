import { formatMoney, isZero } from './money';
import { relativeTime } from './time';

describe('money', () => {
  it('is written with the digits of its decimal string', () => {
    expect(formatMoney({ amount: '90071992547409931.05', currencyCode: 'GBP' })).toBe(
      '£90,071,992,547,409,931.05',
    );
  });

  it('is zero in any notation of zero', () => {
    expect(isZero({ amount: '0.00', currencyCode: 'GBP' })).toBe(true);
    expect(isZero({ amount: '0.01', currencyCode: 'GBP' })).toBe(false);
  });
});

describe('relativeTime', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  it.each([
    ['2026-11-20T11:59:30Z', 'just now'],
    ['2026-11-20T11:55:00Z', '5 minutes ago'],
    ['2026-11-20T09:00:00Z', '3 hours ago'],
    ['2026-11-18T11:00:00Z', '2 days ago'],
    ['2026-03-02T11:00:00Z', '2 Mar'],
    ['2024-03-02T11:00:00Z', '2 Mar 2024'],
  ])('says of %s: %s', (iso, words) => {
    expect(relativeTime(iso, now)).toBe(words);
  });
});
