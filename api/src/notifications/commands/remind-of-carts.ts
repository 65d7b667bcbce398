import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { AbandonedCarts } from '../persistence/abandoned-carts.read-model';
import type { MessageRepository } from '../persistence/message.repository';

const BATCH = 100;

/** Reminds those who agreed of the cart that they left behind, once. */
export class RemindOfCarts {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly carts: AbandonedCarts,
    private readonly messages: MessageRepository,
    /** 0: nobody is reminded. */
    private readonly idleHours: number,
    private readonly clock: Clock,
  ) {}

  async run(stopping?: AbortSignal): Promise<void> {
    while (this.idleHours > 0 && !stopping?.aborted) {
      const now = this.clock.now();
      const reminded = await this.transactions.run(async (tx) => {
        const left = await this.carts.take(tx, this.idleHours, now, BATCH);
        const messages = left.map(({ cartId, version, email }) => ({
          id: newId(),
          template: 'CART_RECOVERY' as const,
          causeId: newId(),
          recipient: email,
          details: { cartId, version },
          orderId: undefined,
          customerId: undefined,
        }));
        await this.messages.add(tx, messages, now);
        return accepted(left.length);
      });
      if (!reminded.ok || reminded.value < BATCH) break;
    }
    await this.carts.forget();
  }
}
