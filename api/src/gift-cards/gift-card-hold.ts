import type { CheckoutEntity, CheckoutHold, Quote } from '../checkout';
import { unusableCard } from '../checkout';
import type { Clock } from '../kernel/clock';
import { newId } from '../kernel/ids';
import { money } from '../kernel/money';
import { accepted, refused, type Result } from '../kernel/result';
import type { PaymentKeeper } from '../payments';
import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/events/event-log';
import { availableMinor, problemOf } from './domain/gift-card';
import type { GiftCardRepository } from './persistence/gift-card.repository';
import type { HeldBalances } from './persistence/held-balances';

/** How payments by gift card are known among the others. */
export const GIFT_CARD_PAYMENT = 'gift-card';

/** What a locked checkout keeps of the balances of the gift cards that pay for it. */
export class GiftCardHold implements CheckoutHold {
  constructor(
    private readonly cards: GiftCardRepository,
    private readonly balances: HeldBalances,
    private readonly payments: PaymentKeeper,
    private readonly clock: Clock,
  ) {}

  /** Holds what the quote counts on, or refuses: what was left may have been spent since it was made. */
  async hold(
    tx: Transaction,
    { id, currencyCode }: CheckoutEntity,
    { giftCards }: Quote,
  ): Promise<Result<null>> {
    if (giftCards.length === 0) return accepted(null);
    const locked = await this.cards.lock(
      tx,
      giftCards.map((card) => card.id),
    );
    const byId = new Map(locked.map((card) => [card.id, card]));
    const now = this.clock.now();
    for (const { id: cardId, last4, amountMinor } of giftCards) {
      const card = byId.get(cardId);
      const problem = card ? problemOf(card, currencyCode, now) : 'UNKNOWN';
      if (problem) return refused(unusableCard(problem, last4));
      if (!card || availableMinor(card) < amountMinor) return refused(unusableCard('SPENT', last4));
    }
    await this.balances.hold(tx, id, giftCards);
    return accepted(null);
  }

  async release(tx: Transaction, { id, quote }: CheckoutEntity): Promise<void> {
    if (quote?.giftCards?.length) await this.balances.release(tx, id);
  }

  /** Spends what was held, and writes down a payment for each card, by which it can be given back. */
  async consume(
    tx: Transaction,
    { id, quote, currencyCode }: CheckoutEntity,
    orderId: string,
    actor: Actor,
  ): Promise<void> {
    if (!quote?.giftCards?.length) return;
    const occurredAt = this.clock.now();
    const spent = await this.balances.spend(tx, id, { orderId, actor, occurredAt });
    const payments = spent.map((card) => ({
      id: newId(),
      checkoutId: id,
      providerCode: GIFT_CARD_PAYMENT,
      amount: money(card.amountMinor, currencyCode),
      reference: card.id,
    }));
    await this.payments.taken(tx, orderId, payments);
  }
}
