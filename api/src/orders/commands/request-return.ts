import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Result } from '../../kernel/result';
import { optionalText } from '../../platform/graphql/input-schemas';
import { checkUnits } from '../domain/line-units';
import type { LineUnits, OrderBook } from '../domain/order-book';
import type { OrderParty } from '../domain/order-state';
import { refusedBy } from '../domain/parcels';
import { planCredit, type RefundPlan } from '../domain/refunds';
import { type KnownReturn, returnableUnits, returnBlock } from '../domain/return-rules';
import type { EventOrigin } from '../order-events';
import {
  type OrderReturn,
  type ReturnLine,
  returnReasons,
  type ReturnRepository,
  returnsOf,
} from '../persistence/return.repository';
import { lineUnitsInput, namedOrderInput, type OrderCall } from './order-call';
import type { OrderWork } from './order-work';
import type { TakeBackCards } from './take-back-cards';

export const returnLinesInput = z
  .array(
    lineUnitsInput.element.extend({ reason: z.enum(returnReasons), note: optionalText(1_000) }),
  )
  .max(200);

export const returnRequestInput = z.object({
  ...namedOrderInput,
  lines: returnLinesInput,
  note: optionalText(1_000),
});

const { orderId, trackingToken } = namedOrderInput;
export const returnPreviewInput = z.object({ orderId, trackingToken, lines: lineUnitsInput });

/** Goods that somebody wants to send back. */
export interface ReturnWish extends OrderCall {
  readonly lines: readonly Omit<ReturnLine, 'restocked' | 'condition'>[];
  readonly note?: string;
  readonly party: OrderParty;
}

/** Asks for goods to be taken back. */
export class RequestReturn {
  constructor(
    private readonly work: OrderWork,
    private readonly returns: ReturnRepository,
    private readonly cards: TakeBackCards,
    private readonly windowDays: number,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the return. */
  run(wish: ReturnWish, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run('RETURN_REQUEST', wish, origin, async (tx, open) => {
      const { book, order } = open;
      const known = await returnsOf(tx.manager, [order.id]);
      const plan = this.plan(book, known, wish.lines, wish.party);
      if (!plan.ok) return plan;
      const cards = await this.cards.check(tx.manager, open, plan.value.book);
      if (!cards.ok) return cards;
      const requestedAt = this.clock.now();
      const made: OrderReturn = {
        id: newId(),
        orderId: order.id,
        number: known.length + 1,
        status: 'REQUESTED',
        isExchange: false,
        expectedMinor: plan.value.amountMinor,
        note: wish.note,
        requestedAt,
        updatedAt: requestedAt,
        lines: wish.lines.map((line) => ({ ...line, restocked: false })),
      };
      await this.returns.insert(tx, made);
      return accepted({
        book,
        event: () => 'RETURN_REQUESTED',
        details: { returnId: made.id, lines: unitsOf(wish.lines), note: wish.note },
        answer: made.id,
      });
    });
  }

  /** What would go back for these goods, or why they cannot be sent back. Only shoppers have to be in time. */
  plan(
    book: OrderBook,
    known: readonly KnownReturn[],
    lines: readonly LineUnits[],
    party: OrderParty,
  ): Result<RefundPlan> {
    const free = this.free(book, known, party);
    const blocked = returnBlock(book, free);
    if (blocked) return refusedBy(blocked);
    const units = unitsOf(lines);
    const checked = checkUnits(book, units, free, 'returned');
    return checked.ok ? planCredit(book, { lines: units, shippingMinor: 0n }) : checked;
  }

  /** How many units of a line can be sent back now. */
  free(book: Pick<OrderBook, 'parcels'>, known: readonly KnownReturn[], party: OrderParty) {
    const days = party === 'shopper' ? this.windowDays : undefined;
    return returnableUnits(book, known, { now: this.clock.now(), days });
  }
}

/** Lines without what was said of them. */
export function unitsOf(lines: readonly LineUnits[]): LineUnits[] {
  return lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
}
