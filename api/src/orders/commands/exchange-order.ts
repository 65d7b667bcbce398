import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Result } from '../../kernel/result';
import { optionalText } from '../../platform/graphql/input-schemas';
import type { OrderBook } from '../domain/order-book';
import type { EventOrigin } from '../order-events';
import {
  type OrderReturn,
  type ReturnRepository,
  returnsOf,
} from '../persistence/return.repository';
import type { AddLines } from './add-lines';
import type { AddedUnits } from './added-goods';
import { addedLinesInput } from './edit-order';
import { type OrderCall, orderCallInput } from './order-call';
import type { OrderWork } from './order-work';
import { type RequestReturn, returnLinesInput, type ReturnWish, unitsOf } from './request-return';

export const exchangeInput = z.object({
  ...orderCallInput,
  returned: returnLinesInput,
  added: addedLinesInput.min(1, 'Name what is sent instead.'),
  note: optionalText(1_000),
});

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
      const { order } = open;
      const enlarged = await this.adding.plan(tx.manager, open, wish.added);
      if (!enlarged.ok) return enlarged;
      const known = await returnsOf(tx.manager, [order.id]);
      const plan = this.requests.plan(enlarged.value.book, known, wish.returned, 'staff');
      if (!plan.ok) return plan;
      const sold = await this.adding.write(tx, open, { added: enlarged.value.lines }, origin.actor);
      if (!sold.ok) return sold;
      const made = this.agreed(wish, known.length + 1, worthOf(plan.value));
      await this.returns.insert(tx, made);
      const { amountMinor, lines } = plan.value;
      const refund = { kind: 'RETURN', amountMinor, shippingMinor: 0n, lines } as const;
      return accepted({
        book: plan.value.book satisfies OrderBook,
        event: () => 'EXCHANGED',
        details: { returnId: made.id, note: wish.note, lines: unitsOf(wish.returned) },
        changes: enlarged.value.changes,
        ...(amountMinor > 0n && { refund: { ...refund, returnId: made.id, reason: wish.note } }),
        answer: made.id,
      });
    });
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

function worthOf({ lines }: { readonly lines: readonly { readonly amountMinor: bigint }[] }) {
  return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
