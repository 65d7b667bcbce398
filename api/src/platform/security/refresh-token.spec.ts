import { refreshTokenHash, RefreshTokens } from './refresh-token';

describe('RefreshTokens', () => {
  const tokens = new RefreshTokens('a-secret-of-at-least-thirty-two-characters');

  it('gives every caller the same successor of a token', () => {
    const token = tokens.create();

    expect(tokens.successorOf(token)).toBe(tokens.successorOf(token));
    expect(tokens.successorOf(token)).not.toBe(token);
  });

  it('makes successors that nobody without the secret can work out', () => {
    const token = tokens.create();
    const stranger = new RefreshTokens('another-secret-of-thirty-two-characters');

    expect(stranger.successorOf(token)).not.toBe(tokens.successorOf(token));
  });

  it('makes tokens of 256 bits, first ones and successors', () => {
    const token = tokens.create();

    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(Buffer.from(tokens.successorOf(token), 'base64url')).toHaveLength(32);
  });

  it('hashes nothing that cannot be a token', () => {
    expect(refreshTokenHash(undefined)).toBeUndefined();
    expect(refreshTokenHash('short')).toBeUndefined();
    expect(refreshTokenHash(`${'a'.repeat(42)}\u0000`)).toBeUndefined();
    expect(refreshTokenHash(tokens.create())).toHaveLength(32);
  });
});
