import type { DataSource } from 'typeorm';

import type { AccessClaims } from '../../platform/security/access-token';
import type { KnownViewer, Viewer } from '../../platform/security/viewer';
import type { AccountKind } from '../domain/account-kind';
import { knownPermissions } from './staff.repository';

/** Finds out, in one statement, who stands behind an access token and whether they still may. */
export class ViewerReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** The viewer; undefined when the session has ended or the account is disabled. */
  find(kind: AccountKind, claims: AccessClaims, now: Date): Promise<Viewer | undefined> {
    return kind === 'customer' ? this.customer(claims, now) : this.staff(claims, now);
  }

  private async customer(claims: AccessClaims, now: Date): Promise<Viewer | undefined> {
    const { accountId: customerId, sessionId } = claims;
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM session
       WHERE id = $1 AND customer_id = $2 AND revoked_at IS NULL AND expires_at > $3`,
      [sessionId, customerId, now],
    );
    return rows.length > 0 ? { kind: 'customer', customerId, sessionId } : undefined;
  }

  private async staff(claims: AccessClaims, now: Date): Promise<Viewer | undefined> {
    const { accountId: staffId, sessionId } = claims;
    const rows: { name: string; permissions: string[] }[] = await this.dataSource.query(
      `SELECT m.name, r.permissions FROM session s
       JOIN staff_member m ON m.id = s.staff_member_id
       JOIN staff_role r ON r.id = m.role_id
       WHERE s.id = $1 AND s.staff_member_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
         AND m.disabled_at IS NULL`,
      [sessionId, staffId, now],
    );
    const member = rows[0];
    return (
      member && {
        kind: 'staff',
        staffId,
        name: member.name,
        sessionId,
        permissions: new Set(knownPermissions(member.permissions)),
      }
    );
  }

  /** Those of these sessions that still go on, with what their viewers may do now, in one statement. */
  async current(sessionIds: readonly string[], now: Date): Promise<KnownViewer[]> {
    if (sessionIds.length === 0) return [];
    const rows: SessionRow[] = await this.dataSource.query(
      `SELECT s.id AS "sessionId", s.customer_id AS "customerId", m.id AS "staffId", m.name, r.permissions
       FROM session s
       LEFT JOIN staff_member m ON m.id = s.staff_member_id AND m.disabled_at IS NULL
       LEFT JOIN staff_role r ON r.id = m.role_id
       WHERE s.id = ANY($1) AND s.revoked_at IS NULL AND s.expires_at > $2
         AND (s.customer_id IS NOT NULL OR m.id IS NOT NULL)`,
      [sessionIds, now],
    );
    return rows.map(toViewer);
  }
}

type SessionRow = { readonly sessionId: string } & (
  | { readonly customerId: string }
  | {
      readonly customerId: null;
      readonly staffId: string;
      readonly name: string;
      readonly permissions: string[];
    }
);

function toViewer(row: SessionRow): KnownViewer {
  const { sessionId } = row;
  if (row.customerId !== null) {
    return { kind: 'customer', customerId: row.customerId, sessionId };
  }
  const { staffId, name } = row;
  const permissions = new Set(knownPermissions(row.permissions));
  return { kind: 'staff', staffId, name, sessionId, permissions };
}
