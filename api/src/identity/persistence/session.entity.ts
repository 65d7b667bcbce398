import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in session of one customer or one member of staff. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'staff_member_id', nullable: true })
  staffMemberId: string | null;

  /** The network that signed in; attempts from it are not held back by what strangers do elsewhere. */
  @Column('text', { name: 'client_network' })
  clientNetwork: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** One refresh token of a session, known by its hash. A session's tokens form a chain. */
@Entity('refresh_token')
export class RefreshTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt: Date | null;

  @Column('bytea', { name: 'successor_hash', nullable: true })
  successorHash: Buffer | null;
}
