import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { fromDecimal, type Money, money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentKeeper, PaymentProvider } from '../../payments';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { type CheckoutCaller, findOwn } from '../checkout-access';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { thaw } from '../quote';
import { closed } from './edit-checkout';
import type { LockCheckout, LockedQuote } from './lock-checkout';
import type { BegunPayment, SettledCheckout, SettleOrigin, SettlePayment } from './settle-payment';

export const payCheckoutInput = z.object({
  checkoutId: idInput,
  paymentMethodCode: z.string().max(100),
  expectedTotal: z.object({ amount: z.string(), currencyCode: z.string() }).nullish(),
  idempotencyKey: idempotencyKeyInput,
});
export type PayCheckoutInput = z.output<typeof payCheckoutInput>;

/** Who pays, for the records. */
export interface PayOrigin extends SettleOrigin {
  readonly caller: CheckoutCaller;
}

/** What is asked of a payment, without the key. */
type Payment = Omit<PayCheckoutInput, 'idempotencyKey'>;

/**
 * Begins a payment: checks the total, locks what is not locked yet and writes down what will be asked. A provider that
 * answers at once is asked in the same transaction, and its answer taken to the end; any other after the commit.
 */
export class PayCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly lock: LockCheckout,
    private readonly payments: PaymentKeeper,
    private readonly settle: SettlePayment,
    private readonly clock: Clock,
  ) {}

  /** Returns the completed checkout; a repeat finds it completed and returns it again. */
  async run(
    { idempotencyKey, ...input }: PayCheckoutInput,
    origin: PayOrigin,
  ): Promise<Result<SettledCheckout>> {
    const { checkoutId } = input;
    const claim = {
      operation: 'checkoutPay',
      owner: checkoutId,
      key: idempotencyKey,
      input,
      outcome: checkoutId,
    };
    const terms = await this.settle.terms();
    let settled: Result<SettledCheckout> | undefined;
    const begun = await this.transactions.run((tx) => {
      // Whatever an earlier attempt did was rolled back with it.
      settled = undefined;
      return once(tx, claim, async () => {
        const found = await findOwn(tx, this.checkouts, checkoutId, origin.caller);
        if (!found.ok) return found;
        const begun = await this.begin(tx, found.value, input);
        if (!begun.ok) return begun;
        if (begun.value?.provider.answersAtOnce) {
          const outcome = await this.settle.ask(begun.value.checkout);
          settled = await this.settle.conclude(tx, begun.value, outcome, terms, origin);
        } else if (begun.value) {
          await this.writeDown(tx, begun.value);
        }
        return accepted(checkoutId);
      });
    });
    if (!begun.ok) return begun;
    return settled ?? this.settle.run(checkoutId, origin);
  }

  /** Undefined when somebody else has begun to pay, or has paid already. */
  private async begin(
    tx: Transaction,
    checkout: CheckoutEntity,
    input: Payment,
  ): Promise<Result<(BegunPayment & { readonly provider: PaymentProvider }) | undefined>> {
    const { id, status } = checkout;
    if (status === 'COMPLETED' || status === 'PAYMENT_PENDING') return accepted(undefined);
    const provider = this.payments.provider(input.paymentMethodCode);
    if (!provider) {
      return refused({
        code: 'NOT_FOUND',
        message: 'The shop has no such way to pay.',
        path: ['paymentMethodCode'],
      });
    }
    if (status !== 'CREATED' && status !== 'LOCKED') return closed();
    const held = status === 'LOCKED' ? undefined : await this.lock.hold(tx, checkout);
    if (held && !held.ok) return held;
    const amount = totalOf(checkout, held?.value);
    const mismatch = totalMismatch(amount, input.expectedTotal);
    if (mismatch) return mismatch;
    const payment = { id: newId(), checkoutId: id, providerCode: provider.code, amount };
    const changes = {
      ...held?.value.changes,
      status: 'PAYMENT_PENDING',
      paymentId: payment.id,
      paymentProviderCode: provider.code,
      reservedUntil: reservedUntil(this.clock.now()),
    } as const;
    return accepted({
      provider,
      checkout: { ...checkout, ...changes },
      cart: held?.value.cart,
      shippingMethod: held?.value.shippingMethod,
      unwritten: { payment, changes, passing: held ? ['LOCKED'] : [] },
    });
  }

  private async writeDown(tx: Transaction, { checkout, unwritten }: BegunPayment): Promise<void> {
    if (!unwritten) return;
    const { payment, changes, passing } = unwritten;
    await this.payments.open(tx, payment);
    await this.checkouts.update(tx, checkout, changes, this.clock.now(), passing);
  }
}

function totalOf({ quote, currencyCode }: CheckoutEntity, held: LockedQuote | undefined): Money {
  if (held) return money(held.cost.totalMinor, currencyCode);
  if (!quote) throw new Error('A locked checkout has a quote.');
  return money(thaw(quote).cost.totalMinor, currencyCode);
}

/** Why the shopper is asked again: what was shown is not what would be charged. */
function totalMismatch(total: Money, shown: Payment['expectedTotal']): Result<never> | undefined {
  if (!shown) return undefined;
  const expected = fromDecimal(shown.amount, shown.currencyCode);
  if (!expected) {
    return refused({
      code: 'INVALID_INPUT',
      message: 'This is no amount of that currency.',
      path: ['expectedTotal', 'amount'],
    });
  }
  const isSame =
    expected.amountMinor === total.amountMinor && expected.currencyCode === total.currencyCode;
  if (isSame) return undefined;
  return refused({
    code: 'TOTAL_CHANGED',
    message: 'The total has changed since it was shown.',
    path: ['expectedTotal'],
    expected,
    actual: total,
  });
}
