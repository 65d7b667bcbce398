import type { Clock } from '../kernel/clock';
import type { RefundTaker } from '../payments';
import type { Transaction } from '../platform/database/transaction';
import type { GiftCardRepository } from './persistence/gift-card.repository';

/** Puts what an order gives back onto the card that paid, even if it has expired: staff may extend what is due. */
export class RefundToGiftCards implements RefundTaker {
  constructor(
    private readonly cards: GiftCardRepository,
    private readonly clock: Clock,
  ) {}

  async refund(
    tx: Transaction,
    { reference, orderId, refundId, amount }: Parameters<RefundTaker['refund']>[1],
  ): Promise<void> {
    if (!reference) throw new Error('A payment by gift card names its card.');
    await this.cards.record(tx, {
      giftCardId: reference,
      kind: 'REFUND',
      amountMinor: amount.amountMinor,
      orderId,
      refundId,
      actor: { kind: 'system' },
      occurredAt: this.clock.now(),
    });
  }
}
