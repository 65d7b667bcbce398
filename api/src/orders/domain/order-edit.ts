import { accepted, refused, type Result } from '../../kernel/result';
import { type ActionBlock, block, endOf } from './action-block';
import type { LineUnits, OrderBook } from './order-book';

/** How many units of a line an order is to have. */
export interface QuantityWish {
  readonly lineId: string;
  readonly quantity: number;
}

/** What becomes of the lines: units cancelled, and units sold in addition at the price of their line. */
export interface QuantityChanges {
  readonly cancelled: readonly LineUnits[];
  readonly added: readonly LineUnits[];
}

/** What stands in the way of changing what was ordered. */
export function editBlock({
  state,
  lines,
}: Pick<OrderBook, 'state' | 'lines'>): ActionBlock | undefined {
  const ended = endOf(state.status);
  if (ended) return ended;
  return lines.some(({ packedQuantity }) => packedQuantity > 0)
    ? block('TOO_LATE', 'Something of the order is in a parcel already.')
    : undefined;
}

/** Works out which units come and go. */
export function quantityChanges(
  { lines }: Pick<OrderBook, 'lines'>,
  wishes: readonly QuantityWish[],
): Result<QuantityChanges> {
  const cancelled: LineUnits[] = [];
  const added: LineUnits[] = [];
  const named = new Set<string>();
  for (const [index, { lineId, quantity }] of wishes.entries()) {
    const path = ['quantities', String(index)];
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return refused({ code: 'NOT_FOUND', message: 'The order has no such line.', path });
    if (named.has(lineId)) {
      return refused({ code: 'INVALID_INPUT', message: 'Name each line once.', path });
    }
    named.add(lineId);
    const more = quantity - (line.quantity - line.cancelledQuantity);
    if (more > 0) added.push({ lineId, quantity: more });
    if (more < 0) cancelled.push({ lineId, quantity: -more });
  }
  return accepted({ cancelled, added });
}
