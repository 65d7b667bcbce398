import { createTestApp, Shopper, stockProducts, type TestApp } from '../../testing';
import { StripeDouble, type StripeEvent } from '../../testing/stripe-double';

/** What the mutations about a payment answer. */
export interface PaidOutcome {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly checkout: { readonly status: string } | null;
  readonly order: { readonly id: string; readonly paymentStatus: string } | null;
  readonly clientAction: {
    readonly kind: string;
    readonly clientSecret: string;
    readonly publishableKey: string;
    readonly message: string | null;
  } | null;
}

const PAID = `checkout { status } order { id paymentStatus }
  clientAction { kind clientSecret publishableKey message }`;

interface CardSettings {
  readonly capture?: 'NOW' | 'LATER';
  readonly timeoutMs?: number;
}

/** A guest who pays by card. */
export class CardShopper extends Shopper {
  constructor(
    test: TestApp,
    readonly variationId: string,
  ) {
    super(test);
  }

  /** Fills a cart and a checkout; returns its id. */
  async goesToPay(quantity = 1): Promise<string> {
    await this.add(this.variationId, quantity);
    return (await this.fillCheckout()).id;
  }

  paysBy(checkoutId: string, paymentMethodCode: string, key = `pay ${Math.random()}`) {
    return this.mutate<PaidOutcome & { userErrors: never[] }>(
      'checkoutPay',
      'CheckoutPayInput',
      PAID,
      { checkoutId, paymentMethodCode, idempotencyKey: key },
    );
  }

  comesBack(checkoutId: string) {
    const input = { checkoutId, idempotencyKey: 'back' };
    return this.mutate<PaidOutcome & { userErrors: never[] }>(
      'checkoutPaymentConfirm',
      'CheckoutPaymentConfirmInput',
      PAID,
      input,
    );
  }

  givesUp(checkoutId: string) {
    const input = { checkoutId, idempotencyKey: 'given up' };
    return this.mutate<PaidOutcome & { userErrors: never[] }>(
      'checkoutPaymentCancel',
      'CheckoutPaymentCancelInput',
      PAID,
      input,
    );
  }
}

/** A shop that takes cards, with a double in the place of Stripe. */
export class CardShop {
  private constructor(
    readonly test: TestApp,
    readonly stripe: StripeDouble,
    readonly poster: string,
  ) {}

  static async open({ capture = 'NOW', timeoutMs = 2_000 }: CardSettings = {}): Promise<CardShop> {
    const stripe = await StripeDouble.start();
    const { secretKey, publishableKey, webhookSecret, url } = stripe;
    const account = { secretKey, publishableKey, webhookSecret, capture, apiBase: url, timeoutMs };
    const test = await createTestApp({ stripe: account });
    const ids = await stockProducts(test, { sku: 'POSTER', onHand: 500 });
    return new CardShop(test, stripe, ids['POSTER'] ?? '');
  }

  shopper(variationId = this.poster): CardShopper {
    return new CardShopper(this.test, variationId);
  }

  /** A checkout whose shopper is asked for a card. */
  async waitingForCard(variationId = this.poster) {
    const shopper = this.shopper(variationId);
    const id = await shopper.goesToPay();
    const { clientAction } = await shopper.paysBy(id, 'stripe');
    return { shopper, id, clientAction, intent: this.intentOf(id) };
  }

  intentOf(checkoutId: string): string {
    const [intent] = this.stripe.intentsOf(checkoutId);
    if (!intent) throw new Error('The double knows no intent of this checkout.');
    return intent.id;
  }

  /** The last event about something. */
  lastEvent(type: string): StripeEvent {
    const event = this.stripe.events.findLast((each) => each.type === type);
    if (!event) throw new Error(`Nothing was told of ${type}.`);
    return event;
  }

  /** Lets Stripe tell of an event; answers the status. */
  async hears(event: StripeEvent, signed = this.stripe.signed(event)): Promise<number> {
    const { statusCode } = await this.test.app.http.inject({
      method: 'POST',
      url: '/webhooks/stripe',
      headers: { 'content-type': 'application/json', 'stripe-signature': signed.signature },
      payload: signed.body,
    });
    return statusCode;
  }

  /** Lets Stripe tell of an event, and the job do the work. */
  async works(event: StripeEvent): Promise<void> {
    await this.hears(event);
    await this.test.runJob('handle-provider-events');
  }

  ordersOf(checkoutId: string) {
    return this.test.sql<{ payment_status: string }>(
      'SELECT payment_status FROM orders WHERE checkout_id = $1',
      [checkoutId],
    );
  }

  paymentsOf(checkoutId: string) {
    return this.test.sql<{ provider_code: string; state: string }>(
      'SELECT provider_code, state FROM payment WHERE checkout_id = $1 ORDER BY created_at, id',
      [checkoutId],
    );
  }

  async statusOf(checkoutId: string): Promise<string | undefined> {
    const rows = await this.test.sql<{ status: string }>(
      'SELECT status FROM checkout WHERE id = $1',
      [checkoutId],
    );
    return rows[0]?.status;
  }

  alerts() {
    return this.test.sql<{ kind: string }>('SELECT kind FROM payment_alert ORDER BY raised_at, id');
  }

  async close(): Promise<void> {
    await this.test.close();
    await this.stripe.stop();
  }
}
