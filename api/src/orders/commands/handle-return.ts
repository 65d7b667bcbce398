import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import { idInput, optionalText } from '../../platform/graphql/input-schemas';
import { checkUnits, withUnits } from '../domain/line-units';
import type { OrderBook } from '../domain/order-book';
import { planCredit, sentUnits } from '../domain/refunds';
import { moveReturn, type ReturnStatus } from '../domain/return-state';
import type { EventOrigin } from '../order-events';
import {
  goodsConditions,
  type OrderReturn,
  type ReturnRepository,
  returnsOf,
} from '../persistence/return.repository';
import { type OrderCall, orderCallInput } from './order-call';
import type { OrderMoves } from './order-effects';
import type { OrderWork } from './order-work';
import { ended } from './refund-order';
import { unitsOf } from './request-return';

const { orderId: returnId, ...call } = orderCallInput;
export const returnMoveInput = z.object({ ...call, returnId, answer: optionalText(1_000) });
export const returnReceiveInput = returnMoveInput.extend({
  lines: z
    .array(z.object({ lineId: idInput, condition: z.enum(goodsConditions), restock: z.boolean() }))
    .max(200),
});

/** A step of a return. */
export interface ReturnMove extends OrderCall {
  readonly returnId: string;
  readonly to: Exclude<ReturnStatus, 'REQUESTED'>;
  readonly answer?: string;
  /** Of what is received. */
  readonly lines?: z.output<typeof returnReceiveInput>['lines'];
}

type Handled = OrderMoves & { readonly book: OrderBook; readonly moved: OrderReturn };

/** Answers returns, receives the goods and gives the money back. */
export class HandleReturn {
  constructor(
    private readonly work: OrderWork,
    private readonly returns: ReturnRepository,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the return. */
  run({ to, ...wish }: ReturnMove, origin: EventOrigin): Promise<Result<string>> {
    const { returnId: id, answer } = wish;
    return this.work.run(`RETURN_${to}`, wish, origin, async (tx, { book, order }) => {
      const known = await returnsOf(tx.manager, [order.id]);
      const current = known.find((each) => each.id === id);
      if (!current) return refused({ code: 'NOT_FOUND', message: 'There is no such return.' });
      const step = moveReturn(current.status, to);
      if (!step.ok) return step;
      const updatedAt = this.clock.now();
      const moved = { ...current, status: to, answer: answer ?? current.answer, updatedAt };
      const handled = handle(book, moved, wish.lines);
      if (!handled.ok) return handled;
      const { moved: after, ...outcome } = handled.value;
      await this.returns.move(tx, after);
      if (to === 'RECEIVED') await this.returns.receive(tx, after);
      return accepted({
        ...outcome,
        event: () => `RETURN_${to}` as const,
        details: { returnId: id, note: answer, lines: unitsOf(after.lines) },
        answer: id,
      });
    });
  }
}

function handle(book: OrderBook, moved: OrderReturn, seen: ReturnMove['lines']): Result<Handled> {
  switch (moved.status) {
    case 'RECEIVED':
      return received(book, moved, seen ?? []);
    case 'REFUNDED':
      return refunded(book, moved);
    default:
      return accepted({ book, moved });
  }
}

/** Goods that are not mentioned came back as new and are not put on the shelf. */
function received(
  book: OrderBook,
  moved: OrderReturn,
  seen: NonNullable<ReturnMove['lines']>,
): Result<Handled> {
  const lines = moved.lines.map((line) => {
    const { condition = 'AS_NEW', restock } =
      seen.find(({ lineId }) => lineId === line.lineId) ?? {};
    return { ...line, condition, restocked: restock === true && condition !== 'MISSING' };
  });
  const units = unitsOf(lines.filter(({ condition }) => condition !== 'MISSING'));
  const sent = sentUnits(book);
  if (units.length > 0) {
    const here = checkUnits(book, units, (line) => sent(line) - line.returnedQuantity, 'received');
    if (!here.ok) return here;
  }
  const after = withUnits(book, units, (line, quantity) => ({
    ...line,
    returnedQuantity: line.returnedQuantity + quantity,
  }));
  const restocked = unitsOf(lines.filter((line) => line.restocked));
  return accepted({
    book: after,
    moved: { ...moved, lines },
    restock: { units: restocked, kind: 'RETURN' },
  });
}

function refunded(book: OrderBook, moved: OrderReturn): Result<Handled> {
  if (moved.isExchange) {
    const message = 'The goods of an exchange were credited when it was agreed; close it instead.';
    return refused({ code: 'ILLEGAL_TRANSITION', message });
  }
  const lines = unitsOf(moved.lines.filter(({ condition }) => condition !== 'MISSING'));
  if (lines.length === 0) {
    return refused({ code: 'ILLEGAL_TRANSITION', message: 'Nothing came back; close it instead.' });
  }
  const plan = planCredit(book, { lines, shippingMinor: 0n });
  if (!plan.ok) return plan;
  const { amountMinor, shippingMinor, lines: parts } = plan.value;
  const refund = { kind: 'RETURN', amountMinor, shippingMinor, lines: parts } as const;
  return accepted({
    book: ended(plan.value.book),
    moved,
    refund: { ...refund, returnId: moved.id, reason: moved.answer },
  });
}
