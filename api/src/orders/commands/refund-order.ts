import { z } from 'zod';

import { fromDecimal } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import { checkUnits } from '../domain/line-units';
import { withUnits } from '../domain/line-units';
import type { OrderBook } from '../domain/order-book';
import { endsByRefund, planRefund, type RefundPlan, sentUnits } from '../domain/refunds';
import type { EventOrigin } from '../order-events';
import { lineUnitsInput, orderCallInput, reasonInput } from './order-call';
import type { OrderWork } from './order-work';

const moneyInput = z.object({ amount: z.string().max(30), currencyCode: z.string() });

const refundParts = {
  lines: lineUnitsInput.nullish(),
  shipping: moneyInput.nullish(),
  amount: moneyInput.nullish(),
};

export const refundInput = z.object({
  ...orderCallInput,
  ...refundParts,
  reason: reasonInput,
  restock: z
    .boolean()
    .nullish()
    .transform((restock) => restock ?? false),
});
const { orderId, idempotencyKey } = orderCallInput;
export const captureInput = z.object({ orderId, idempotencyKey });
export const refundPreviewInput = z.object({ orderId: orderCallInput.orderId, ...refundParts });

/** A part of the money that is to go back. */
export type RefundWish = z.output<typeof refundInput>;

type RefundParts = Pick<z.output<typeof refundInput>, 'lines' | 'shipping' | 'amount'>;

/** Whether a part is named; without any, everything is meant. */
export function isPartial({ lines, shipping, amount }: RefundParts): boolean {
  return Boolean(lines ?? shipping ?? amount);
}

/** Gives a part of the money of an order back. */
export class RefundOrder {
  constructor(private readonly work: OrderWork) {}

  /** Returns the order's id. */
  run(wish: RefundWish, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run('REFUND_PART', wish, origin, (_, { book, order }) => {
      const plan = planned(book, order.currencyCode, wish);
      if (!plan.ok) return Promise.resolve(plan);
      const { amountMinor, shippingMinor, lines } = plan.value;
      const after = wish.restock ? restocked(plan.value) : accepted(plan.value.book);
      if (!after.ok) return Promise.resolve(after);
      const { reason } = wish;
      return Promise.resolve(
        accepted({
          book: ended(after.value),
          event: ({ status }) =>
            status === 'REFUNDED' && book.state.status !== 'REFUNDED'
              ? 'REFUNDED'
              : 'REFUNDED_PART',
          details: { note: reason, lines: wish.lines ?? undefined },
          refund: { kind: 'REFUND', amountMinor, shippingMinor, lines, reason },
          ...(wish.restock && { restock: { units: lines, kind: 'RETURN' as const } }),
        }),
      );
    });
  }
}

/** Works out what a refund would do. */
export function planned(
  book: OrderBook,
  currencyCode: string,
  { lines, shipping, amount }: RefundParts,
): Result<RefundPlan> {
  const shippingMinor = shipping ? minorOf(shipping, currencyCode) : 0n;
  const amountMinor = amount ? minorOf(amount, currencyCode) : undefined;
  if (shippingMinor === undefined) return notMoney('shipping');
  if (amount && !amountMinor) return notMoney('amount');
  return planRefund(book, { lines: lines ?? [], shippingMinor, amountMinor });
}

/** An order whose last money went back has ended. */
export function ended(book: OrderBook): OrderBook {
  return endsByRefund(book) ? { ...book, state: { ...book.state, status: 'REFUNDED' } } : book;
}

function restocked({ book, lines }: RefundPlan): Result<OrderBook> {
  if (lines.length === 0) {
    const message = 'Name the lines that come back.';
    return refused({ code: 'INVALID_INPUT', message, path: ['restock'] });
  }
  const sent = sentUnits(book);
  const checked = checkUnits(
    book,
    lines,
    (line) => sent(line) - line.returnedQuantity,
    'restocked',
  );
  if (!checked.ok) return checked;
  return accepted(
    withUnits(book, lines, (line, quantity) => ({
      ...line,
      returnedQuantity: line.returnedQuantity + quantity,
    })),
  );
}

function minorOf(given: z.output<typeof moneyInput>, currencyCode: string): bigint | undefined {
  if (given.currencyCode !== currencyCode) return undefined;
  const minor = fromDecimal(given.amount, currencyCode)?.amountMinor;
  return minor !== undefined && minor >= 0n ? minor : undefined;
}

function notMoney(field: string) {
  const message = "Give an amount above zero in the order's currency.";
  return refused({ code: 'INVALID_INPUT', message, path: [field] });
}
