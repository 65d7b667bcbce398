import { tokenLifetimeMilliseconds } from './token-lifetime';

function aToken(claims: object): string {
  return `h.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_')}.s`;
}

describe('tokenLifetimeMilliseconds', () => {
  it('is what lies between issue and expiry, whatever the clock says', () => {
    expect(tokenLifetimeMilliseconds(aToken({ iat: 100, exp: 1000 }))).toBe(900_000);
  });

  it('is unknown for a token that is no JWT', () => {
    expect(tokenLifetimeMilliseconds('opaque')).toBeUndefined();
    expect(tokenLifetimeMilliseconds('a.b.c')).toBeUndefined();
  });
});
