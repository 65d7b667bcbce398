import { decideRefresh, GRACE_MS, type PresentedToken } from './refresh-decision';

const now = new Date('2026-11-20T09:00:00Z');

function ago(ms: number): Date {
  return new Date(now.getTime() - ms);
}

function aToken(changed: Partial<PresentedToken> = {}): PresentedToken {
  return {
    sessionRevokedAt: null,
    sessionExpiresAt: new Date('2026-12-20T09:00:00Z'),
    rotatedAt: null,
    isSuccessorRotated: false,
    ...changed,
  };
}

describe('decideRefresh', () => {
  it('rotates the current token', () => {
    expect(decideRefresh(aToken(), now)).toBe('rotate');
  });

  it('repeats the successor of a token spent a moment ago', () => {
    expect(decideRefresh(aToken({ rotatedAt: ago(GRACE_MS) }), now)).toBe('repeat');
  });

  it('takes a token that comes back after the grace for stolen (ASVS 10.4.5)', () => {
    expect(decideRefresh(aToken({ rotatedAt: ago(GRACE_MS + 1) }), now)).toBe('reused');
  });

  it('takes a grandparent for stolen even inside the grace', () => {
    const grandparent = aToken({ rotatedAt: ago(1_000), isSuccessorRotated: true });

    expect(decideRefresh(grandparent, now)).toBe('reused');
  });

  it('ends with the session, whatever the token (ASVS 7.3.2, 10.4.8)', () => {
    expect(decideRefresh(aToken({ sessionExpiresAt: now }), now)).toBe('ended');
    expect(decideRefresh(aToken({ sessionRevokedAt: ago(1), rotatedAt: ago(60_000) }), now)).toBe(
      'ended',
    );
  });
});
