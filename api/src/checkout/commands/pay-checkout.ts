import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { fromDecimal, money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PaymentKeeper } from '../../payments';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { type CheckoutCaller, findOwn } from '../checkout-access';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { thaw } from '../quote';
import { closed } from './edit-checkout';
import type { LockCheckout } from './lock-checkout';
import type { SettleOrigin, SettlePayment } from './settle-payment';

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

/** Begins a payment: checks the total, locks what is not locked yet and writes down what will be asked. */
export class PayCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly lock: LockCheckout,
    private readonly payments: PaymentKeeper,
    private readonly settle: SettlePayment,
    private readonly clock: Clock,
  ) {}

  /** Returns the checkout's id once it is completed; a repeat finds it completed and returns it again. */
  async run(input: PayCheckoutInput, origin: PayOrigin): Promise<Result<string>> {
    const begun = await this.begin(input, origin);
    return begun.ok ? this.settle.run(input.checkoutId, origin) : begun;
  }

  private begin({ idempotencyKey, ...input }: PayCheckoutInput, origin: PayOrigin) {
    const claim = { operation: 'checkoutPay', owner: input.checkoutId, key: idempotencyKey, input };
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const found = await findOwn(tx, this.checkouts, input.checkoutId, origin.caller);
        return found.ok ? this.open(tx, found.value, input) : found;
      }),
    );
  }

  private async open(
    tx: Transaction,
    found: CheckoutEntity,
    input: Omit<PayCheckoutInput, 'idempotencyKey'>,
  ): Promise<Result<string>> {
    if (found.status === 'COMPLETED' || found.status === 'PAYMENT_PENDING')
      return accepted(found.id);
    const provider = this.payments.provider(input.paymentMethodCode);
    if (!provider) {
      return refused({
        code: 'NOT_FOUND',
        message: 'The shop has no such way to pay.',
        path: ['paymentMethodCode'],
      });
    }
    if (found.status !== 'CREATED' && found.status !== 'LOCKED') return closed();
    const locked = found.status === 'LOCKED' ? accepted(found) : await this.lock.lock(tx, found);
    if (!locked.ok) return locked;
    const checkout = locked.value;
    if (!checkout.quote) throw new Error('A locked checkout has a quote.');
    const total = money(thaw(checkout.quote).cost.totalMinor, checkout.currencyCode);
    const { expectedTotal } = input;
    const expected = expectedTotal && fromDecimal(expectedTotal.amount, expectedTotal.currencyCode);
    if (expectedTotal && !expected) {
      return refused({
        code: 'INVALID_INPUT',
        message: 'This is no amount of that currency.',
        path: ['expectedTotal', 'amount'],
      });
    }
    if (
      expected &&
      (expected.amountMinor !== total.amountMinor || expected.currencyCode !== total.currencyCode)
    ) {
      return refused({
        code: 'TOTAL_CHANGED',
        message: 'The total has changed since it was shown.',
        path: ['expectedTotal'],
        expected,
        actual: total,
      });
    }
    const paymentId = await this.payments.open(tx, checkout.id, provider.code, total);
    const now = this.clock.now();
    await this.checkouts.update(
      tx,
      checkout,
      {
        status: 'PAYMENT_PENDING',
        paymentId,
        paymentProviderCode: provider.code,
        reservedUntil: reservedUntil(now),
      },
      now,
    );
    return accepted(checkout.id);
  }
}
