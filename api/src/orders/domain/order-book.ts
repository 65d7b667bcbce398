import type { LineCost } from './line-shares';
import type { OrderState } from './order-status';

/** Some units of a line. */
export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** A line and what became of its units. */
export interface BookLine {
  readonly id: string;
  /** Units sold. */
  readonly quantity: number;
  readonly cancelledQuantity: number;
  /** Units in parcels, sent or not. */
  readonly packedQuantity: number;
  /** Units whose money went back after they were sent. */
  readonly refundedQuantity: number;
  /** Units that came back. */
  readonly returnedQuantity: number;
  /** What all its units cost together. */
  readonly cost: LineCost;
}

export type ParcelStatus = 'PREPARED' | 'SENT' | 'DELIVERED' | 'CANCELLED';

/** A parcel and what is in it. */
export interface BookParcel {
  readonly id: string;
  readonly number: number;
  readonly status: ParcelStatus;
  readonly lines: readonly LineUnits[];
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  readonly createdAt: Date;
  readonly sentAt?: Date;
  readonly deliveredAt?: Date;
}

/** Money of an order, in minor units. */
export interface BookMoney {
  /** What everything ever ordered costs, delivery included. */
  readonly totalMinor: bigint;
  /** Of that, what was cancelled. */
  readonly cancelledMinor: bigint;
  /** Of that, what need not be paid because it was refunded. */
  readonly creditedMinor: bigint;
  /** Of the delivery, what was refunded. */
  readonly refundedShippingMinor: bigint;
  /** What a provider holds for the shop, or the shopper has promised. */
  readonly authorizedMinor: bigint;
  /** What the shop took. */
  readonly capturedMinor: bigint;
  /** What it gave back, also where the provider has not yet said so. */
  readonly refundedMinor: bigint;
}

/** Everything that rules about a placed order look at. They turn one book into the next. */
export interface OrderBook {
  readonly state: OrderState;
  readonly lines: readonly BookLine[];
  readonly parcels: readonly BookParcel[];
  readonly money: BookMoney;
}
