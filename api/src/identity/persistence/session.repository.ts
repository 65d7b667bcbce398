import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { AccountKind } from '../domain/account-kind';
import type { PresentedToken } from '../domain/refresh-decision';
import { RefreshTokenEntity, SessionEntity } from './session.entity';

/** Which column of a session names its account. */
const accountColumn: Readonly<Record<AccountKind, string>> = {
  customer: 'customer_id',
  staff: 'staff_member_id',
};

/** A session as it starts. */
export interface NewSession {
  readonly id: string;
  readonly kind: AccountKind;
  readonly accountId: string;
  readonly clientNetwork: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A presented token with the session it belongs to. */
export interface StoredToken extends PresentedToken {
  readonly sessionId: string;
  readonly accountId: string;
  readonly successorHash: Buffer | null;
}

/** Reads and writes sessions and their refresh tokens. */
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Transaction, session: NewSession, tokenHash: Buffer): Promise<void> {
    const { id, kind, accountId, clientNetwork, createdAt, expiresAt } = session;
    await tx.manager.insert(SessionEntity, {
      id,
      customerId: kind === 'customer' ? accountId : null,
      staffMemberId: kind === 'staff' ? accountId : null,
      clientNetwork,
      createdAt,
      lastSeenAt: createdAt,
      expiresAt,
    });
    await tx.manager.insert(RefreshTokenEntity, { tokenHash, sessionId: id, issuedAt: createdAt });
  }

  /** Finds a presented token and locks its session until the transaction ends. */
  async lockToken(
    tx: Transaction,
    kind: AccountKind,
    tokenHash: Buffer,
  ): Promise<StoredToken | undefined> {
    const account = accountColumn[kind];
    await tx.manager.query(
      `SELECT s.id FROM session s JOIN refresh_token t ON t.session_id = s.id
       WHERE t.token_hash = $1 AND s.${account} IS NOT NULL FOR UPDATE OF s`,
      [tokenHash],
    );
    // A statement of its own: it must see what the transaction that held the lock has written.
    const rows: StoredToken[] = await tx.manager.query(
      `SELECT s.id AS "sessionId", s.${account} AS "accountId", s.revoked_at AS "sessionRevokedAt",
              s.expires_at AS "sessionExpiresAt", t.rotated_at AS "rotatedAt",
              t.successor_hash AS "successorHash",
              coalesce(next.rotated_at IS NOT NULL, false) AS "isSuccessorRotated"
       FROM refresh_token t
       JOIN session s ON s.id = t.session_id
       LEFT JOIN refresh_token next ON next.token_hash = t.successor_hash
       WHERE t.token_hash = $1 AND s.${account} IS NOT NULL`,
      [tokenHash],
    );
    return rows[0];
  }

  /** Replaces a token by its successor. */
  async rotate(
    tx: Transaction,
    change: {
      readonly sessionId: string;
      readonly from: Buffer;
      readonly to: Buffer;
      readonly now: Date;
    },
  ): Promise<void> {
    const { sessionId, from, to, now } = change;
    await tx.manager.update(
      RefreshTokenEntity,
      { tokenHash: from },
      { rotatedAt: now, successorHash: to },
    );
    await tx.manager.insert(RefreshTokenEntity, { tokenHash: to, sessionId, issuedAt: now });
    await tx.manager.update(SessionEntity, { id: sessionId }, { lastSeenAt: now });
  }

  /** Ends a session; tells whether it was still going on. */
  async revoke(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
    const [, changed]: [unknown, number] = await tx.manager.query(
      `UPDATE session SET revoked_at = $2
       WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2`,
      [sessionId, now],
    );
    return changed > 0;
  }

  /** The session that a token belongs to, whether or not the token is spent. */
  async sessionOfToken(
    tx: Transaction,
    kind: AccountKind,
    tokenHash: Buffer,
  ): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT s.id FROM refresh_token t JOIN session s ON s.id = t.session_id
       WHERE t.token_hash = $1 AND s.${accountColumn[kind]} IS NOT NULL`,
      [tokenHash],
    );
    return rows[0]?.id;
  }

  /** Whether the account has signed in from this network before. */
  async hasSignedInFrom(kind: AccountKind, accountId: string, network: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM session WHERE ${accountColumn[kind]} = $1 AND client_network = $2 LIMIT 1`,
      [accountId, network],
    );
    return rows.length > 0;
  }

  /** Forgets sessions that expired before then, with their tokens. */
  async purge(expiredBefore: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM session WHERE expires_at < $1', [expiredBefore]);
  }
}
