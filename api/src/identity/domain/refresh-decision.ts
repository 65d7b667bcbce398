/** How long the token before the current one still yields the current one. */
export const GRACE_MS = 10_000;

/** A refresh token that somebody presented, with what is known of it and its session. */
export interface PresentedToken {
  readonly sessionRevokedAt: Date | null;
  readonly sessionExpiresAt: Date;
  /** When it was replaced; null while it is the current one. */
  readonly rotatedAt: Date | null;
  /** Whether the token that replaced it was replaced in turn. */
  readonly isSuccessorRotated: boolean;
}

/**
 * What to do about it: give out a new token, repeat the one given a moment ago to a parallel request, say
 * that the session is over, or end it because a spent token came back: somebody has copied it.
 */
export type RefreshDecision = 'rotate' | 'repeat' | 'ended' | 'reused';

/** Decides what a presented refresh token is good for. */
export function decideRefresh(token: PresentedToken, now: Date): RefreshDecision {
  if (token.sessionRevokedAt || token.sessionExpiresAt <= now) return 'ended';
  if (!token.rotatedAt) return 'rotate';
  const isRecent = now.getTime() - token.rotatedAt.getTime() <= GRACE_MS;
  return isRecent && !token.isSuccessorRotated ? 'repeat' : 'reused';
}
