import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of permissions. */
@Entity('staff_role')
export class StaffRoleEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  permissions: string[];
}

/** A person who works in the shop. */
@Entity('staff_member')
export class StaffMemberEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Trimmed and in lower case. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'password_hash', select: false })
  passwordHash: string;

  @Column('uuid', { name: 'role_id' })
  roleId: string;

  /** Since when this person may no longer sign in. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
