import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { ImageRecord } from '../../media';
import { bigintColumn } from '../../platform/database/bigint-column';
import type { StoredTaxLine } from '../../pricing';
import type { FulfilmentStatus, OrderStatus, PaymentStatus } from '../domain/order-status';
import type { OrderLineDiscount, OrderPromotion } from './order-promotions';
import type { OrderAddress, PaidByGiftCard, StoredOrderPart } from './order-snapshots';

const minorUnits = { transformer: bigintColumn };

/** A placed order; prices, address and names are snapshots that later changes of the shop do not touch. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  /** Counts changes, from 1. */
  @Column('integer')
  version: number;

  @Column('text')
  status: OrderStatus;

  @Column('text', { name: 'payment_status' })
  paymentStatus: PaymentStatus;

  @Column('text', { name: 'fulfilment_status' })
  fulfilmentStatus: FulfilmentStatus;

  @Column('uuid', { name: 'checkout_id' })
  checkoutId: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('text')
  email: string;

  @Column('jsonb', { name: 'shipping_address' })
  shippingAddress: OrderAddress;

  @Column('text', { name: 'shipping_method_name' })
  shippingMethodName: string;

  @Column('text', { name: 'payment_method_name' })
  paymentMethodName: string;

  @Column('text', { name: 'currency_code' })
  currencyCode: string;

  @Column('bigint', { name: 'subtotal_minor', ...minorUnits })
  subtotalMinor: bigint;

  @Column('bigint', { name: 'discounts_minor', ...minorUnits })
  discountsMinor: bigint;

  @Column('bigint', { name: 'shipping_minor', ...minorUnits })
  shippingMinor: bigint;

  @Column('bigint', { name: 'tax_minor', ...minorUnits })
  taxMinor: bigint;

  @Column('bigint', { name: 'total_minor', ...minorUnits })
  totalMinor: bigint;

  /** What the tax consists of. */
  @Column('jsonb', { name: 'tax_lines' })
  taxLines: readonly StoredTaxLine[];

  /** What gift cards paid of the total. */
  @Column('jsonb', { name: 'gift_cards' })
  giftCards: readonly PaidByGiftCard[];

  /** The promotions it used. */
  @Column('jsonb')
  promotions: readonly OrderPromotion[];

  /** Of the total, what was cancelled. */
  @Column('bigint', { name: 'cancelled_minor', ...minorUnits })
  cancelledMinor: bigint;

  /** Of the total, what need not be paid because it was refunded. */
  @Column('bigint', { name: 'credited_minor', ...minorUnits })
  creditedMinor: bigint;

  @Column('bigint', { name: 'refunded_shipping_minor', ...minorUnits })
  refundedShippingMinor: bigint;

  /** Secret of the tracking page's address. */
  @Column('text', { name: 'tracking_token' })
  trackingToken: string;

  @Column('text', { nullable: true })
  carrier: string | null;

  @Column('text', { name: 'tracking_number', nullable: true })
  trackingNumber: string | null;

  @Column('timestamptz', { name: 'shipped_at', nullable: true })
  shippedAt: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;
}

/** One variation of an order, as it was sold. */
@Entity('order_line')
export class OrderLineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @Column('integer')
  position: number;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'variation_id' })
  variationId: string;

  @Column('text', { name: 'product_title' })
  productTitle: string;

  @Column('text', { name: 'variation_title' })
  variationTitle: string;

  @Column('text')
  sku: string;

  /** Whether its units are gift cards, which are made when it is paid. */
  @Column('boolean', { name: 'is_gift_card' })
  isGiftCard: boolean;

  @Column('jsonb', { nullable: true })
  image: ImageRecord | null;

  /** What one unit consists of; empty for what is no bundle. */
  @Column('jsonb')
  parts: readonly StoredOrderPart[];

  /** What promotions took off it; these sum to its discounts. */
  @Column('jsonb')
  promotions: readonly OrderLineDiscount[];

  @Column('integer')
  quantity: number;

  @Column('integer', { name: 'cancelled_quantity' })
  cancelledQuantity: number;

  /** Units in parcels, sent or not. */
  @Column('integer', { name: 'packed_quantity' })
  packedQuantity: number;

  @Column('integer', { name: 'refunded_quantity' })
  refundedQuantity: number;

  @Column('integer', { name: 'returned_quantity' })
  returnedQuantity: number;

  @Column('bigint', { name: 'unit_price_minor', ...minorUnits })
  unitPriceMinor: bigint;

  @Column('bigint', { name: 'discounts_minor', ...minorUnits })
  discountsMinor: bigint;

  @Column('bigint', { name: 'tax_minor', ...minorUnits })
  taxMinor: bigint;

  /** Null where it was written before lines had taxes: then it is what its units cost. */
  @Column('bigint', { name: 'total_minor', nullable: true, ...minorUnits })
  totalMinor: bigint | null;

  @Column('jsonb', { name: 'tax_lines' })
  taxLines: readonly StoredTaxLine[];
}
