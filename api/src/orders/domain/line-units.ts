import { accepted, refused, type Result } from '../../kernel/result';
import type { BookLine, LineUnits, OrderBook } from './order-book';

/** How many units of a line something can be done with. */
export type FreeUnits = (line: BookLine) => number;

/** Units that are neither cancelled nor in a parcel. */
export const unpackedUnits: FreeUnits = (line) =>
  line.quantity - line.cancelledQuantity - line.packedQuantity;

/** All that is left of the lines, in this sense. */
export function allUnits(book: Pick<OrderBook, 'lines'>, free: FreeUnits): LineUnits[] {
  return book.lines
    .map((line) => ({ lineId: line.id, quantity: free(line) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Whether that many units of each of these lines are free, each line named once. */
export function checkUnits(
  book: Pick<OrderBook, 'lines'>,
  wanted: readonly LineUnits[],
  free: FreeUnits,
  what: string,
): Result<readonly LineUnits[]> {
  if (wanted.length === 0) {
    return refused({ code: 'INVALID_INPUT', message: 'Name at least one line.', path: ['lines'] });
  }
  const named = new Set<string>();
  for (const [index, { lineId, quantity }] of wanted.entries()) {
    const path = ['lines', String(index)];
    const line = book.lines.find(({ id }) => id === lineId);
    if (!line) return refused({ code: 'NOT_FOUND', message: 'The order has no such line.', path });
    if (named.has(lineId)) {
      return refused({ code: 'INVALID_INPUT', message: 'Name each line once.', path });
    }
    named.add(lineId);
    if (quantity > free(line)) {
      const message = `Only ${free(line)} of this line can be ${what}.`;
      return refused({ code: 'QUANTITY_LIMIT', message, path: [...path, 'quantity'] });
    }
  }
  return accepted(wanted);
}

/** The book with other lines where units are named. */
export function withUnits(
  book: OrderBook,
  units: readonly LineUnits[],
  change: (line: BookLine, quantity: number) => BookLine,
): OrderBook {
  const wanted = new Map(units.map(({ lineId, quantity }) => [lineId, quantity]));
  return {
    ...book,
    lines: book.lines.map((line) => change(line, wanted.get(line.id) ?? 0)),
  };
}
