import type { Money } from '../kernel/money';

/** What a provider is asked to take. */
export interface PaymentRequest {
  readonly paymentId: string;
  readonly amount: Money;
}

/** What became of it. `authorized`: the money is promised, `captured`: it has arrived. */
export type PaymentOutcome =
  | { readonly kind: 'authorized' }
  | { readonly kind: 'captured' }
  | { readonly kind: 'declined'; readonly message: string };

/** A way to be paid. */
export interface PaymentProvider {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Whether it answers without asking anybody. Only then may it be asked while a transaction is open. */
  readonly answersAtOnce: boolean;
  /** Asks for the money. Called again with the same payment id, it answers the same. */
  authorize(request: PaymentRequest): Promise<PaymentOutcome>;
}
