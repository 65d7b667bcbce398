import type { Clock } from '../../kernel/clock';
import { money } from '../../kernel/money';
import { accepted, type Result } from '../../kernel/result';
import {
  type PaymentKeeper,
  PaymentMismatch,
  type PaymentOutcome,
  ProviderUnavailable,
} from '../../payments';
import type { TransactionRunner } from '../../platform/database/transaction';
import { type CheckoutCaller, isOwn, notFound } from '../checkout-access';
import type { CheckoutHold } from '../checkout-hold';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { quoteOf, type SettledCheckout, type SettleOrigin } from './complete-checkout';
import { closed } from './edit-checkout';
import type { SettlePayment } from './settle-payment';

/**
 * Gives up a payment that waits for its shopper or its provider. The provider is told first; where the money has arrived
 * meanwhile the order is made, and where nobody answers what arrives later is taken as a late payment.
 */
export class GiveUpPayment {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly payments: PaymentKeeper,
    private readonly settle: SettlePayment,
    private readonly holds: CheckoutHold,
    private readonly clock: Clock,
  ) {}

  /** For the shopper, who wants to change something or to pay another way; what is held stays held. */
  async forShopper(
    checkoutId: string,
    caller: CheckoutCaller,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (!checkout || !isOwn(checkout, caller)) return notFound();
    if (checkout.status === 'LOCKED' || checkout.status === 'COMPLETED') {
      return accepted({ checkout });
    }
    return this.giveUp(checkout, 'LOCKED', origin);
  }

  /** Because the time is over: what is held is given back. */
  async whenOverdue(checkoutId: string, origin: SettleOrigin): Promise<void> {
    const checkout = await this.checkouts.find(checkoutId);
    const isOverdue = checkout?.reservedUntil && checkout.reservedUntil < this.clock.now();
    if (checkout && isOverdue) await this.giveUp(checkout, 'EXPIRED', origin);
  }

  private async giveUp(
    { id, status, paymentId, ...rest }: CheckoutEntity,
    to: 'LOCKED' | 'EXPIRED',
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    if (status !== 'PAYMENT_PENDING' || !paymentId) return closed();
    const outcome = await this.cancel({ id, status, paymentId, ...rest }, paymentId);
    if (outcome?.kind === 'captured' || outcome?.kind === 'authorized') {
      return this.settle.take({ id: paymentId, checkoutId: id }, outcome, origin);
    }
    return this.transactions.run(async (tx) => {
      const checkout = await this.checkouts.lock(tx, id);
      if (!checkout) return notFound();
      if (checkout.paymentId !== paymentId || checkout.status !== 'PAYMENT_PENDING') {
        return accepted({ checkout });
      }
      await this.payments.abandon(tx, paymentId, outcome?.kind === 'declined');
      const isOver = to === 'EXPIRED';
      if (isOver) await this.holds.release(tx, checkout);
      const changes = {
        status: to,
        paymentId: null,
        paymentProviderCode: null,
        ...(isOver && { reservedUntil: null }),
      };
      const passing = isOver ? (['LOCKED'] as const) : [];
      await this.checkouts.update(tx, checkout, changes, this.clock.now(), passing);
      return accepted({ checkout });
    });
  }

  /** What the payment is after its provider was told; undefined when the provider does not answer. */
  private async cancel(
    checkout: CheckoutEntity,
    paymentId: string,
  ): Promise<PaymentOutcome | undefined> {
    try {
      return await this.payments.cancel(checkout.paymentProviderCode ?? '', {
        paymentId,
        checkoutId: checkout.id,
        amount: money(quoteOf(checkout).dueMinor, checkout.currencyCode),
        reference: await this.payments.referenceOf(paymentId),
      });
    } catch (error) {
      const isUnclear = error instanceof ProviderUnavailable || error instanceof PaymentMismatch;
      if (isUnclear) return undefined;
      throw error;
    }
  }
}
