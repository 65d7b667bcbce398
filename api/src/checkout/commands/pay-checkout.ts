import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { fromDecimal, type Money, money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentKeeper, PaymentProvider } from '../../payments';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { type CheckoutCaller, findOwn } from '../checkout-access';
import type { CheckoutState } from '../checkout-reader';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { thaw } from '../quote';
import { closed } from './edit-checkout';
import type { LockCheckout, LockedQuote } from './lock-checkout';
import type { SettledCheckout, SettleOrigin, SettlePayment } from './settle-payment';

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

/** A payment that was written down, and whom to ask for it. */
interface OpenedPayment {
  readonly provider: PaymentProvider;
  readonly state: CheckoutState;
}

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
        const opened = await this.open(tx, found.value, input);
        if (opened.ok && opened.value?.provider.answersAtOnce) {
          const { state } = opened.value;
          const outcome = await this.settle.ask(state.checkout);
          settled = await this.settle.conclude(tx, state, outcome, terms, origin);
        }
        return opened.ok ? accepted(checkoutId) : opened;
      });
    });
    if (!begun.ok) return begun;
    return settled ?? this.settle.run(checkoutId, origin);
  }

  /** Undefined when somebody else has begun to pay, or has paid already. */
  private async open(
    tx: Transaction,
    checkout: CheckoutEntity,
    input: Payment,
  ): Promise<Result<OpenedPayment | undefined>> {
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
    const total = totalOf(checkout, held?.value);
    const mismatch = totalMismatch(total, input.expectedTotal);
    if (mismatch) return mismatch;
    const now = this.clock.now();
    const pending = {
      ...held?.value.changes,
      status: 'PAYMENT_PENDING',
      paymentId: await this.payments.open(tx, id, provider.code, total),
      paymentProviderCode: provider.code,
      reservedUntil: reservedUntil(now),
    } as const;
    await this.checkouts.update(tx, checkout, pending, now, held ? ['LOCKED'] : []);
    return accepted({ provider, state: { checkout, shippingMethod: held?.value.shippingMethod } });
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
