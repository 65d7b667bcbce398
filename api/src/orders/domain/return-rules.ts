import { type ActionBlock, block, endOf } from './action-block';
import type { FreeUnits } from './line-units';
import type { LineUnits, OrderBook } from './order-book';
import { holdsUnits, type ReturnStatus } from './return-state';

const DAY_MS = 86_400_000;

/** As much of a return as others must know of. */
export interface KnownReturn {
  readonly status: ReturnStatus;
  readonly isExchange: boolean;
  readonly lines: readonly LineUnits[];
}

/** Until when things can be sent back; no window means for ever. */
export interface ReturnWindow {
  readonly now: Date;
  readonly days?: number;
}

/** Whether what arrived then can still be sent back. */
export function isReturnable(deliveredAt: Date, { now, days }: ReturnWindow): boolean {
  return days === undefined || now.getTime() <= deliveredAt.getTime() + days * DAY_MS;
}

/** Units that arrived not longer ago than the window, were not refunded, and are in no open return. */
export function returnableUnits(
  { parcels }: Pick<OrderBook, 'parcels'>,
  returns: readonly KnownReturn[],
  window: ReturnWindow,
): FreeUnits {
  const arrived = parcels
    .filter(({ deliveredAt }) => deliveredAt && isReturnable(deliveredAt, window))
    .flatMap(({ lines }) => lines);
  // The money of an exchange is settled when it is agreed, so its units count as refunded already.
  const asked = returns
    .filter(({ status, isExchange }) => holdsUnits(status) && !isExchange)
    .flatMap(({ lines }) => lines);
  const of = (units: readonly LineUnits[], id: string): number =>
    units.reduce((sum, { lineId, quantity }) => sum + (lineId === id ? quantity : 0), 0);
  return (line) => Math.max(0, of(arrived, line.id) - line.refundedQuantity - of(asked, line.id));
}

/** What stands in the way of sending anything back. */
export function returnBlock(
  { state, lines, parcels }: Pick<OrderBook, 'state' | 'lines' | 'parcels'>,
  free: FreeUnits,
): ActionBlock | undefined {
  const ended = endOf(state.status);
  if (ended) return ended;
  if (!parcels.some(({ status }) => status === 'DELIVERED')) {
    return block('TOO_EARLY', 'Nothing of the order has arrived yet.');
  }
  return lines.some((line) => free(line) > 0)
    ? undefined
    : block('TOO_LATE', 'Nothing of the order can be returned any more.');
}
