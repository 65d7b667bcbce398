import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import {
  type PaymentKeeper,
  PaymentMismatch,
  type PaymentOutcome,
  ProviderUnavailable,
} from '../../payments';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { hook } from '../../platform/hooks';
import type { ShopSettingsReader } from '../../shop';
import { type CheckoutCaller, isOwn, notFound } from '../checkout-access';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import {
  type BegunPayment,
  type CompleteCheckout,
  quoteOf,
  type SettledCheckout,
  type SettleOrigin,
  type SettleTerms,
} from './complete-checkout';
import { closed } from './edit-checkout';
import type { LatePayment } from './late-payment';

/** A payment of a checkout of which its provider has told something. */
export interface ToldPayment {
  readonly id: string;
  readonly checkoutId: string;
}

/**
 * Takes a begun payment to its end: asks the provider, then writes down the answer and, when the money is promised, the
 * order. Anybody may repeat it (the client, another tab, the provider's message, the worker after a crash); the row lock
 * of the checkout lets exactly one of them make the order.
 */
export class SettlePayment {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly payments: PaymentKeeper,
    private readonly completion: CompleteCheckout,
    private readonly late: LatePayment,
    private readonly settings: ShopSettingsReader,
  ) {}

  /** Returns the completed checkout, or what it waits for. No transaction is open while the provider is asked. */
  async run(checkoutId: string, origin: SettleOrigin): Promise<Result<SettledCheckout>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (checkout?.status === 'COMPLETED') return accepted({ checkout });
    if (checkout?.status === 'LOCKED') return declined();
    if (checkout?.status !== 'PAYMENT_PENDING' || !checkout.paymentId) return closed();
    const payment = { id: checkout.paymentId, checkoutId };
    let outcome: PaymentOutcome;
    try {
      outcome = await this.ask(checkout, payment);
    } catch (error) {
      if (error instanceof ProviderUnavailable) return unavailable();
      if (error instanceof PaymentMismatch) return this.hold(payment, error);
      throw error;
    }
    await hook('payment:asked');
    return this.take(payment, outcome, origin);
  }

  /** The same for a shopper who comes back from the provider. */
  async forShopper(
    checkoutId: string,
    caller: CheckoutCaller,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (!checkout || !isOwn(checkout, caller)) return notFound();
    const isPaying = checkout.status === 'PAYMENT_PENDING';
    return isPaying ? this.run(checkoutId, origin) : accepted({ checkout });
  }

  /** Writes what a provider has told of a payment, whoever heard it. */
  async take(
    payment: ToldPayment,
    outcome: PaymentOutcome,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const terms = await this.terms();
    let settled: Result<SettledCheckout> | undefined;
    const written = await this.transactions.run(async (tx) => {
      const checkout = await this.checkouts.lock(tx, payment.checkoutId);
      const isAwaited = checkout?.paymentId === payment.id;
      settled = isAwaited
        ? await this.conclude(tx, { checkout }, outcome, terms, origin)
        : undefined;
      // A decline is news, not a refusal of this command: what it writes must stay.
      return accepted(null);
    });
    if (!written.ok) return written;
    await hook('checkout:committed');
    return settled ?? this.late.take(payment, outcome, terms, origin);
  }

  /** What has to be known of the shop; asked for before a transaction begins. */
  async terms(): Promise<SettleTerms> {
    const { orderPrefix } = await this.settings.read();
    return { orderPrefix };
  }

  /** Asks a provider that answers at once; where nothing is left to pay nobody is asked. */
  async askAtOnce({ checkout }: BegunPayment): Promise<PaymentOutcome> {
    const { paymentId, id } = checkout;
    return paymentId ? this.ask(checkout, { id: paymentId, checkoutId: id }) : { kind: 'captured' };
  }

  /** Writes the provider's answer to a checkout whose row is locked. What a refusal has written must be committed. */
  async conclude(
    tx: Transaction,
    begun: BegunPayment,
    outcome: PaymentOutcome,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const { status } = begun.checkout;
    if (status === 'COMPLETED') return accepted(begun);
    if (status !== 'PAYMENT_PENDING') return closed();
    switch (outcome.kind) {
      case 'declined':
        return this.completion.decline(tx, begun, outcome);
      case 'action':
      case 'processing':
        return this.completion.wait(tx, begun, outcome);
      default:
        return this.completion.complete(tx, begun, outcome, terms, origin);
    }
  }

  /** What was taken is not what was asked for: nothing is sold for it before a person has looked. */
  private async hold({ id }: ToldPayment, error: PaymentMismatch): Promise<Result<never>> {
    await this.transactions.run(async (tx) => {
      await this.payments.hold(tx, id, error);
      return accepted(null);
    });
    return refused({
      code: 'PAYMENT_UNAVAILABLE',
      message: 'The shop has to look at this payment before the order can be placed.',
      path: ['paymentMethodCode'],
    });
  }

  private async ask(checkout: CheckoutEntity, payment: ToldPayment): Promise<PaymentOutcome> {
    const code = checkout.paymentProviderCode ?? '';
    const isRemote = this.payments.provider(code)?.answersAtOnce === false;
    return this.payments.authorize(code, {
      paymentId: payment.id,
      checkoutId: payment.checkoutId,
      amount: money(quoteOf(checkout).dueMinor, checkout.currencyCode),
      reference: isRemote ? await this.payments.referenceOf(payment.id) : undefined,
    });
  }
}

/** The refusal for who repeats a payment that was declined or given up: another one needs a key of its own. */
function declined(): Result<never> {
  return refused({
    code: 'PAYMENT_DECLINED',
    message: 'This payment was declined or given up. Pay again, or another way.',
    path: ['paymentMethodCode'],
  });
}

/** The refusal while the provider is down: nothing is lost, and the same request may be sent again. */
function unavailable(): Result<never> {
  return refused({
    code: 'PAYMENT_UNAVAILABLE',
    message: 'The payment provider does not answer. Try again, or pay another way.',
    path: ['paymentMethodCode'],
  });
}
