import { Column, Entity, PrimaryColumn } from 'typeorm';

import { bigintColumn } from '../../platform/database/bigint-column';

export type PaymentState =
  'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'DECLINED' | 'VOIDED' | 'REFUNDED';

/** One attempt to be paid for a checkout, and later its order. */
@Entity('payment')
export class PaymentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'checkout_id' })
  checkoutId: string;

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

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
