import { accepted, type Result } from '../../kernel/result';
import { type ActionBlock, block, endOf } from './action-block';
import { costOfUnits } from './line-shares';
import { allUnits, checkUnits, unpackedUnits, withUnits } from './line-units';
import { balanceOf } from './order-balance';
import type { BookLine, LineUnits, OrderBook } from './order-book';
import type { OrderParty } from './order-state';
import type { OrderState } from './order-status';
import { moveParcel, refusedBy } from './parcels';

const shopperMay: readonly OrderState['status'][] = ['PENDING', 'CONFIRMED'];

/** What stands in the way of cancelling some of the lines. */
export function cancelLinesBlock(
  { state, lines }: Pick<OrderBook, 'state' | 'lines'>,
  party: OrderParty,
): ActionBlock | undefined {
  const ended = endOf(state.status);
  if (ended) return ended;
  if (party === 'shopper' && !shopperMay.includes(state.status)) {
    return block('TOO_LATE', `The order is already ${state.status.toLowerCase()}.`);
  }
  return lines.some((line) => unpackedUnits(line) > 0)
    ? undefined
    : block('NOTHING_LEFT', 'Everything is in a parcel already.');
}

/** What units cost whose money is settled next: money of a line is settled from its first unit on. */
export function nextUnitsCost(line: BookLine, quantity: number) {
  const settled = line.cancelledQuantity + line.refundedQuantity;
  return costOfUnits(line.cost, line.quantity, settled, quantity);
}

/** What delivery cost, and what of it was not refunded. */
export function deliveryOf({ lines, money }: Pick<OrderBook, 'lines' | 'money'>) {
  const goodsMinor = lines.reduce((sum, { cost }) => sum + cost.totalMinor, 0n);
  const shippingMinor = money.totalMinor - goodsMinor;
  return { shippingMinor, refundableMinor: shippingMinor - money.refundedShippingMinor };
}

/** Takes units out of an order that are in no parcel. With the last of all goods, delivery is cancelled too. */
export function cancelUnits(
  book: OrderBook,
  wanted: readonly LineUnits[],
  party: OrderParty,
): Result<OrderBook> {
  const blocked = cancelLinesBlock(book, party);
  if (blocked) return refusedBy(blocked);
  const checked = checkUnits(book, wanted, unpackedUnits, 'cancelled');
  if (!checked.ok) return checked;
  return accepted(cancelled(book, checked.value));
}

/** The whole order, of which nothing was sent, cancelled; what was prepared is unpacked. */
export function cancelAll(book: OrderBook, at: Date): OrderBook {
  const unpacked = book.parcels
    .filter(({ status }) => status === 'PREPARED')
    .reduce((now, { id }) => {
      const moved = moveParcel(now, id, 'CANCELLED', at);
      return moved.ok ? moved.value : now;
    }, book);
  return cancelled(unpacked, allUnits(unpacked, unpackedUnits));
}

function cancelled(book: OrderBook, units: readonly LineUnits[]): OrderBook {
  let valueMinor = 0n;
  const after = withUnits(book, units, (line, quantity) => {
    if (quantity === 0) return line;
    valueMinor += nextUnitsCost(line, quantity).totalMinor;
    return { ...line, cancelledQuantity: line.cancelledQuantity + quantity };
  });
  const isAll = after.lines.every((line) => line.cancelledQuantity === line.quantity);
  if (isAll) valueMinor += deliveryOf(book).refundableMinor;
  // What was credited before, as an apology, is not taken off twice.
  const { owedMinor } = balanceOf(book.money);
  const cancelledMinor =
    book.money.cancelledMinor + (valueMinor < owedMinor ? valueMinor : owedMinor);
  return { ...after, money: { ...book.money, cancelledMinor } };
}
