export const orderStatuses = [
  'PENDING',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
  'REFUNDED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/**
 * Which status may follow which. An order that was sent goes back to PROCESSING when goods are added by an exchange.
 * The database holds the same table; a test compares the two.
 */
export const orderSteps: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  PENDING: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['PROCESSING', 'CANCELLED'],
  PROCESSING: ['SHIPPED', 'DELIVERED', 'CANCELLED'],
  SHIPPED: ['DELIVERED', 'PROCESSING', 'REFUNDED'],
  DELIVERED: ['PROCESSING', 'REFUNDED'],
  CANCELLED: [],
  REFUNDED: [],
};

export const paymentStatuses = [
  'PENDING',
  'AUTHORIZED',
  'PARTIALLY_PAID',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'VOIDED',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export type FulfilmentStatus =
  'UNFULFILLED' | 'PARTIALLY_FULFILLED' | 'FULFILLED' | 'DELIVERED' | 'CANCELLED';

/** The three statuses that together say where an order stands. */
export interface OrderState {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
}

export const orderEventNames = [
  'PLACED',
  'PAID',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
  'REFUNDED',
  'PARCEL_PREPARED',
  'PARCEL_SENT',
  'PARCEL_UPDATED',
  'PARCEL_DELIVERED',
  'PARCEL_CANCELLED',
  'LINES_CANCELLED',
  'REFUNDED_PART',
  'REFUND_FAILED',
  'RETURN_REQUESTED',
  'RETURN_APPROVED',
  'RETURN_REJECTED',
  'RETURN_RECEIVED',
  'RETURN_REFUNDED',
  'RETURN_CLOSED',
  'EXCHANGED',
  'EDITED',
  'NOTE',
] as const;
export type OrderEventName = (typeof orderEventNames)[number];
