import { giftCardState } from './gift-card-state';

const now = Date.parse('2026-11-20T12:00:00.000Z');
const card = {
  balance: { amount: '12.00', currencyCode: 'GBP' },
  expiresAt: null,
  disabledAt: null,
};

describe('the state of a gift card', () => {
  it.each([
    ['Active', {}],
    ['Active', { expiresAt: '2026-11-20T12:00:01.000Z' }],
    ['Expired', { expiresAt: '2026-11-20T12:00:00.000Z' }],
    ['Used up', { balance: { amount: '0.00', currencyCode: 'GBP' } }],
    ['Disabled', { disabledAt: '2026-11-01T00:00:00.000Z', expiresAt: '2026-11-02T00:00:00.000Z' }],
  ])('is %s with %j', (label, given) => {
    expect(giftCardState({ ...card, ...given }, now).label).toBe(label);
  });
});
