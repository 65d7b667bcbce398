import { apiKeyState, expiryOf } from './api-key-state';
import { grantableScopes } from './permission-labels';

const now = Date.parse('2026-11-20T10:00:00.000Z');

describe('the state of an API key', () => {
  it.each([
    ['Active', { revokedAt: null, expiresAt: null }],
    ['Active', { revokedAt: null, expiresAt: '2027-01-01T00:00:00.000Z' }],
    ['Ends soon', { revokedAt: null, expiresAt: '2026-11-24T10:00:00.000Z' }],
    ['Expired', { revokedAt: null, expiresAt: '2026-11-20T10:00:00.000Z' }],
    ['Revoked', { revokedAt: '2026-11-01T00:00:00.000Z', expiresAt: null }],
  ])('is %s', (label, key) => {
    expect(apiKeyState(key, now).label).toBe(label);
  });

  it('ends a new key after the days that were chosen', () => {
    expect(expiryOf('30', '', now)).toBe('2026-12-20T10:00:00.000Z');
  });

  it('lets a key be good for the whole of its last day', () => {
    const expiry = expiryOf('date', '2026-12-24', now);

    expect(new Date(expiry ?? '').toLocaleString('en-GB')).toBe('24/12/2026, 23:59:59');
  });

  it('lets a key never end where that is chosen', () => {
    expect(expiryOf('never', '', now)).toBeUndefined();
  });
});

describe('the scopes that somebody can hand on', () => {
  it('are their own, without that of handing out keys', () => {
    expect(grantableScopes(['API_KEYS_WRITE', 'ORDERS_READ', 'CATALOG_READ'])).toEqual([
      'CATALOG_READ',
      'ORDERS_READ',
    ]);
  });
});
