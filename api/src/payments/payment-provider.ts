import type { Money } from '../kernel/money';

/** What a provider is asked to take. */
export interface PaymentRequest {
  readonly paymentId: string;
  readonly checkoutId: string;
  readonly amount: Money;
  /** What the provider calls the payment, once it is known to it. */
  readonly reference?: string;
}

/** What the shopper's browser needs to go on with a payment at its provider. */
export interface ClientAction {
  readonly kind: 'CONFIRM_CARD';
  readonly clientSecret: string;
  readonly publishableKey: string;
  /** Why the last attempt failed, for the shopper. */
  readonly message?: string;
}

/**
 * What became of it. `authorized`: the money is promised, `captured`: it has arrived, `action`: the shopper must act,
 * `processing`: the provider does not know yet.
 */
export type PaymentOutcome =
  | { readonly kind: 'authorized'; readonly reference?: string }
  | {
      readonly kind: 'captured';
      readonly reference?: string;
      /** Where less arrived than was promised; else all of it. */
      readonly amountMinor?: bigint;
    }
  | { readonly kind: 'declined'; readonly message: string; readonly reference?: string }
  | { readonly kind: 'action'; readonly reference: string; readonly action: ClientAction }
  | { readonly kind: 'processing'; readonly reference: string };

/** What is to go back to the shopper. */
export interface ProviderRefund {
  /** Repeated with the same id, it is done once. */
  readonly id: string;
  readonly reference: string;
  readonly amount: Money;
}

/** What became of a refund. */
export type RefundOutcome =
  | { readonly kind: 'done'; readonly reference: string }
  | { readonly kind: 'pending'; readonly reference: string }
  | { readonly kind: 'failed'; readonly message: string };

/** The provider did not answer, or not in time: what became of the request is not known. */
export class ProviderUnavailable extends Error {}

/** The provider took another amount, or for something else, than it was asked to. */
export class PaymentMismatch extends Error {}

/** What every way to be paid has. */
interface ProviderBase {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Asks for the money. Called again with the same payment id, it answers what has become of it. */
  authorize(request: PaymentRequest): Promise<PaymentOutcome>;
}

/** A way to be paid that asks nobody: it may be used while a transaction is open. */
export interface InstantProvider extends ProviderBase {
  readonly answersAtOnce: true;
}

/** A message of a provider whose sender was checked. */
export interface ProviderMessage {
  /** The same however often it is sent. */
  readonly id: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a message is about; what it says is asked for again, because messages come late and in any order. */
export type ProviderNews =
  | {
      readonly kind: 'payment';
      readonly reference: string;
      /** Absent where the payment is not one of this shop. */
      readonly paymentId: string | undefined;
      readonly amount: Money;
    }
  | {
      readonly kind: 'refund';
      /** Absent where somebody refunded at the provider itself. */
      readonly refundId: string | undefined;
      readonly paymentReference: string | undefined;
      readonly outcome: RefundOutcome;
    }
  | { readonly kind: 'other' };

/** A way to be paid over a network. Every call may throw `ProviderUnavailable`, and may be repeated. */
export interface RemoteProvider extends ProviderBase {
  readonly answersAtOnce: false;
  /** Takes the money that was promised. */
  capture(request: PaymentRequest): Promise<PaymentOutcome>;
  /** Gives a payment up; answers what it is now, which may be that the money has arrived meanwhile. */
  cancel(request: PaymentRequest): Promise<PaymentOutcome>;
  refund(refund: ProviderRefund): Promise<RefundOutcome>;
  /** The header that carries the signature of a message. */
  readonly signatureHeader: string;
  /** The message in a request's body; undefined unless the provider signed exactly these bytes, not long ago. */
  verify(body: Buffer, signature: string): ProviderMessage | undefined;
  /** What a message is about. */
  read(message: ProviderMessage): ProviderNews;
}

/** A way to be paid. */
export type PaymentProvider = InstantProvider | RemoteProvider;
