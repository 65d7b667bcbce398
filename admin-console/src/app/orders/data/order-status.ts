import type {
  FulfilmentStatus,
  OrderStatus,
  PaymentStatus,
} from '../../shared/graphql/types.generated';
import type { Tone } from '../../shared/ui/badge/badge';

/** A status in words and in the tone it is shown in. */
export interface StatusView {
  readonly label: string;
  readonly tone: Tone;
}

export const orderStatusViews: Readonly<Record<OrderStatus, StatusView>> = {
  PENDING: { label: 'Pending', tone: 'waiting' },
  CONFIRMED: { label: 'Confirmed', tone: 'active' },
  PROCESSING: { label: 'Processing', tone: 'active' },
  SHIPPED: { label: 'Shipped', tone: 'moving' },
  DELIVERED: { label: 'Delivered', tone: 'done' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
  REFUNDED: { label: 'Refunded', tone: 'ended' },
};

export const paymentStatusViews: Readonly<Record<PaymentStatus, StatusView>> = {
  PENDING: { label: 'Unpaid', tone: 'waiting' },
  AUTHORIZED: { label: 'Authorised', tone: 'active' },
  PARTIALLY_PAID: { label: 'Partly paid', tone: 'waiting' },
  PAID: { label: 'Paid', tone: 'done' },
  PARTIALLY_REFUNDED: { label: 'Partly refunded', tone: 'ended' },
  REFUNDED: { label: 'Refunded', tone: 'ended' },
  VOIDED: { label: 'Voided', tone: 'neutral' },
};

export const fulfilmentStatusViews: Readonly<Record<FulfilmentStatus, StatusView>> = {
  UNFULFILLED: { label: 'Unfulfilled', tone: 'waiting' },
  PARTIALLY_FULFILLED: { label: 'Partly fulfilled', tone: 'active' },
  FULFILLED: { label: 'Fulfilled', tone: 'moving' },
  DELIVERED: { label: 'Delivered', tone: 'done' },
  CANCELLED: { label: 'Not needed', tone: 'neutral' },
};
