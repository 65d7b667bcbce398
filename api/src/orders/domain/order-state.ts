import { accepted, refused, type Result } from '../../kernel/result';
import { type ActionBlock, block, endOf } from './action-block';
import {
  type OrderEventName,
  type OrderState,
  type OrderStatus,
  orderStatuses,
  type PaymentStatus,
} from './order-status';

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
  const blocked = blockOf(state, action, party);
  return blocked
    ? refused({ code: 'ILLEGAL_TRANSITION', message: blocked.message })
    : accepted(change(state, action));
}

/** One sentence on what stands in the way of an action; undefined when nothing does. */
export function blockedBy(
  state: OrderState,
  action: OrderAction,
  party: OrderParty,
): string | undefined {
  return blockOf(state, action, party)?.message;
}

/** What stands in the way of an action on the whole order; undefined when nothing does. */
export function blockOf(
  state: OrderState,
  action: OrderAction,
  party: OrderParty,
): ActionBlock | undefined {
  const { status, paymentStatus } = state;
  if (party === 'shopper' && action !== 'CANCEL') {
    return block('STAFF_ONLY', 'Only the shop can do this.');
  }
  const ended = endOf(status);
  if (ended) return ended;
  switch (action) {
    case 'MARK_PAID':
      if (paymentStatus === 'AUTHORIZED') {
        return block('HELD_BY_PROVIDER', 'The provider holds the money; capture it instead.');
      }
      return paymentStatus === 'PENDING' || paymentStatus === 'PARTIALLY_PAID'
        ? undefined
        : block('ALREADY_PAID', 'The order is already paid.');
    case 'CANCEL':
      return cancelBlock(state, party);
    case 'REFUND':
      if (!hasMoney(paymentStatus)) return block('NOT_PAID', 'Nothing has been paid yet.');
      return status === 'SHIPPED' || status === 'DELIVERED'
        ? undefined
        : block('TOO_EARLY', 'The order has not been shipped; cancel it instead.');
    default: {
      const { from, needs } = steps[action];
      if (status === from) return undefined;
      const isStillToCome = orderStatuses.indexOf(status) < orderStatuses.indexOf(from);
      return isStillToCome
        ? block('TOO_EARLY', needs)
        : block('TOO_LATE', `The order is already ${status.toLowerCase()}.`);
    }
  }
}

function cancelBlock(
  { status, fulfilmentStatus }: OrderState,
  party: OrderParty,
): ActionBlock | undefined {
  if (!cancellable[party].includes(status)) {
    return block('TOO_LATE', `The order is already ${status.toLowerCase()}.`);
  }
  return fulfilmentStatus === 'UNFULFILLED'
    ? undefined
    : block(
        'PARTLY_SENT',
        'A part of the order has been sent; cancel the rest of its lines instead.',
      );
}

/** Whether the shop has money of the shopper. */
export function hasMoney(paymentStatus: PaymentStatus): boolean {
  return (
    paymentStatus === 'PAID' ||
    paymentStatus === 'PARTIALLY_PAID' ||
    paymentStatus === 'PARTIALLY_REFUNDED'
  );
}

function change(state: OrderState, action: OrderAction): OrderChange {
  switch (action) {
    case 'MARK_PAID':
      return { state: { ...state, paymentStatus: 'PAID' }, event: 'PAID' };
    case 'CANCEL':
      return {
        state: {
          status: 'CANCELLED',
          paymentStatus: hasMoney(state.paymentStatus) ? 'REFUNDED' : 'VOIDED',
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
