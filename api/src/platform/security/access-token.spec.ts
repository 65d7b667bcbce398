import { sign } from 'jsonwebtoken';

import { newId } from '../../kernel/ids';
import { AccessTokens } from './access-token';
import { deriveKey } from './derive-key';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const start = new Date('2026-11-20T09:00:00Z');
const farAway = new Date('2026-12-20T09:00:00Z');
const claims = { accountId: newId(), sessionId: newId() };

function minutesLater(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

function tokensAt(now: Date, withSecret = secret): AccessTokens {
  return new AccessTokens(withSecret, { now: () => now });
}

describe('AccessTokens', () => {
  const issued = tokensAt(start).issue('customer', claims, farAway);

  it('reads back what it issued', () => {
    expect(tokensAt(minutesLater(14)).read(issued.token, 'customer')).toEqual(claims);
  });

  it('lets a token go after 15 minutes (ASVS 9.2.1)', () => {
    expect(issued.expiresAt).toEqual(minutesLater(15));
    expect(tokensAt(minutesLater(15)).read(issued.token, 'customer')).toBeUndefined();
  });

  it('issues no token that outlives its session', () => {
    const short = tokensAt(start).issue('staff', claims, minutesLater(5));

    expect(short.expiresAt).toEqual(minutesLater(5));
  });

  it('refuses a token made for the other contract (ASVS 9.2.3)', () => {
    expect(tokensAt(start).read(issued.token, 'staff')).toBeUndefined();
  });

  it('refuses a token signed with another secret', () => {
    const stranger = tokensAt(start, 'another-secret-of-thirty-two-characters');

    expect(stranger.read(issued.token, 'customer')).toBeUndefined();
  });

  it('refuses unsigned tokens and foreign algorithms (ASVS 9.1.2)', () => {
    const [, payload = ''] = issued.token.split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const body = { sub: claims.accountId, sid: claims.sessionId, exp: 1_900_000_000 };
    const hs512 = sign(body, deriveKey(secret, 'access-token'), {
      algorithm: 'HS512',
      issuer: 'cartwright',
      audience: 'customer',
    });

    expect(tokensAt(start).read(none, 'customer')).toBeUndefined();
    expect(tokensAt(start).read(hs512, 'customer')).toBeUndefined();
  });

  it.each([
    ['a foreign issuer', { iss: 'elsewhere', aud: 'customer' }],
    ['a start in the future', { iss: 'cartwright', aud: 'customer', nbf: 1_900_000_000 }],
    ['no session', { iss: 'cartwright', aud: 'customer', sid: undefined }],
  ])('refuses a token with %s', (_what, changed) => {
    const body = { sub: claims.accountId, sid: claims.sessionId, exp: 1_950_000_000, ...changed };
    const token = sign(body, deriveKey(secret, 'access-token'), { algorithm: 'HS256' });

    expect(tokensAt(start).read(token, 'customer')).toBeUndefined();
  });

  it('refuses anything that is no token', () => {
    expect(tokensAt(start).read('', 'customer')).toBeUndefined();
    expect(tokensAt(start).read('a.b.c', 'customer')).toBeUndefined();
    expect(tokensAt(start).read('x'.repeat(5_000), 'customer')).toBeUndefined();
  });
});
