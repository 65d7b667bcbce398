import type { CartRepository } from '../../cart';
import type { Clock } from '../../kernel/clock';
import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PlacedOrder, PlaceOrder } from '../../orders';
import type { NewPayment, PaymentAnswer, PaymentKeeper, PaymentOutcome } from '../../payments';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { ShopSettingsReader } from '../../shop';
import type { CheckoutHold } from '../checkout-hold';
import type { CheckoutState } from '../checkout-reader';
import type { CheckoutStatus } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutChanges, CheckoutRepository } from '../persistence/checkout.repository';
import { type Quote, thaw } from '../quote';
import { closed } from './edit-checkout';

/** Who caused the payment, for the records. */
export interface SettleOrigin {
  readonly actor: Actor;
  readonly requestId: string | undefined;
}

export interface SettleParts {
  readonly holds: CheckoutHold;
  readonly payments: PaymentKeeper;
  readonly place: PlaceOrder;
  readonly carts: CartRepository;
  readonly settings: ShopSettingsReader;
}

/** What the shop's settings say about the order to be placed. */
export interface SettleTerms {
  readonly orderPrefix: string;
}

/**
 * A checkout whose payment has begun. What was not written down yet is written together with the provider's answer: the
 * checkout then goes through the same steps in one statement.
 */
export interface BegunPayment extends CheckoutState {
  readonly unwritten?: {
    readonly payment: NewPayment;
    readonly changes: CheckoutChanges;
    readonly passing: readonly CheckoutStatus[];
  };
}

/** A checkout whose payment has come to its end, with the order if it was placed just now. */
export interface SettledCheckout extends CheckoutState {
  readonly placed?: PlacedOrder;
}

/**
 * Takes a begun payment to its end: asks the provider, then writes down the answer and, when the money is promised, the
 * order. Anybody may repeat it (the client, another tab, the worker after a crash); the row lock of the checkout lets
 * exactly one of them make the order.
 */
export class SettlePayment {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly parts: SettleParts,
    private readonly clock: Clock,
  ) {}

  /** Returns the completed checkout. No transaction is open while the provider is asked. */
  async run(checkoutId: string, origin: SettleOrigin): Promise<Result<SettledCheckout>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (checkout?.status === 'COMPLETED') return accepted({ checkout });
    if (checkout?.status !== 'PAYMENT_PENDING') return closed();
    const outcome = await this.ask(checkout);
    const terms = await this.terms();
    let settled: Result<SettledCheckout> = closed();
    const written = await this.transactions.run(async (tx) => {
      const locked = await this.checkouts.lock(tx, checkoutId);
      settled = locked
        ? await this.conclude(tx, { checkout: locked }, outcome, terms, origin)
        : closed();
      // A decline is news, not a refusal of this command: what it writes must stay.
      return accepted(null);
    });
    return written.ok ? settled : written;
  }

  /** What has to be known of the shop; asked for before a transaction begins. */
  async terms(): Promise<SettleTerms> {
    const { orderPrefix } = await this.parts.settings.read();
    return { orderPrefix };
  }

  /** Asks the provider of a checkout whose payment has begun. */
  ask(checkout: CheckoutEntity): Promise<PaymentOutcome> {
    return this.parts.payments.authorize(checkout.paymentProviderCode ?? '', {
      paymentId: checkout.paymentId ?? '',
      checkoutId: checkout.id,
      amount: money(quoteOf(checkout).cost.totalMinor, checkout.currencyCode),
    });
  }

  /** Writes the provider's answer to a checkout whose row is locked. What a refusal has written must be committed. */
  async conclude(
    tx: Transaction,
    begun: BegunPayment,
    outcome: PaymentOutcome,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const { status } = begun.checkout;
    if (status === 'COMPLETED') return accepted(begun);
    if (status !== 'PAYMENT_PENDING') return closed();
    return outcome.kind === 'declined'
      ? this.decline(tx, begun, outcome)
      : this.complete(tx, begun, outcome, terms, origin);
  }

  private async complete(
    tx: Transaction,
    begun: BegunPayment,
    outcome: PaymentOutcome,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const { checkout, cart, shippingMethod } = begun;
    const { holds, carts } = this.parts;
    const now = this.clock.now();
    const quote = quoteOf(checkout);
    const isPaid = outcome.kind === 'captured';
    const placed = await this.placeOrder(tx, checkout, quote, { ...terms, isPaid }, origin);
    const orderId = placed.order.id;
    await holds.consume(tx, checkout, orderId, origin.actor);
    const bought = quote.lines.map(({ variation, quantity }) => ({
      variationId: variation.id,
      quantity,
    }));
    await carts.subtract(tx, cart ?? { id: checkout.cartId }, bought, now);
    const changes = { status: 'COMPLETED', orderId, reservedUntil: null } as const;
    const passing = ['PAYMENT_CONFIRMED', 'ORDER_CREATED'] as const;
    await this.write(tx, begun, { outcome, orderId }, changes, passing);
    return accepted({ checkout, cart, shippingMethod, placed });
  }

  private async decline(
    tx: Transaction,
    begun: BegunPayment,
    outcome: Extract<PaymentOutcome, { kind: 'declined' }>,
  ): Promise<Result<never>> {
    const changes = { status: 'LOCKED', paymentId: null, paymentProviderCode: null } as const;
    await this.write(tx, begun, { outcome }, changes, []);
    const { message } = outcome;
    return refused({ code: 'PAYMENT_DECLINED', message, path: ['paymentMethodCode'] });
  }

  /** Writes the payment's end, and what of its beginning is not written yet. */
  private async write(
    tx: Transaction,
    { checkout, unwritten }: BegunPayment,
    answer: PaymentAnswer,
    changes: CheckoutChanges,
    passing: readonly CheckoutStatus[],
  ): Promise<void> {
    const { payments } = this.parts;
    await (unwritten
      ? payments.open(tx, unwritten.payment, answer)
      : payments.settle(tx, checkout.paymentId ?? '', answer));
    const path = unwritten
      ? [...unwritten.passing, 'PAYMENT_PENDING' as const, ...passing]
      : passing;
    const all = { ...unwritten?.changes, ...changes };
    await this.checkouts.update(tx, checkout, all, this.clock.now(), path);
  }

  private placeOrder(
    tx: Transaction,
    checkout: CheckoutEntity,
    quote: Quote,
    terms: SettleTerms & { readonly isPaid: boolean },
    origin: SettleOrigin,
  ): Promise<PlacedOrder> {
    const provider = this.parts.payments.provider(checkout.paymentProviderCode ?? '');
    if (!checkout.email || !checkout.shippingAddress) {
      throw new Error('A checkout that is paid has an e-mail address and an address.');
    }
    return this.parts.place.run(tx, {
      checkoutId: checkout.id,
      customerId: checkout.customerId ?? undefined,
      email: checkout.email,
      shippingAddress: checkout.shippingAddress,
      shippingMethodName: quote.shippingMethodName ?? '',
      paymentMethodName: provider?.name ?? '',
      isPaid: terms.isPaid,
      numberPrefix: terms.orderPrefix,
      currencyCode: checkout.currencyCode,
      cost: quote.cost,
      lines: quote.lines,
      ...origin,
    });
  }
}

function quoteOf(checkout: CheckoutEntity): Quote {
  if (!checkout.quote) throw new Error(`The checkout ${checkout.id} was paid without a quote.`);
  return thaw(checkout.quote);
}
