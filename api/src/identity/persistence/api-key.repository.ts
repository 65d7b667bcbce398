import type { DataSource } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import type { Transaction } from '../../platform/database/transaction';
import type { Permission } from '../../platform/security/viewer';
import { knownPermissions } from './staff.repository';

/** A key as it is shown; its secret is known to its holder alone. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Permission[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A key to be kept. */
export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly scopes: readonly Permission[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
}

/** A key that is good now, with what its maker's role lets it do at most. */
export interface LiveApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly makersPermissions: readonly Permission[];
  readonly lastUsedAt: Date | null;
}

type Row = Omit<ApiKeyRecord, 'scopes'> & { readonly scopes: string[] };

const SELECT = `SELECT k.id, k.name, k.prefix, k.scopes, m.name AS "createdBy",
    k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt",
    k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt"
  FROM api_key k JOIN staff_member m ON m.id = k.created_by`;

function toRecord(row: Row): ApiKeyRecord {
  return { ...row, scopes: knownPermissions(row.scopes) };
}

type LiveRow = Omit<LiveApiKey, 'scopes' | 'makersPermissions'> & {
  readonly scopes: string[];
  readonly makers: string[];
};

const SELECT_LIVE = `SELECT k.id, k.name, k.scopes, r.permissions AS makers, k.last_used_at AS "lastUsedAt"
  FROM api_key k
  JOIN staff_member m ON m.id = k.created_by
  JOIN staff_role r ON r.id = m.role_id
  WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $1)
    AND m.disabled_at IS NULL`;

function toLive({ makers, ...key }: LiveRow): LiveApiKey {
  return {
    ...key,
    scopes: knownPermissions(key.scopes),
    makersPermissions: knownPermissions(makers),
  };
}

/** Reads and writes API keys. */
export class ApiKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<ApiKeyRecord | undefined> {
    const rows: Row[] = await this.dataSource.query(`${SELECT} WHERE k.id = $1`, [id]);
    return rows[0] && toRecord(rows[0]);
  }

  /** One page, newest first. */
  async page(request: PageRequest): Promise<Page<ApiKeyRecord>> {
    const forward = request.direction === 'forward';
    const order = forward ? 'DESC' : 'ASC';
    const rows: Row[] = await this.dataSource.query(
      `${SELECT}
       WHERE $1::timestamptz IS NULL
          OR (k.created_at, k.id) ${forward ? '<' : '>'} ($1::timestamptz, $2::uuid)
       ORDER BY k.created_at ${order}, k.id ${order} LIMIT $3`,
      [request.position?.[0] ?? null, request.position?.[1] ?? null, request.limit + 1],
    );
    return toPage(rows.map(toRecord), request, (row) => [row.createdAt.toISOString(), row.id]);
  }

  async count(): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM api_key',
    );
    return rows[0]?.count ?? 0;
  }

  async add(tx: Transaction, key: NewApiKey): Promise<void> {
    await tx.manager.query(
      `INSERT INTO api_key (id, name, prefix, hash, scopes, created_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        key.id,
        key.name,
        key.prefix,
        key.hash,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt ?? null,
      ],
    );
  }

  /** Locks a key until the transaction ends; says whether it is revoked, undefined where there is none. */
  async lock(tx: Transaction, id: string): Promise<{ readonly isRevoked: boolean } | undefined> {
    const rows: { isRevoked: boolean }[] = await tx.manager.query(
      `SELECT revoked_at IS NOT NULL AS "isRevoked" FROM api_key WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0];
  }

  async revoke(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.manager.query(`UPDATE api_key SET revoked_at = $2 WHERE id = $1`, [id, now]);
  }

  /** The key with this hash, unless it is revoked, expired, or its maker may no longer work here. */
  async live(hash: Buffer, now: Date): Promise<LiveApiKey | undefined> {
    const rows: LiveRow[] = await this.dataSource.query(`${SELECT_LIVE} AND k.hash = $2`, [
      now,
      hash,
    ]);
    return rows[0] && toLive(rows[0]);
  }

  /** Those of these keys that are good now, in one statement. */
  async liveByIds(ids: readonly string[], now: Date): Promise<LiveApiKey[]> {
    const rows: LiveRow[] = await this.dataSource.query(`${SELECT_LIVE} AND k.id = ANY($2)`, [
      now,
      ids,
    ]);
    return rows.map(toLive);
  }

  /** Notes that a key is in use, unless that was noted since `notedAfter`. */
  async noteUse(id: string, now: Date, notedAfter: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE api_key SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)`,
      [id, now, notedAfter],
    );
  }
}
