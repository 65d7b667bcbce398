import { accepted, refused, type Result } from '../../kernel/result';
import { type ActionBlock, block } from './action-block';
import { deliveryOf, nextUnitsCost } from './cancellation';
import { checkUnits, type FreeUnits, withUnits } from './line-units';
import { balanceOf } from './order-balance';
import type { LineUnits, OrderBook } from './order-book';
import { refusedBy } from './parcels';

/** What a refund is asked for. */
export interface RefundWish {
  /** Units that were sent and whose money is to go back. */
  readonly lines: readonly LineUnits[];
  /** Of what delivery cost. */
  readonly shippingMinor: bigint;
  /** Instead of what lines and delivery come to, or by itself. */
  readonly amountMinor?: bigint;
}

/** What a refund would do. */
export interface RefundPlan {
  /** What goes back: less than things cost where they were not paid in full. */
  readonly amountMinor: bigint;
  readonly shippingMinor: bigint;
  readonly lines: readonly (LineUnits & { readonly amountMinor: bigint })[];
  /** The order afterwards. */
  readonly book: OrderBook;
}

/** Units that are on their way or have arrived. */
export function sentUnits({ parcels }: Pick<OrderBook, 'parcels'>): FreeUnits {
  const sent = parcels.filter(({ sentAt }) => sentAt).flatMap(({ lines }) => lines);
  return ({ id }) =>
    sent.reduce((sum, { lineId, quantity }) => sum + (lineId === id ? quantity : 0), 0);
}

/** Units that were sent and whose money was not given back. */
export function refundableUnits(book: Pick<OrderBook, 'parcels'>): FreeUnits {
  const sent = sentUnits(book);
  return (line) => sent(line) - line.refundedQuantity;
}

/** What stands in the way of giving anything back. */
export function refundBlock({ money }: Pick<OrderBook, 'money'>): ActionBlock | undefined {
  if (money.capturedMinor === 0n) return block('NOT_PAID', 'Nothing has been paid yet.');
  return balanceOf(money).refundableMinor > 0n
    ? undefined
    : block('NOTHING_LEFT', 'Everything that was paid has been given back.');
}

/** Works out a refund: never more than was captured and not yet given back, and no unit twice. */
export function planRefund(book: OrderBook, wish: RefundWish): Result<RefundPlan> {
  const blocked = refundBlock(book);
  return blocked ? refusedBy(blocked) : planCredit(book, wish);
}

/** The same where nothing need have been paid: then it is not owed any more. */
export function planCredit(book: OrderBook, wish: RefundWish): Result<RefundPlan> {
  const { shippingMinor } = wish;
  if (wish.lines.length > 0) {
    const checked = checkUnits(book, wish.lines, refundableUnits(book), 'refunded');
    if (!checked.ok) return checked;
  }
  if (shippingMinor > deliveryOf(book).refundableMinor) {
    return tooMuch('That is more than delivery cost.', 'shipping');
  }
  const lines = wish.lines.map((units) => {
    const line = book.lines.find(({ id }) => id === units.lineId);
    return { ...units, amountMinor: line ? nextUnitsCost(line, units.quantity).totalMinor : 0n };
  });
  const worthMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, shippingMinor);
  const isOfThings = lines.length > 0 || shippingMinor > 0n;
  const shared = isOfThings
    ? creditOfThings(book, wish.amountMinor ?? worthMinor)
    : freeCredit(book, wish.amountMinor ?? 0n);
  const amountMinor = wish.amountMinor ?? shared.amountMinor;
  if (amountMinor > balanceOf(book.money).refundableMinor) {
    return tooMuch('That is more than was paid and not given back yet.', 'amount');
  }
  if (amountMinor === 0n && !isOfThings) {
    return refused({ code: 'INVALID_INPUT', message: 'Say what is to be given back.' });
  }
  const after = credited(book, wish, shared.creditMinor, amountMinor);
  return accepted({ amountMinor, shippingMinor, lines, book: after });
}

/** What is credited for goods or delivery is owed no longer; what was paid too much then goes back. */
function creditOfThings({ money }: OrderBook, worthMinor: bigint) {
  const { owedMinor, refundableMinor } = balanceOf(money);
  const creditMinor = least(worthMinor, owedMinor);
  const tooMuchPaid = refundableMinor - (owedMinor - creditMinor);
  return { creditMinor, amountMinor: tooMuchPaid > 0n ? least(tooMuchPaid, worthMinor) : 0n };
}

/** An amount by itself first gives back what is no longer owed anyway. */
function freeCredit({ money }: OrderBook, amountMinor: bigint) {
  const { overpaidMinor, owedMinor } = balanceOf(money);
  const beyond = amountMinor > overpaidMinor ? amountMinor - overpaidMinor : 0n;
  return { creditMinor: least(beyond, owedMinor), amountMinor };
}

function credited(
  book: OrderBook,
  { lines, shippingMinor }: RefundWish,
  creditMinor: bigint,
  amountMinor: bigint,
): OrderBook {
  const { money } = book;
  const after = withUnits(book, lines, (line, quantity) => ({
    ...line,
    refundedQuantity: line.refundedQuantity + quantity,
  }));
  return {
    ...after,
    money: {
      ...money,
      creditedMinor: money.creditedMinor + creditMinor,
      refundedMinor: money.refundedMinor + amountMinor,
      refundedShippingMinor: money.refundedShippingMinor + shippingMinor,
    },
  };
}

/** Whether an order ends with this refund: everything was sent, and everything paid is given back. */
export function endsByRefund({ state, money }: OrderBook): boolean {
  const isSent = state.status === 'SHIPPED' || state.status === 'DELIVERED';
  return isSent && money.capturedMinor > 0n && balanceOf(money).refundableMinor === 0n;
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function tooMuch(message: string, field: string) {
  return refused({ code: 'AMOUNT_EXCEEDED', message, path: [field] });
}
