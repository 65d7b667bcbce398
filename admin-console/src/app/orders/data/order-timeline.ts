import { dayHeading } from '../../shared/format/time';
import type { OrderEventType } from '../../shared/graphql/types.generated';

export const orderEventLabels: Readonly<Record<OrderEventType, string>> = {
  PLACED: 'Order placed',
  PAID: 'Payment received',
  CONFIRMED: 'Order confirmed',
  PROCESSING: 'Processing started',
  SHIPPED: 'Order shipped',
  DELIVERED: 'Order delivered',
  CANCELLED: 'Order cancelled',
  REFUNDED: 'Order refunded',
  PARCEL_PREPARED: 'Parcel packed',
  PARCEL_SENT: 'Parcel sent',
  PARCEL_UPDATED: 'Parcel corrected',
  PARCEL_DELIVERED: 'Parcel delivered',
  PARCEL_CANCELLED: 'Parcel unpacked',
  LINES_CANCELLED: 'Lines cancelled',
  REFUNDED_PART: 'Refunded in part',
  REFUND_FAILED: 'Refund failed',
  RETURN_REQUESTED: 'Return requested',
  RETURN_APPROVED: 'Return approved',
  RETURN_REJECTED: 'Return rejected',
  RETURN_RECEIVED: 'Return received',
  RETURN_REFUNDED: 'Return refunded',
  RETURN_CLOSED: 'Return closed',
  EXCHANGED: 'Exchange agreed',
  EDITED: 'Order edited',
  NOTE: 'Note to the customer',
};

/** The events of one day. */
export interface TimelineDay<TEvent> {
  readonly heading: string;
  readonly events: readonly TEvent[];
}

/** Events by day, the newest first. */
export function timelineDays<
  TEvent extends { readonly occurredAt: string; readonly sequence: number },
>(events: readonly TEvent[], now: number): readonly TimelineDay<TEvent>[] {
  const newestFirst = [...events].sort((a, b) => b.sequence - a.sequence);
  const days = new Map<string, TEvent[]>();
  for (const event of newestFirst) {
    const heading = dayHeading(event.occurredAt, now);
    days.set(heading, [...(days.get(heading) ?? []), event]);
  }
  return [...days].map(([heading, ofDay]) => ({ heading, events: ofDay }));
}

/** The cursor to go on from; undefined before the first event. */
export function latestCursor(
  events: readonly { readonly cursor: string; readonly sequence: number }[],
): string | undefined {
  return events.reduce<(typeof events)[number] | undefined>(
    (latest, event) => (latest && latest.sequence > event.sequence ? latest : event),
    undefined,
  )?.cursor;
}
