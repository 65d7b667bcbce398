import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatMinor, minorOf } from './money.ts';

const pounds = (amount: string) => minorOf({ amount, currencyCode: 'GBP' });

test('reads amounts that a float would lose', () => {
  assert.equal(pounds('90071992547409.93'), 9007199254740993n);
  assert.equal(pounds('0.29') * 100n, 2900n);
});

test('reads amounts with fewer decimals, and negative ones', () => {
  assert.equal(pounds('12'), 1200n);
  assert.equal(pounds('12.5'), 1250n);
  assert.equal(pounds('-0.05'), -5n);
});

test('knows currencies without decimals', () => {
  assert.equal(minorOf({ amount: '1200', currencyCode: 'JPY' }), 1200n);
  assert.equal(formatMinor(1200n, 'JPY'), '1,200');
});

test('refuses what is no amount in the currency', () => {
  for (const amount of ['', '1.005', '1e3', '1,00', 'NaN']) {
    assert.throws(() => pounds(amount), RangeError, amount);
  }
});

test('writes minor units for people', () => {
  assert.equal(formatMinor(82696590n, 'GBP'), '826,965.90');
  assert.equal(formatMinor(-5n, 'GBP'), '-0.05');
});
