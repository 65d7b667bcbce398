import { z } from 'zod';

import { accepted, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { hook } from '../../platform/hooks';
import { type CheckoutCaller, findOwn } from '../checkout-access';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import type { BeginPayment } from './begin-payment';
import type { SettledCheckout, SettleOrigin } from './complete-checkout';
import type { SettlePayment } from './settle-payment';

const shownAmount = z.object({ amount: z.string(), currencyCode: z.string() }).nullish();

export const payCheckoutInput = z.object({
  checkoutId: idInput,
  paymentMethodCode: z.string().max(100).nullish(),
  expectedTotal: shownAmount,
  expectedDue: shownAmount,
  idempotencyKey: idempotencyKeyInput,
});
export type PayCheckoutInput = z.output<typeof payCheckoutInput>;

/** Who pays, for the records. */
export interface PayOrigin extends SettleOrigin {
  readonly caller: CheckoutCaller;
}

/**
 * Pays a checkout. A provider that answers at once is asked in the transaction that begins the payment, and its answer
 * taken to the end; any other after the commit.
 */
export class PayCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly beginning: BeginPayment,
    private readonly settle: SettlePayment,
  ) {}

  /**
   * Returns the completed checkout, or what its shopper must do to complete it; a repeat finds it as it is and returns
   * it again.
   */
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
        await hook('checkout:locked');
        const begun = await this.beginning.begin(tx, found.value, input);
        if (!begun.ok) return begun;
        if (begun.value && begun.value.provider?.answersAtOnce !== false) {
          const outcome = await this.settle.askAtOnce(begun.value);
          settled = await this.settle.conclude(tx, begun.value, outcome, terms, origin);
        } else if (begun.value) {
          await this.beginning.writeDown(tx, begun.value);
        }
        return accepted(checkoutId);
      });
    });
    if (!begun.ok) return begun;
    await hook(settled ? 'checkout:committed' : 'payment:written');
    return settled ?? this.settle.run(checkoutId, origin);
  }
}
