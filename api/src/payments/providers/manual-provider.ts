import type { InstantProvider, PaymentOutcome } from '../payment-provider';

/** Cash, bank transfer or a test: the shopper promises to pay, and staff record the money when it arrives. */
export class ManualPaymentProvider implements InstantProvider {
  readonly code = 'manual';
  readonly name = 'Pay by invoice';
  readonly description = 'Place the order now and pay by bank transfer or in cash.';
  readonly answersAtOnce = true as const;

  authorize(): Promise<PaymentOutcome> {
    return Promise.resolve({ kind: 'authorized' });
  }
}
