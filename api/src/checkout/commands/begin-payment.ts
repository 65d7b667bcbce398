import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentKeeper, PaymentProvider } from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import { hook } from '../../platform/hooks';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { type ShownAmounts, whatChanged } from '../shown-amounts';
import { type BegunPayment, quoteOf } from './complete-checkout';
import { closed } from './edit-checkout';
import type { LockCheckout } from './lock-checkout';

/** How the shopper wants to pay. */
export interface PaymentWish extends ShownAmounts {
  /** Needed as long as anything is left to pay. */
  readonly paymentMethodCode?: string | null;
}

/** A payment that is about to be written down. Without a provider nothing is left to pay. */
export interface BegunWith extends BegunPayment {
  readonly provider?: PaymentProvider;
}

/** Begins a payment: checks what was shown, holds what is not held yet and says what will be asked of whom. */
export class BeginPayment {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly lock: LockCheckout,
    private readonly payments: PaymentKeeper,
    private readonly clock: Clock,
  ) {}

  /** Undefined when somebody else has begun to pay, or has paid already. The checkout's row is locked. */
  async begin(
    tx: Transaction,
    checkout: CheckoutEntity,
    wish: PaymentWish,
  ): Promise<Result<BegunWith | undefined>> {
    const { id, status } = checkout;
    const isAnotherWay = this.isAnotherWay(checkout, wish);
    if (status === 'COMPLETED') return accepted(undefined);
    if (status === 'PAYMENT_PENDING' && !isAnotherWay) return accepted(undefined);
    const wished = this.providerOf(wish);
    if (!wished.ok) return wished;
    if (status !== 'CREATED' && status !== 'LOCKED' && !isAnotherWay) return closed();
    const held = status === 'CREATED' ? await this.lock.hold(tx, checkout) : undefined;
    if (held && !held.ok) return held;
    await hook('checkout:held');
    const quote = quoteOf({ ...checkout, ...held?.value.changes });
    const changed = whatChanged(quote, checkout.currencyCode, wish);
    if (changed) return changed;
    const isFree = quote.dueMinor === 0n;
    const provider = isFree ? undefined : wished.value;
    if (!isFree && !provider) return noSuchWay('Choose a way to pay.');
    if (isAnotherWay) await this.payments.abandon(tx, checkout.paymentId ?? '');
    const amount = money(quote.dueMinor, checkout.currencyCode);
    const payment = provider && {
      id: newId(),
      checkoutId: id,
      providerCode: provider.code,
      amount,
    };
    const changes = {
      ...(held ? held.value.changes : this.extension(checkout)),
      status: 'PAYMENT_PENDING',
      paymentId: payment?.id ?? null,
      paymentProviderCode: provider?.code ?? null,
    } as const;
    return accepted({
      provider,
      checkout: { ...checkout, ...changes },
      cart: held?.value.cart,
      shippingMethod: held?.value.shippingMethod,
      unwritten: { payment, changes, passing: held || isAnotherWay ? ['LOCKED'] : [] },
    });
  }

  /** Writes down what will be asked, before it is asked. */
  async writeDown(tx: Transaction, { checkout, unwritten }: BegunWith): Promise<void> {
    if (!unwritten?.payment) return;
    const { payment, changes, passing } = unwritten;
    await this.payments.open(tx, payment);
    await this.checkouts.update(tx, checkout, changes, this.clock.now(), passing);
  }

  /** Whether a payment that may still take long is given up for another way to pay. */
  private isAnotherWay(
    { status, paymentProviderCode }: CheckoutEntity,
    { paymentMethodCode }: PaymentWish,
  ): boolean {
    if (status !== 'PAYMENT_PENDING' || !paymentMethodCode) return false;
    const current = this.payments.provider(paymentProviderCode ?? '');
    return current?.answersAtOnce === false && current.code !== paymentMethodCode;
  }

  private providerOf({ paymentMethodCode }: PaymentWish): Result<PaymentProvider | undefined> {
    if (!paymentMethodCode) return accepted(undefined);
    const provider = this.payments.provider(paymentMethodCode);
    return provider ? accepted(provider) : noSuchWay('The shop has no such way to pay.');
  }

  /** More time to pay, given once: nobody keeps goods from others by beginning to pay again and again. */
  private extension({ holdExtended }: CheckoutEntity) {
    if (holdExtended) return {};
    return { reservedUntil: reservedUntil(this.clock.now()), holdExtended: true };
  }
}

function noSuchWay(message: string): Result<never> {
  return refused({ code: 'NOT_FOUND', message, path: ['paymentMethodCode'] });
}
