import type {
  FulfilmentStatus,
  OrderAction,
  OrderEventType,
  OrderStatus,
  PaymentStatus,
} from '#shared/graphql/types.generated';
import type { OrderDetailsFragment } from './order-fragments.generated';

/** How a status is coloured; colour never stands alone, the label always says the same. */
export type StatusTone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

interface StatusView {
  readonly label: string;
  readonly tone: StatusTone;
  readonly headline: string;
  readonly next: string;
}

const STATUS_VIEWS: Record<OrderStatus, StatusView> = {
  PENDING: {
    label: 'Pending',
    tone: 'neutral',
    headline: 'We have your order',
    next: 'Next, we check it and confirm.',
  },
  CONFIRMED: {
    label: 'Confirmed',
    tone: 'accent',
    headline: 'Your order is confirmed',
    next: 'Next, we start making it.',
  },
  PROCESSING: {
    label: 'In production',
    tone: 'accent',
    headline: 'We are making your order',
    next: 'Next, we pack it and hand it to the carrier.',
  },
  SHIPPED: {
    label: 'Shipped',
    tone: 'accent',
    headline: 'Your order is on its way',
    next: 'Next, it arrives at your door.',
  },
  DELIVERED: {
    label: 'Delivered',
    tone: 'good',
    headline: 'Your order has arrived',
    next: 'Enjoy it.',
  },
  CANCELLED: {
    label: 'Cancelled',
    tone: 'bad',
    headline: 'This order was cancelled',
    next: 'Nothing will be sent.',
  },
  REFUNDED: {
    label: 'Refunded',
    tone: 'warn',
    headline: 'This order was refunded',
    next: 'Your money is on its way back to you.',
  },
};

const PAYMENT_LABELS: Record<PaymentStatus, string> = {
  PENDING: 'Payment due',
  AUTHORIZED: 'Payment authorised',
  PARTIALLY_PAID: 'Partly paid',
  PAID: 'Paid',
  PARTIALLY_REFUNDED: 'Partly refunded',
  REFUNDED: 'Refunded',
  VOIDED: 'Nothing charged',
};

const EVENT_LABELS: Record<OrderEventType, string> = {
  PLACED: 'Order placed',
  PAID: 'Payment received',
  CONFIRMED: 'Order confirmed',
  PROCESSING: 'In production',
  SHIPPED: 'Shipped',
  DELIVERED: 'Delivered',
  CANCELLED: 'Cancelled',
  REFUNDED: 'Refunded',
  PARCEL_PREPARED: 'Parcel packed',
  PARCEL_SENT: 'A parcel was sent',
  PARCEL_UPDATED: 'Parcel details updated',
  PARCEL_DELIVERED: 'A parcel arrived',
  PARCEL_CANCELLED: 'Parcel unpacked',
  LINES_CANCELLED: 'Some items cancelled',
  REFUNDED_PART: 'Part of the money refunded',
  REFUND_FAILED: 'A refund could not be sent',
  RETURN_REQUESTED: 'Return requested',
  RETURN_APPROVED: 'Return approved',
  RETURN_REJECTED: 'Return declined',
  RETURN_RECEIVED: 'Return received',
  RETURN_REFUNDED: 'Return refunded',
  RETURN_CLOSED: 'Return closed',
  EXCHANGED: 'Exchange agreed',
  EDITED: 'Order changed',
  NOTE: 'Message from the shop',
};

const HAPPY_PATH: readonly OrderStatus[] = [
  'PENDING',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
];

const PARTLY_SENT: StatusView = {
  label: 'Partly shipped',
  tone: 'accent',
  headline: 'Part of your order is on its way',
  next: 'The rest follows in another parcel.',
};

/** Words and tone for an order's status, and for goods of which only a part has left. */
export function orderStatusView(
  status: OrderStatus,
  fulfilmentStatus?: FulfilmentStatus,
): StatusView {
  const isUnderWay = status === 'CONFIRMED' || status === 'PROCESSING';
  return isUnderWay && fulfilmentStatus === 'PARTIALLY_FULFILLED'
    ? PARTLY_SENT
    : STATUS_VIEWS[status];
}

/** Whether the caller may do this with an order as it is now. */
export function mayDo(
  { availableActions }: Pick<OrderDetailsFragment, 'availableActions'>,
  wanted: OrderAction,
): boolean {
  return availableActions.some(({ action, available }) => action === wanted && available);
}

/** What a payment status is called on the page. */
export function paymentLabel(status: PaymentStatus): string {
  return PAYMENT_LABELS[status];
}

/** What a timeline entry is called. */
export function eventLabel(type: OrderEventType): string {
  return EVENT_LABELS[type];
}

/** Steps still ahead of an order, in order; none once it has ended. */
export function stepsAhead(status: OrderStatus): readonly string[] {
  const position = HAPPY_PATH.indexOf(status);
  if (position < 0) {
    return [];
  }
  return HAPPY_PATH.slice(position + 1).map((ahead) => STATUS_VIEWS[ahead].label);
}
