import { accepted, refused, type Result } from '../../kernel/result';
import { type ActionBlock, block, endOf } from './action-block';
import { allUnits, checkUnits, unpackedUnits, withUnits } from './line-units';
import type { BookParcel, LineUnits, OrderBook, ParcelStatus } from './order-book';

/** Which status of a parcel may follow which. The database holds the same table; a test compares the two. */
export const parcelSteps: Readonly<Record<ParcelStatus, readonly ParcelStatus[]>> = {
  PREPARED: ['SENT', 'CANCELLED'],
  SENT: ['DELIVERED'],
  DELIVERED: [],
  CANCELLED: [],
};

/** What a new parcel is like besides its goods. */
export type ParcelLabel = Pick<
  BookParcel,
  'id' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'createdAt'
>;

/** What stands in the way of packing something. */
export function fulfilBlock({ state, lines }: Pick<OrderBook, 'state' | 'lines'>) {
  const ended = endOf(state.status);
  if (ended) return ended;
  const early: Partial<Record<typeof state.status, string>> = {
    PENDING: 'Confirm the order first.',
    CONFIRMED: 'Start processing the order first.',
  };
  const needs = early[state.status];
  if (needs) return block('TOO_EARLY', needs);
  return lines.some((line) => unpackedUnits(line) > 0)
    ? undefined
    : block('NOTHING_LEFT', 'Everything is in a parcel already.');
}

/** Puts units into a new parcel, sent at once or prepared. */
export function pack(
  book: OrderBook,
  wanted: readonly LineUnits[] | undefined,
  label: ParcelLabel,
  isSent: boolean,
): Result<OrderBook> {
  const blocked = fulfilBlock(book);
  if (blocked) return refusedBy(blocked);
  const checked = checkUnits(
    book,
    wanted ?? allUnits(book, unpackedUnits),
    unpackedUnits,
    'packed',
  );
  if (!checked.ok) return checked;
  const parcel: BookParcel = {
    ...label,
    number: book.parcels.length + 1,
    status: isSent ? 'SENT' : 'PREPARED',
    lines: checked.value,
    sentAt: isSent ? label.createdAt : undefined,
  };
  const packed = withUnits(book, checked.value, (line, quantity) => ({
    ...line,
    packedQuantity: line.packedQuantity + quantity,
  }));
  return accepted({ ...packed, parcels: [...book.parcels, parcel] });
}

/** Takes a parcel to its next status. Goods of a cancelled one can be packed again. */
export function moveParcel(
  book: OrderBook,
  parcelId: string,
  to: ParcelStatus,
  at: Date,
): Result<OrderBook> {
  const parcel = book.parcels.find(({ id }) => id === parcelId);
  if (!parcel) return refused({ code: 'NOT_FOUND', message: 'There is no such parcel.' });
  if (!parcelSteps[parcel.status].includes(to)) {
    const message = `The parcel is ${parcel.status.toLowerCase()}; it cannot be ${to.toLowerCase()}.`;
    return refused({ code: 'ILLEGAL_TRANSITION', message });
  }
  const moved: BookParcel = {
    ...parcel,
    status: to,
    ...(to === 'SENT' && { sentAt: at }),
    ...(to === 'DELIVERED' && { deliveredAt: at }),
  };
  const parcels = book.parcels.map((each) => (each.id === parcelId ? moved : each));
  if (to !== 'CANCELLED') return accepted({ ...book, parcels });
  const unpacked = withUnits(book, parcel.lines, (line, quantity) => ({
    ...line,
    packedQuantity: line.packedQuantity - quantity,
  }));
  return accepted({ ...unpacked, parcels });
}

/** Turns a block into a refusal. */
export function refusedBy({ message }: ActionBlock) {
  return refused({ code: 'ILLEGAL_TRANSITION', message });
}
