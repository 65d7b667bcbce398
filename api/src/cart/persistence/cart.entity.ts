import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';

/** An open basket of a guest (known by a token) or a customer. */
@Entity('cart')
export class CartEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the guest's secret; null for a customer's cart. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  /** Counts changes, from 0. */
  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** One variation in a cart. */
@Entity('cart_line')
export class CartLineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'cart_id' })
  cartId: string;

  @Column('uuid', { name: 'variation_id' })
  variationId: string;

  @Column('integer')
  quantity: number;

  @Column('bigint', { name: 'price_at_add_minor', transformer: bigintColumn })
  priceAtAddMinor: bigint;
}
