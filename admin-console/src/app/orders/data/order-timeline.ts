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
