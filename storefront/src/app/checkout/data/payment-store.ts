import { computed, inject, Service, signal } from '@angular/core';

import { injectMutate } from '#shared/graphql/mutate';
import type { PaymentStepFragment } from './checkout-fragments.generated';
import {
  CancelPaymentDocument,
  ConfirmPaymentDocument,
  PayCheckoutDocument,
} from './checkout-operations.generated';
import { type CheckoutPayload, CheckoutStore } from './checkout-store';
import { attemptKey, endAttempt } from './payment-attempt';

interface PaymentPayload extends CheckoutPayload {
  readonly clientAction?: PaymentStepFragment | null;
  readonly order: { readonly trackingToken: string } | null;
}

/** The payment of the open checkout, from the press to the order. */
@Service({ autoProvided: false })
export class PaymentStore {
  private readonly checkouts = inject(CheckoutStore);
  private readonly mutate = injectMutate();
  private readonly step = signal<PaymentStepFragment | null>(null);

  /** What the shopper must do at the payment provider. */
  readonly action = this.step.asReadonly();
  /** Whether the payment has begun and not ended. */
  readonly isPending = computed(() => this.checkouts.checkout()?.status === 'PAYMENT_PENDING');
  /** Whether the provider is at work and the shopper has nothing to do but wait. */
  readonly isProcessing = computed(() => this.isPending() && this.step() === null);

  /** Pays what the shopper sees; returns the token of the order. Without a method, gift cards pay for everything. */
  async pay(paymentMethodCode: string | null): Promise<string | undefined> {
    const checkout = this.checkouts.checkout();
    if (!checkout) return undefined;
    const { amount, currencyCode } = checkout.cost.total;
    const { amount: dueAmount } = checkout.due;
    const idempotencyKey = attemptKey(sessionStorage, {
      checkoutId: checkout.id,
      paymentMethodCode: paymentMethodCode ?? '',
      totalAmount: amount,
      dueAmount,
      currencyCode,
    });
    return this.send(() =>
      this.mutate(PayCheckoutDocument, {
        input: {
          checkoutId: checkout.id,
          paymentMethodCode,
          expectedTotal: { amount, currencyCode },
          expectedDue: { amount: dueAmount, currencyCode },
          idempotencyKey,
        },
      }),
    );
  }

  /** Asks what became of the payment; returns the token of the order, once there is one. */
  async confirm(
    checkoutId: string | undefined = this.checkouts.checkout()?.id,
  ): Promise<string | undefined> {
    if (!checkoutId) return undefined;
    return this.send(() =>
      this.mutate(ConfirmPaymentDocument, {
        input: { checkoutId, idempotencyKey: crypto.randomUUID() },
      }),
    );
  }

  /** Gives the payment up, so that it can be made another way; returns the token if it was made after all. */
  async cancel(): Promise<string | undefined> {
    const checkoutId = this.checkouts.checkout()?.id;
    if (!checkoutId) return undefined;
    return this.send(() =>
      this.mutate(CancelPaymentDocument, {
        input: { checkoutId, idempotencyKey: crypto.randomUUID() },
      }),
    );
  }

  private async send(ask: () => Promise<PaymentPayload>): Promise<string | undefined> {
    let token: string | undefined;
    await this.checkouts.run(async () => {
      const payload = await ask();
      token = payload.order?.trackingToken;
      this.step.set(payload.clientAction ?? null);
      // Where the provider did not answer, the same payment may be sent again.
      const isOver = payload.userErrors.some(({ code }) => code !== 'PAYMENT_UNAVAILABLE');
      if (token || isOver) endAttempt(sessionStorage);
      return payload;
    });
    return token;
  }
}
