import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { BackInStockRepository } from '../persistence/back-in-stock.repository';
import type { MessageRepository } from '../persistence/message.repository';

const BATCH = 200;

/**
 * Tells those who wait for what can be bought now. It looks at the stock itself, whoever changed it and how: a request
 * ends in the transaction that makes its message, so each is told once, and what came and went again is not told at all.
 */
export class TellBackInStock {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly requests: BackInStockRepository,
    private readonly messages: MessageRepository,
    private readonly clock: Clock,
  ) {}

  async run(stopping?: AbortSignal): Promise<void> {
    while (!stopping?.aborted) {
      const told = await this.transactions.run(async (tx) => {
        const fulfilled = await this.requests.takeFulfilled(tx, BATCH);
        const messages = fulfilled.map(({ id, variationId, email }) => ({
          id: newId(),
          template: 'BACK_IN_STOCK' as const,
          causeId: id,
          recipient: email,
          details: { variationId },
          orderId: undefined,
          customerId: undefined,
        }));
        await this.messages.add(tx, messages, this.clock.now());
        return accepted(fulfilled.length);
      });
      if (!told.ok || told.value < BATCH) return;
    }
  }
}
