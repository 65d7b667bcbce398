import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';
import type { PaymentState } from '../domain/payment-state';

/** One attempt to be paid for a checkout, and later its order. */
@Entity('payment')
export class PaymentEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Null where an order that was placed before is paid for. */
  @Column('uuid', { name: 'checkout_id', nullable: true })
  checkoutId: string | null;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  @Column('text', { name: 'provider_code' })
  providerCode: string;

  @Column('text')
  state: PaymentState;

  @Column('bigint', { name: 'amount_minor', transformer: bigintColumn })
  amountMinor: bigint;

  @Column('text', { name: 'currency_code' })
  currencyCode: string;

  /** What the provider calls it. */
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('bigint', { name: 'captured_minor', transformer: bigintColumn })
  capturedMinor: bigint;

  /** What went back or is on its way; counted by the database from the refunds. */
  @Column('bigint', { name: 'refunded_minor', transformer: bigintColumn })
  refundedMinor: bigint;

  /** Why the money goes back although no order was made of it. */
  @Column('text', { name: 'returned_because', nullable: true })
  returnedBecause: string | null;

  /** When the provider is to be told that nothing will be taken; null where nobody need be told. */
  @Column('timestamptz', { name: 'cancel_due_at', nullable: true })
  cancelDueAt: Date | null;

  /** How often the provider was asked in vain. */
  @Column('integer')
  attempts: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
