import { endOf } from './action-block';
import { paymentStatusOf } from './order-balance';
import type { BookLine, BookParcel, OrderBook } from './order-book';
import type { FulfilmentStatus, OrderState, OrderStatus } from './order-status';

/** Where the goods stand, from what is in which parcel. */
export function fulfilmentStatusOf(
  lines: readonly BookLine[],
  parcels: readonly BookParcel[],
): FulfilmentStatus {
  const wanted = sum(lines.map((line) => line.quantity - line.cancelledQuantity));
  if (wanted === 0) return 'CANCELLED';
  const sent = unitsIn(parcels.filter(({ sentAt }) => sentAt));
  if (sent === 0) return 'UNFULFILLED';
  if (sent < wanted) return 'PARTIALLY_FULFILLED';
  return parcels.some(({ status }) => status === 'SENT') ? 'FULFILLED' : 'DELIVERED';
}

/** The three statuses of an order as they follow from its book. What has ended stays as it is. */
export function deriveState({ state, lines, parcels, money }: OrderBook): OrderState {
  const paymentStatus = paymentStatusOf(money, state.paymentStatus);
  if (endOf(state.status)) return { ...state, paymentStatus };
  const fulfilmentStatus = fulfilmentStatusOf(lines, parcels);
  return { status: statusOf(state.status, fulfilmentStatus), paymentStatus, fulfilmentStatus };
}

function statusOf(status: OrderStatus, fulfilmentStatus: FulfilmentStatus): OrderStatus {
  switch (fulfilmentStatus) {
    case 'CANCELLED':
      return 'CANCELLED';
    case 'FULFILLED':
      return 'SHIPPED';
    case 'DELIVERED':
      return 'DELIVERED';
    default:
      return status === 'SHIPPED' || status === 'DELIVERED' ? 'PROCESSING' : status;
  }
}

function unitsIn(parcels: readonly BookParcel[]): number {
  return sum(parcels.flatMap(({ lines }) => lines.map(({ quantity }) => quantity)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
