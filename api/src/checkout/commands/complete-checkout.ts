import type { CartRepository } from '../../cart';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PlacedOrder, PlaceOrder } from '../../orders';
import type {
  ClientAction,
  NewPayment,
  PaymentAnswer,
  PaymentKeeper,
  PaymentOutcome,
} from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import { hook } from '../../platform/hooks';
import type { CheckoutHold } from '../checkout-hold';
import type { CheckoutState } from '../checkout-reader';
import type { CheckoutStatus } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutChanges, CheckoutRepository } from '../persistence/checkout.repository';
import { type Quote, thaw } from '../quote';
import { goodsOf } from '../quoted-parts';
import { discountsOf } from '../quoted-promotions';

/** Who caused the payment, for the records. */
export interface SettleOrigin {
  readonly actor: Actor;
  readonly requestId: string | undefined;
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
    /** Absent where it is written already, or nothing is left to pay. */
    readonly payment?: NewPayment;
    readonly changes: CheckoutChanges;
    readonly passing: readonly CheckoutStatus[];
  };
}

/**
 * A checkout whose payment has come to its end, with the order if it was placed just now; or one that waits for its
 * shopper to act, or for the provider.
 */
export interface SettledCheckout extends CheckoutState {
  readonly placed?: PlacedOrder;
  readonly clientAction?: ClientAction;
}

/** Writes the end of a payment: the order when the money is promised or has arrived, or the decline. */
export class CompleteCheckout {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly parts: {
      readonly holds: CheckoutHold;
      readonly payments: PaymentKeeper;
      readonly place: PlaceOrder;
      readonly carts: CartRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** Places the order of a checkout whose row is locked. */
  async complete(
    tx: Transaction,
    begun: BegunPayment,
    outcome: Extract<PaymentOutcome, { kind: 'authorized' | 'captured' }>,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const { checkout, cart, shippingMethod } = begun;
    const { holds, carts } = this.parts;
    const quote = quoteOf(checkout);
    const placed = await this.placeOrder(tx, checkout, outcome, terms, origin);
    await hook('order:written');
    const orderId = placed.order.id;
    await holds.consume(tx, checkout, orderId, origin.actor);
    await hook('holds:consumed');
    // Gifts never were in the cart.
    const bought = quote.lines.filter(({ isGift }) => !isGift).map(goodsOf);
    await carts.subtract(tx, cart ?? { id: checkout.cartId }, bought, this.clock.now());
    const changes = { status: 'COMPLETED', orderId, reservedUntil: null } as const;
    const passing = ['PAYMENT_CONFIRMED', 'ORDER_CREATED'] as const;
    await this.write(tx, begun, { outcome, orderId }, changes, passing);
    await hook('checkout:completed');
    return accepted({ checkout, cart, shippingMethod, placed });
  }

  /** Opens a checkout whose row is locked to another way of paying; what it holds stays held. */
  async decline(
    tx: Transaction,
    begun: BegunPayment,
    outcome: Extract<PaymentOutcome, { kind: 'declined' }>,
  ): Promise<Result<never>> {
    const changes = { status: 'LOCKED', paymentId: null, paymentProviderCode: null } as const;
    await this.write(tx, begun, { outcome }, changes, []);
    const { message } = outcome;
    return refused({ code: 'PAYMENT_DECLINED', message, path: ['paymentMethodCode'] });
  }

  /** Writes down what is known so far; the shopper or the provider has to go on. */
  async wait(
    tx: Transaction,
    begun: BegunPayment,
    outcome: Extract<PaymentOutcome, { kind: 'action' | 'processing' }>,
  ): Promise<Result<SettledCheckout>> {
    await this.write(tx, begun, { outcome }, {}, []);
    const { checkout } = begun;
    const clientAction = outcome.kind === 'action' ? outcome.action : undefined;
    return accepted({ checkout, clientAction });
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
    if (unwritten?.payment) await payments.open(tx, unwritten.payment, answer);
    else if (checkout.paymentId) await payments.settle(tx, checkout.paymentId, answer);
    const path = unwritten
      ? [...unwritten.passing, 'PAYMENT_PENDING' as const, ...passing]
      : passing;
    const all = { ...unwritten?.changes, ...changes };
    await this.checkouts.update(tx, checkout, all, this.clock.now(), path);
  }

  private placeOrder(
    tx: Transaction,
    checkout: CheckoutEntity,
    outcome: PaymentOutcome,
    { orderPrefix }: SettleTerms,
    origin: SettleOrigin,
  ): Promise<PlacedOrder> {
    const provider = this.parts.payments.provider(checkout.paymentProviderCode ?? '');
    const quote = quoteOf(checkout);
    if (!checkout.email || !checkout.shippingAddress) {
      throw new Error('A checkout that is paid has an e-mail address and an address.');
    }
    return this.parts.place.run(tx, {
      checkoutId: checkout.id,
      customerId: checkout.customerId ?? undefined,
      email: checkout.email,
      shippingAddress: checkout.shippingAddress,
      shippingMethodName: quote.shippingMethodName ?? '',
      paymentMethodName: provider?.name ?? (quote.giftCards.length > 0 ? 'Gift card' : ''),
      isPaid: outcome.kind === 'captured',
      isAuthorized: outcome.kind === 'authorized' && provider?.answersAtOnce === false,
      numberPrefix: orderPrefix,
      currencyCode: checkout.currencyCode,
      cost: quote.cost,
      lines: quote.lines.map((line) => ({ ...line, discounts: discountsOf(line.id, quote) })),
      promotions: quote.promotions,
      giftCards: quote.giftCards,
      ...origin,
    });
  }
}

/** The frozen quote of a checkout that is being paid. */
export function quoteOf(checkout: CheckoutEntity): Quote {
  if (!checkout.quote) throw new Error(`The checkout ${checkout.id} was paid without a quote.`);
  return thaw(checkout.quote);
}
