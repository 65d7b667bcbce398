import Stripe from 'stripe';

import type { Money } from '../../kernel/money';
import {
  PaymentMismatch,
  type PaymentOutcome,
  type PaymentRequest,
  type ProviderMessage,
  type ProviderNews,
  type ProviderRefund,
  type RefundOutcome,
  type RemoteProvider,
} from '../payment-provider';
import { fromStripe, toStripe } from './stripe-amounts';
import { readStripeEvent } from './stripe-events';
import { StripeGuard } from './stripe-guard';

/** A signed message is refused when it is older: somebody may have recorded it. */
const SIGNATURE_SECONDS = 300;

/** The shop's account at Stripe. */
export interface StripeAccount {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Signs what Stripe sends to the shop. */
  readonly webhookSecret: string;
  /** LATER: the money is promised when the order is placed, and taken when staff say so. */
  readonly capture: 'NOW' | 'LATER';
  /** Another address than Stripe's own, for tests. */
  readonly apiBase: string | undefined;
  /** How long an answer is waited for. */
  readonly timeoutMs: number;
}

/** Cards through Stripe. The card's data goes from the shopper's browser to Stripe and never passes the shop. */
export class StripeProvider implements RemoteProvider {
  readonly code = 'stripe';
  readonly name = 'Card';
  readonly description = 'Pay by credit or debit card.';
  readonly answersAtOnce = false as const;
  readonly signatureHeader = 'stripe-signature';
  private readonly stripe: Stripe;
  private readonly guard: StripeGuard;

  constructor(private readonly account: StripeAccount) {
    const base = account.apiBase === undefined ? undefined : new URL(account.apiBase);
    this.stripe = new Stripe(account.secretKey, {
      timeout: account.timeoutMs,
      // Whoever asked asks again with the same key; here it would only make the shopper wait.
      maxNetworkRetries: 0,
      telemetry: false,
      ...(base && {
        host: base.hostname,
        port: base.port,
        protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
      }),
    });
    this.guard = new StripeGuard(account.timeoutMs);
  }

  async authorize(request: PaymentRequest): Promise<PaymentOutcome> {
    const { reference } = request;
    return reference === undefined
      ? this.declining(() => this.create(request))
      : this.told(await this.retrieve(reference), request);
  }

  async capture(request: PaymentRequest): Promise<PaymentOutcome> {
    const known = await this.known(request);
    if (known.status !== 'requires_capture') return this.told(known, request);
    return this.declining(async () => {
      const intent = await this.guard.ask(() =>
        this.stripe.paymentIntents.capture(
          known.id,
          { amount_to_capture: toStripe(request.amount) },
          { idempotencyKey: `capture-${request.paymentId}` },
        ),
      );
      return outcomeOf(intent, this.account.publishableKey);
    });
  }

  async cancel(request: PaymentRequest): Promise<PaymentOutcome> {
    const known = await this.known(request);
    if (known.status === 'canceled' || known.status === 'succeeded') {
      return this.told(known, request);
    }
    try {
      const intent = await this.guard.ask(() => this.stripe.paymentIntents.cancel(known.id));
      return this.told(intent, request);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // It has become something that cannot be cancelled since it was looked at.
      return this.told(await this.retrieve(known.id), request);
    }
  }

  async refund({ id, reference, amount }: ProviderRefund): Promise<RefundOutcome> {
    try {
      const refund = await this.guard.ask(() =>
        this.stripe.refunds.create(
          {
            payment_intent: reference,
            amount: toStripe(amount),
            metadata: { refund_id: id },
          },
          { idempotencyKey: `refund-${id}` },
        ),
      );
      if (refund.status === 'succeeded') return { kind: 'done', reference: refund.id };
      const isLost = refund.status === 'failed' || refund.status === 'canceled';
      return isLost
        ? { kind: 'failed', message: refund.failure_reason ?? 'The card provider gave no reason.' }
        : { kind: 'pending', reference: refund.id };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { kind: 'failed', message: error.message };
    }
  }

  verify(body: Buffer, signature: string): ProviderMessage | undefined {
    const { webhookSecret } = this.account;
    try {
      const event = this.stripe.webhooks.constructEvent(
        body,
        signature,
        webhookSecret,
        SIGNATURE_SECONDS,
      );
      return { id: event.id, type: event.type, payload: { ...event } };
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
      throw error;
    }
  }

  read(message: ProviderMessage): ProviderNews {
    return readStripeEvent(message);
  }

  private async create(request: PaymentRequest): Promise<PaymentOutcome> {
    const { paymentId, checkoutId, amount } = request;
    const { capture } = this.account;
    const intent = await this.guard.ask(() =>
      this.stripe.paymentIntents.create(
        {
          amount: toStripe(amount),
          currency: amount.currencyCode.toLowerCase(),
          capture_method: capture === 'LATER' ? 'manual' : 'automatic',
          allowed_payment_method_types: ['card'],
          metadata: { payment_id: paymentId, checkout_id: checkoutId },
        },
        { idempotencyKey: `payment-${paymentId}` },
      ),
    );
    // A repeat is answered with what was answered first, which may be long past.
    const isReplayed = intent.lastResponse.headers['idempotent-replayed'] === 'true';
    return this.told(isReplayed ? await this.retrieve(intent.id) : intent, request);
  }

  private async known(request: PaymentRequest): Promise<Stripe.PaymentIntent> {
    if (request.reference !== undefined) return this.retrieve(request.reference);
    const created = await this.create(request);
    return this.retrieve(created.reference ?? '');
  }

  private retrieve(reference: string): Promise<Stripe.PaymentIntent> {
    return this.guard.ask(() => this.stripe.paymentIntents.retrieve(reference));
  }

  /** What an intent says, provided that it is the one that was asked for. */
  private told(intent: Stripe.PaymentIntent, request: PaymentRequest): PaymentOutcome {
    const { amount, currency, metadata } = intent;
    if (metadata['payment_id'] !== request.paymentId) {
      throw new PaymentMismatch(`${intent.id} is not for the payment ${request.paymentId}.`);
    }
    if (!isAmount(request.amount, amount, currency)) {
      throw new PaymentMismatch(`${intent.id} is about ${amount} ${currency}, which is not asked.`);
    }
    // Of what was only promised, staff may take less, also at Stripe itself.
    const isTakenInParts = intent.capture_method === 'manual' && intent.amount_received < amount;
    if (intent.status === 'succeeded' && intent.amount_received !== amount && !isTakenInParts) {
      throw new PaymentMismatch(`${intent.id} received ${intent.amount_received} of ${amount}.`);
    }
    return outcomeOf(intent, this.account.publishableKey);
  }

  /** A request that the provider will not carry out is a decline, with its reason. */
  private async declining(ask: () => Promise<PaymentOutcome>): Promise<PaymentOutcome> {
    try {
      return await ask();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { kind: 'declined', message: error.message };
    }
  }
}

function outcomeOf(intent: Stripe.PaymentIntent, publishableKey: string): PaymentOutcome {
  const reference = intent.id;
  switch (intent.status) {
    case 'succeeded':
      return {
        kind: 'captured',
        reference,
        amountMinor: fromStripe(intent.amount_received, intent.currency).amountMinor,
      };
    case 'requires_capture':
      return { kind: 'authorized', reference };
    case 'processing':
      return { kind: 'processing', reference };
    case 'canceled':
      return { kind: 'declined', reference, message: 'The payment was given up.' };
    default: {
      const clientSecret = intent.client_secret ?? '';
      const message = intent.last_payment_error?.message;
      const action = { kind: 'CONFIRM_CARD', clientSecret, publishableKey, message } as const;
      return { kind: 'action', reference, action };
    }
  }
}

function isAmount(asked: Money, amount: number, currency: string): boolean {
  const told = fromStripe(amount, currency);
  return told.amountMinor === asked.amountMinor && told.currencyCode === asked.currencyCode;
}

/** The provider understood the request and will not carry it out. */
function isRefusal(error: unknown): error is Error {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  );
}
