import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Result } from '../../kernel/result';
import { optionalText } from '../../platform/graphql/input-schemas';
import type { LineUnits } from '../domain/order-book';
import type { RefundPlan } from '../domain/refunds';
import type { KnownReturn } from '../domain/return-rules';
import type { EventOrigin } from '../order-events';
import type { OpenOrder } from '../persistence/read-order-book';
import {
  type OrderReturn,
  type ReturnRepository,
  returnsOf,
} from '../persistence/return.repository';
import type { AddLines, Enlarged } from './add-lines';
import type { AddedUnits } from './added-goods';
import { addedLinesInput } from './edit-order';
import { lineUnitsInput, type OrderCall, orderCallInput } from './order-call';
import type { OrderWork } from './order-work';
import { type RequestReturn, returnLinesInput, type ReturnWish, unitsOf } from './request-return';

const { orderId } = orderCallInput;
const added = addedLinesInput.min(1, 'Name what is sent instead.');

export const exchangePreviewInput = z.object({ orderId, returned: lineUnitsInput, added });
export const exchangeInput = z.object({
  ...orderCallInput,
  returned: returnLinesInput,
  added,
  note: optionalText(1_000),
});

/** What comes back, and what is sent instead. */
interface ExchangedGoods {
  readonly returned: readonly LineUnits[];
  readonly added: readonly AddedUnits[];
}

/** An order as an exchange would leave it; the book is that of the credit. */
interface ExchangePlan {
  readonly enlarged: Enlarged;
  readonly plan: RefundPlan;
}

/** Goods for goods. */
export interface ExchangeWish extends OrderCall {
  readonly returned: ReturnWish['lines'];
  readonly added: readonly AddedUnits[];
  readonly note?: string;
}

/** Takes goods back and sends others instead, under the same order: the difference is due or goes back. */
export class ExchangeOrder {
  constructor(
    private readonly work: OrderWork,
    private readonly returns: ReturnRepository,
    private readonly requests: RequestReturn,
    private readonly adding: AddLines,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the return. */
  run(wish: ExchangeWish, origin: EventOrigin): Promise<Result<string>> {
    return this.work.run('EXCHANGE', wish, origin, async (tx, open) => {
      const known = await returnsOf(tx.manager, [open.order.id]);
      const planned = await this.plan(tx.manager, open, known, wish);
      if (!planned.ok) return planned;
      const { enlarged, plan } = planned.value;
      const sold = await this.adding.write(tx, open, { added: enlarged.lines }, origin.actor);
      if (!sold.ok) return sold;
      const made = this.agreed(wish, known.length + 1, worthOf(plan));
      await this.returns.insert(tx, made);
      const { amountMinor, lines } = plan;
      const refund = { kind: 'RETURN', amountMinor, shippingMinor: 0n, lines } as const;
      return accepted({
        book: plan.book,
        event: () => 'EXCHANGED',
        details: { returnId: made.id, note: wish.note, lines: unitsOf(wish.returned) },
        changes: enlarged.changes,
        ...(amountMinor > 0n && { refund: { ...refund, returnId: made.id, reason: wish.note } }),
        answer: made.id,
      });
    });
  }

  /** What the order would be, and what would be credited for what comes back. */
  async plan(
    manager: EntityManager,
    open: OpenOrder,
    known: readonly KnownReturn[],
    wish: ExchangedGoods,
  ): Promise<Result<ExchangePlan>> {
    const enlarged = await this.adding.plan(manager, open, wish.added);
    if (!enlarged.ok) return enlarged;
    const plan = this.requests.plan(enlarged.value.book, known, wish.returned, 'staff');
    return plan.ok ? accepted({ enlarged: enlarged.value, plan: plan.value }) : plan;
  }

  private agreed(wish: ExchangeWish, number: number, expectedMinor: bigint): OrderReturn {
    const requestedAt = this.clock.now();
    return {
      id: newId(),
      orderId: wish.orderId,
      number,
      status: 'APPROVED',
      isExchange: true,
      expectedMinor,
      answer: wish.note,
      requestedAt,
      updatedAt: requestedAt,
      lines: wish.returned.map((line) => ({ ...line, restocked: false })),
    };
  }
}

/** What goods that come back are credited at. */
export function worthOf({ lines }: Pick<RefundPlan, 'lines'>): bigint {
  return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
