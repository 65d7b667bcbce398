import type { DataSource } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import { type Permission, permissions } from '../../platform/security/viewer';
import { StaffMemberEntity, StaffRoleEntity } from './staff.entity';

/** A member of staff with what their role lets them do. */
export interface StaffMemberRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** What signing in compares with. */
export interface StaffCredentials {
  readonly id: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

/** What a new member of staff is made of; the password is hashed already. */
export interface NewStaffMember {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roleId: string;
  readonly createdAt: Date;
}

/** The permissions among names that a role was given; names this program does not know grant nothing. */
export function knownPermissions(names: readonly string[]): Permission[] {
  return permissions.filter((permission) => names.includes(permission));
}

/** Reads and writes staff. */
export class StaffRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A member of staff who may work, by id. */
  async byId(id: string): Promise<StaffMemberRecord | undefined> {
    const rows: { id: string; email: string; name: string; permissions: string[] }[] =
      await this.dataSource.query(
        `SELECT m.id, m.email, m.name, r.permissions FROM staff_member m
         JOIN staff_role r ON r.id = m.role_id WHERE m.id = $1 AND m.disabled_at IS NULL`,
        [id],
      );
    const row = rows[0];
    return row && { ...row, permissions: knownPermissions(row.permissions) };
  }

  /** The credentials behind an e-mail address in its stored form. */
  async credentials(email: string): Promise<StaffCredentials | undefined> {
    const rows: StaffCredentials[] = await this.dataSource.query(
      `SELECT id, password_hash AS "passwordHash", disabled_at IS NOT NULL AS "isDisabled"
       FROM staff_member WHERE email = $1`,
      [email],
    );
    return rows[0];
  }

  /** The id of a role by its name. */
  async roleId(name: string): Promise<string | undefined> {
    const role = await this.dataSource.getRepository(StaffRoleEntity).findOneBy({ name });
    return role?.id;
  }

  /** The id of the member of staff with an e-mail address, disabled or not. */
  async idByEmail(email: string): Promise<string | undefined> {
    const member = await this.dataSource.getRepository(StaffMemberEntity).findOneBy({ email });
    return member?.id;
  }

  /** Adds a member of staff; undefined when the e-mail address has one already. */
  async add(tx: Transaction, member: NewStaffMember): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO staff_member (id, email, name, password_hash, role_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), member.email, member.name, member.passwordHash, member.roleId, member.createdAt],
    );
    return rows[0]?.id;
  }

  /** Replaces the digest of an unchanged password, unless the password was changed meanwhile. */
  async replaceDigest(id: string, oldDigest: string, newDigest: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE staff_member SET password_hash = $3 WHERE id = $1 AND password_hash = $2`,
      [id, oldDigest, newDigest],
    );
  }
}
