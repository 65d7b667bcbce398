import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { OrderAddress } from '../../orders';
import type { StoredCost } from '../../pricing';
import type { CheckoutStatus } from '../domain/checkout-state';
import type { StoredPart, StoredVariation } from '../quoted-parts';
import type { StoredPromotions } from '../quoted-promotions';

/** A cart on its way to becoming an order. */
@Entity('checkout')
export class CheckoutEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'cart_id' })
  cartId: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  /** SHA-256 of the guest's cart secret, by which the guest comes back to it. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column('text')
  status: CheckoutStatus;

  @Column('integer')
  version: number;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('jsonb', { name: 'shipping_address', nullable: true })
  shippingAddress: OrderAddress | null;

  @Column('text', { name: 'shipping_method_code', nullable: true })
  shippingMethodCode: string | null;

  @Column('text', { name: 'currency_code' })
  currencyCode: string;

  /** The quote, frozen while LOCKED and after. */
  @Column('jsonb', { nullable: true })
  quote: StoredQuote | null;

  /** Gift cards to pay with, in the order in which they are used up. */
  @Column('jsonb', { name: 'gift_cards', nullable: true })
  giftCards: readonly AppliedGiftCard[] | null;

  @Column('timestamptz', { name: 'reserved_until', nullable: true })
  reservedUntil: Date | null;

  /** Whether more time was given already, to pay. */
  @Column('boolean', { name: 'hold_extended' })
  holdExtended: boolean;

  @Column('uuid', { name: 'payment_id', nullable: true })
  paymentId: string | null;

  @Column('text', { name: 'payment_provider_code', nullable: true })
  paymentProviderCode: string | null;

  @Column('uuid', { name: 'order_id', nullable: true })
  orderId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** A gift card that was given to a checkout. */
export interface AppliedGiftCard {
  readonly id: string;
  readonly last4: string;
}

/** A frozen quote as it is stored; minor units are texts because JSON has no bigint. */
export interface StoredQuote extends StoredPromotions {
  readonly lines: readonly {
    readonly id: string;
    readonly variation: StoredVariation;
    readonly quantity: number;
    readonly unitPriceMinor: string;
    /** Absent for what is no bundle. */
    readonly parts?: readonly StoredPart[] | undefined;
    /** Absent for what is bought. */
    readonly isGift?: true;
    /** Absent, like that of the whole, in quotes from before there were taxes. */
    readonly cost?: StoredCost;
  }[];
  readonly shippingMethodName: string;
  readonly shippingMinor: string;
  readonly cost?: StoredCost;
  /** What gift cards pay of it; absent where none does. */
  readonly giftCards?: readonly {
    readonly id: string;
    readonly last4: string;
    readonly amountMinor: string;
  }[];
}
