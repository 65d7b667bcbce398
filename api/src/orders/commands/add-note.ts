import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput } from '../../platform/graphql/input-schemas';
import type { EventOrigin } from '../order-events';
import type { NoteRepository } from '../persistence/note.repository';
import { orderCallInput } from './order-call';
import type { OrderWork } from './order-work';

export const noteInput = z.object({
  orderId: orderCallInput.orderId,
  idempotencyKey: idempotencyKeyInput,
  text: z.string().trim().min(1, 'Write something.').max(2_000),
  isInternal: z
    .boolean()
    .nullish()
    .transform((isInternal) => isInternal ?? true),
});

/** Writes notes: for the shop alone, or as an event that the customer sees and is told of. */
export class AddNote {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly work: OrderWork,
    private readonly notes: NoteRepository,
    private readonly clock: Clock,
  ) {}

  /** Returns the order's id. */
  run(wish: z.output<typeof noteInput>, origin: EventOrigin): Promise<Result<string>> {
    const { actor } = origin;
    const { orderId, text, isInternal } = wish;
    const note = { id: newId(), orderId, text, isInternal, actor, createdAt: this.clock.now() };
    if (!isInternal) {
      return this.work.run('NOTE', wish, origin, async (tx, { book }) => {
        await this.notes.insert(tx, note);
        return accepted({ book, event: () => 'NOTE', details: { note: text } });
      });
    }
    // Shoppers read the log of their orders, so what is not for them is not written there.
    const { idempotencyKey: key, ...input } = wish;
    const owner = actor.id ?? actor.kind;
    const claim = { operation: 'order:NOTE', owner, key, input, outcome: orderId };
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        await this.notes.insert(tx, note);
        return accepted(orderId);
      }),
    );
  }
}
