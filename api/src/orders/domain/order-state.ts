import { accepted, refused, type Result } from '../../kernel/result';

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

export const paymentStatuses = ['PENDING', 'PAID', 'REFUNDED', 'VOIDED'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export type FulfilmentStatus = 'UNFULFILLED' | 'FULFILLED' | 'DELIVERED' | 'CANCELLED';

/** The three statuses that together say where an order stands. */
export interface OrderState {
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
}

export const orderActions = [
  'CONFIRM',
  'START_PROCESSING',
  'SHIP',
  'DELIVER',
  'MARK_PAID',
  'CANCEL',
  'REFUND',
] as const;
export type OrderAction = (typeof orderActions)[number];

export type OrderEventName =
  | 'PLACED'
  | 'PAID'
  | 'CONFIRMED'
  | 'PROCESSING'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'CANCELLED'
  | 'REFUNDED';

/** Who wants to act; a shopper may do less than staff. */
export type OrderParty = 'shopper' | 'staff';

/** What an action would make of an order. */
export interface OrderChange {
  readonly state: OrderState;
  readonly event: OrderEventName;
}

/** A new order: nothing sent, money promised. */
export const placedState: OrderState = {
  status: 'PENDING',
  paymentStatus: 'PENDING',
  fulfilmentStatus: 'UNFULFILLED',
};

/** Steps on the way to the shopper, each from exactly one status, and what is to be done before. */
const steps = {
  CONFIRM: {
    from: 'PENDING',
    needs: '',
    to: 'CONFIRMED',
    event: 'CONFIRMED',
    fulfilment: undefined,
  },
  START_PROCESSING: {
    from: 'CONFIRMED',
    needs: 'Confirm the order first.',
    to: 'PROCESSING',
    event: 'PROCESSING',
    fulfilment: undefined,
  },
  SHIP: {
    from: 'PROCESSING',
    needs: 'Start processing the order first.',
    to: 'SHIPPED',
    event: 'SHIPPED',
    fulfilment: 'FULFILLED',
  },
  DELIVER: {
    from: 'SHIPPED',
    needs: 'Ship the order first.',
    to: 'DELIVERED',
    event: 'DELIVERED',
    fulfilment: 'DELIVERED',
  },
} as const;

const cancellable: Record<OrderParty, readonly OrderStatus[]> = {
  shopper: ['PENDING', 'CONFIRMED'],
  staff: ['PENDING', 'CONFIRMED', 'PROCESSING'],
};

/** Why an action cannot be done now, or what it would change. The only place that knows the rules. */
export function decide(
  state: OrderState,
  action: OrderAction,
  party: OrderParty,
): Result<OrderChange> {
  const blocked = blockedBy(state, action, party);
  return blocked
    ? refused({ code: 'ILLEGAL_TRANSITION', message: blocked })
    : accepted(change(state, action));
}

/** One sentence on what stands in the way of an action; undefined when nothing does. */
export function blockedBy(
  { status, paymentStatus }: OrderState,
  action: OrderAction,
  party: OrderParty,
): string | undefined {
  if (party === 'shopper' && action !== 'CANCEL') return 'Only the shop can do this.';
  if (status === 'CANCELLED') return 'The order is cancelled.';
  if (status === 'REFUNDED') return 'The order is refunded.';
  switch (action) {
    case 'MARK_PAID':
      return paymentStatus === 'PENDING' ? undefined : 'The order is already paid.';
    case 'CANCEL':
      return cancellable[party].includes(status)
        ? undefined
        : `The order is already ${status.toLowerCase()}.`;
    case 'REFUND':
      if (paymentStatus !== 'PAID') return 'Nothing has been paid yet.';
      return status === 'SHIPPED' || status === 'DELIVERED'
        ? undefined
        : 'The order has not been shipped; cancel it instead.';
    default: {
      const { from, needs } = steps[action];
      if (status === from) return undefined;
      const isStillToCome = orderStatuses.indexOf(status) < orderStatuses.indexOf(from);
      return isStillToCome ? needs : `The order is already ${status.toLowerCase()}.`;
    }
  }
}

function change(state: OrderState, action: OrderAction): OrderChange {
  switch (action) {
    case 'MARK_PAID':
      return { state: { ...state, paymentStatus: 'PAID' }, event: 'PAID' };
    case 'CANCEL':
      return {
        state: {
          status: 'CANCELLED',
          paymentStatus: state.paymentStatus === 'PAID' ? 'REFUNDED' : 'VOIDED',
          fulfilmentStatus: 'CANCELLED',
        },
        event: 'CANCELLED',
      };
    case 'REFUND':
      return {
        state: { ...state, status: 'REFUNDED', paymentStatus: 'REFUNDED' },
        event: 'REFUNDED',
      };
    default: {
      const step = steps[action];
      return {
        state: {
          ...state,
          status: step.to,
          fulfilmentStatus: step.fulfilment ?? state.fulfilmentStatus,
        },
        event: step.event,
      };
    }
  }
}
