import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who has an account with the shop. */
@Entity('customer')
export class CustomerEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Trimmed and in lower case. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'password_hash', select: false })
  passwordHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
