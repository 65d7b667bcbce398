import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { AccessTokens } from '../../platform/security/access-token';
import { networkOf } from '../../platform/security/client-network';
import { refreshTokenHash, type RefreshTokens } from '../../platform/security/refresh-token';
import type { AccountKind } from '../domain/account-kind';
import { decideRefresh } from '../domain/refresh-decision';
import { sessionExpiry } from '../domain/session-lifetime';
import type { SessionRepository, StoredToken } from '../persistence/session.repository';

/** What the client of a session is given. */
export interface IssuedSession {
  readonly accountId: string;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  /** When the session ends, however busy it is. */
  readonly expiresAt: Date;
}

/** Who starts a session, and which refresh token they held until now. */
export interface SessionStart {
  readonly kind: AccountKind;
  readonly accountId: string;
  readonly clientAddress: string;
  readonly replaces: string | undefined;
}

/** How a session is pointed out by those who want to end it. */
export interface SessionPointer {
  readonly refreshToken: string | undefined;
  readonly sessionId: string | undefined;
}

/** Heard when a spent refresh token comes back, so that somebody can look into it. */
export type ReuseListener = (session: { kind: AccountKind; sessionId: string }) => void;

export interface SessionTokens {
  readonly access: AccessTokens;
  readonly refresh: RefreshTokens;
}

/** Starts, continues and ends sessions. */
export class Sessions {
  constructor(
    private readonly repository: SessionRepository,
    private readonly transactions: TransactionRunner,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
    private readonly onReuse: ReuseListener,
  ) {}

  /** Starts a session and ends the one that it replaces. */
  async open(tx: Transaction, start: SessionStart): Promise<IssuedSession> {
    const { kind, accountId, clientAddress, replaces } = start;
    const now = this.clock.now();
    await this.revokeByToken(tx, kind, replaces, now);
    const session = {
      id: newId(),
      kind,
      accountId,
      clientNetwork: networkOf(clientAddress),
      createdAt: now,
      expiresAt: sessionExpiry(kind, now),
    };
    const refreshToken = this.tokens.refresh.create();
    await this.repository.add(tx, session, hashOf(refreshToken));
    return this.issue(kind, { ...session, sessionId: session.id }, refreshToken);
  }

  /** Spends a refresh token for the next; undefined when its session is over or it was spent before. */
  async refresh(
    kind: AccountKind,
    presented: string | undefined,
  ): Promise<IssuedSession | undefined> {
    const hash = refreshTokenHash(presented);
    if (presented === undefined || hash === undefined) return undefined;
    const result = await this.transactions.run(async (tx) => {
      const token = await this.repository.lockToken(tx, kind, hash);
      return accepted(token && (await this.spend(tx, kind, token, presented)));
    });
    return result.ok ? result.value : undefined;
  }

  /** Ends a session; tells whether there was one going on. */
  async end(kind: AccountKind, pointer: SessionPointer): Promise<boolean> {
    const result = await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const byToken = await this.revokeByToken(tx, kind, pointer.refreshToken, now);
      const { sessionId } = pointer;
      const byId = sessionId !== undefined && (await this.repository.revoke(tx, sessionId, now));
      return accepted(byToken || byId);
    });
    return result.ok && result.value;
  }

  private async spend(
    tx: Transaction,
    kind: AccountKind,
    token: StoredToken,
    presented: string,
  ): Promise<IssuedSession | undefined> {
    const now = this.clock.now();
    const successor = this.tokens.refresh.successorOf(presented);
    const successorHash = hashOf(successor);
    switch (decideRefresh(token, now)) {
      case 'ended':
        return undefined;
      case 'reused':
        await this.repository.revoke(tx, token.sessionId, now);
        this.onReuse({ kind, sessionId: token.sessionId });
        return undefined;
      case 'repeat':
        // They differ when the server's secret was changed within the grace.
        return token.successorHash?.equals(successorHash)
          ? this.issue(kind, { ...token, expiresAt: token.sessionExpiresAt }, successor)
          : undefined;
      case 'rotate': {
        const from = hashOf(presented);
        await this.repository.rotate(tx, {
          sessionId: token.sessionId,
          from,
          to: successorHash,
          now,
        });
        return this.issue(kind, { ...token, expiresAt: token.sessionExpiresAt }, successor);
      }
    }
  }

  private async revokeByToken(
    tx: Transaction,
    kind: AccountKind,
    token: string | undefined,
    now: Date,
  ): Promise<boolean> {
    const hash = refreshTokenHash(token);
    const sessionId = hash && (await this.repository.sessionOfToken(tx, kind, hash));
    return sessionId !== undefined && (await this.repository.revoke(tx, sessionId, now));
  }

  private issue(
    kind: AccountKind,
    session: { readonly sessionId: string; readonly accountId: string; readonly expiresAt: Date },
    refreshToken: string,
  ): IssuedSession {
    const access = this.tokens.access.issue(kind, session, session.expiresAt);
    return {
      accountId: session.accountId,
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      expiresAt: session.expiresAt,
    };
  }
}

function hashOf(token: string): Buffer {
  const hash = refreshTokenHash(token);
  if (!hash) throw new Error('The server made a malformed refresh token.');
  return hash;
}
