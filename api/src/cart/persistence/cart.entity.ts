import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';
import type { CartPart } from '../domain/line-goods';

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

  /** In capitals, in the order in which they were given. */
  @Column('text', { name: 'coupon_codes', array: true })
  couponCodes: readonly string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** One variation in a cart; a bundle once for each choice of parts. */
@Entity('cart_line')
export class CartLineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'cart_id' })
  cartId: string;

  @Column('uuid', { name: 'variation_id' })
  variationId: string;

  /** What one unit consists of; null for what is no bundle. */
  @Column('jsonb', { nullable: true })
  parts: readonly CartPart[] | null;

  /** Says which parts they are, so that the same choice is one line. */
  @Column('text', { name: 'parts_key' })
  partsKey: string;

  @Column('integer')
  quantity: number;

  @Column('bigint', { name: 'price_at_add_minor', transformer: bigintColumn })
  priceAtAddMinor: bigint;
}
