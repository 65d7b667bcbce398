import type { CheckoutEntity, CheckoutHold, Quote } from '../checkout';
import type { Clock } from '../kernel/clock';
import { accepted, type Refusal, refused, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { PromotionUses } from './persistence/promotion-uses';

/** The uses of promotions that a locked checkout keeps for itself. */
export class PromotionHold implements CheckoutHold {
  constructor(
    private readonly uses: PromotionUses,
    private readonly clock: Clock,
  ) {}

  /** Somebody else may have had the last use since the checkout was shown: then the total is another. */
  async hold(
    tx: Transaction,
    checkout: CheckoutEntity,
    { promotions }: Quote,
  ): Promise<Result<null>> {
    if (promotions.length === 0) return accepted(null);
    const claimed = await this.uses.claim(tx, promotions, checkout, this.clock.now());
    const refusals = promotions
      .filter(({ promotionId }) => !claimed.has(promotionId))
      .map(({ name }): Refusal => ({
        code: 'PROMOTION_USED_UP',
        message: `The promotion “${name}” has just been used up. Look at the total again.`,
      }));
    return refusals.length > 0 ? refused(...refusals) : accepted(null);
  }

  async release(tx: Transaction, { id, quote }: CheckoutEntity): Promise<void> {
    if (quote?.promotions) await this.uses.release(tx, id);
  }

  async consume(tx: Transaction, { id, quote }: CheckoutEntity, orderId: string): Promise<void> {
    if (quote?.promotions) await this.uses.keep(tx, id, orderId);
  }
}
