import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentEntity, PaymentKeeper, PaymentOutcome } from '../../payments';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { CheckoutHold } from '../checkout-hold';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import {
  type CompleteCheckout,
  quoteOf,
  type SettledCheckout,
  type SettleOrigin,
  type SettleTerms,
} from './complete-checkout';
import { closed } from './edit-checkout';
import type { ToldPayment } from './settle-payment';

type Money = Extract<PaymentOutcome, { kind: 'authorized' | 'captured' }>;

/**
 * Takes a payment that arrives when its checkout no longer waits for it. What was bought is held again and the order
 * made; where that cannot be, the money goes back and the shopper is told.
 */
export class LatePayment {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly holds: CheckoutHold,
    private readonly payments: PaymentKeeper,
    private readonly completion: CompleteCheckout,
    private readonly clock: Clock,
  ) {}

  async take(
    payment: ToldPayment,
    outcome: PaymentOutcome,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    if (outcome.kind !== 'authorized' && outcome.kind !== 'captured') {
      await this.transactions.run(async (tx) => {
        await this.payments.settle(tx, payment.id, { outcome });
        return accepted(null);
      });
      return closed();
    }
    const revived = await this.transactions.run((tx) =>
      this.revive(tx, payment, outcome, terms, origin),
    );
    if (revived.ok) return revived;
    const because = revived.refusals[0]?.message ?? 'The checkout has ended.';
    await this.transactions.run(async (tx) => {
      const checkout = await this.checkouts.lock(tx, payment.checkoutId);
      const email = checkout?.email ?? undefined;
      await this.payments.giveBack(tx, payment.id, outcome, { because, email });
      return accepted(null);
    });
    return closed();
  }

  /** Goes on where the checkout stopped, if it can still be what was paid for. */
  private async revive(
    tx: Transaction,
    { id, checkoutId }: ToldPayment,
    outcome: Money,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const checkout = await this.checkouts.lock(tx, checkoutId);
    const payment = await this.payments.lock(tx, id);
    if (!checkout || !payment) throw new Error(`The payment ${id} is of no checkout.`);
    const isKept = payment.orderId !== null || payment.returnedBecause !== null;
    if (isKept) return accepted({ checkout });
    const obstacle = await this.obstacle(tx, checkout, payment);
    if (obstacle) return refused({ code: 'CHECKOUT_CLOSED', message: obstacle });
    if (checkout.status === 'EXPIRED') {
      const until = reservedUntil(this.clock.now());
      const held = await this.holds.hold(tx, checkout, quoteOf(checkout), until);
      if (!held.ok) return held;
    }
    const changes = { paymentId: id, paymentProviderCode: payment.providerCode };
    const begun = {
      checkout: { ...checkout, ...changes },
      unwritten: { changes, passing: [] },
    };
    return this.completion.complete(tx, begun, outcome, terms, origin);
  }

  /** Why the checkout cannot become what was paid for. */
  private async obstacle(
    tx: Transaction,
    checkout: CheckoutEntity,
    { amountMinor }: PaymentEntity,
  ): Promise<string | undefined> {
    const { status, quote } = checkout;
    if ((status !== 'EXPIRED' && status !== 'LOCKED') || !quote) {
      return 'The purchase was paid another way or given up.';
    }
    if (quoteOf(checkout).dueMinor !== amountMinor) return 'The purchase has changed meanwhile.';
    if (await this.checkouts.hasSuccessor(tx, checkout)) {
      return 'The cart has been taken to another checkout.';
    }
    return undefined;
  }
}
