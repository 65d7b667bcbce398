import type { CartRepository } from '../../cart';
import type { StockKeeper } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { PlaceOrder } from '../../orders';
import type { PaymentKeeper, PaymentOutcome } from '../../payments';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { ShopSettingsReader } from '../../shop';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { thaw } from '../quote';
import { closed } from './edit-checkout';

/** Who caused the payment, for the records. */
export interface SettleOrigin {
  readonly actor: Actor;
  readonly requestId: string | undefined;
}

export interface SettleParts {
  readonly stock: StockKeeper;
  readonly payments: PaymentKeeper;
  readonly place: PlaceOrder;
  readonly carts: CartRepository;
  readonly settings: ShopSettingsReader;
}

/**
 * Takes a begun payment to its end: asks the provider, with no transaction open, then writes down the answer
 * and, when the money is promised, the order. Anybody may repeat it (the client, another tab, the worker after
 * a crash); the row lock of the checkout lets exactly one of them make the order.
 */
export class SettlePayment {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly parts: SettleParts,
    private readonly clock: Clock,
  ) {}

  /** Returns the checkout's id once it is completed. */
  async run(checkoutId: string, origin: SettleOrigin): Promise<Result<string>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (checkout?.status === 'COMPLETED') return accepted(checkoutId);
    if (checkout?.status !== 'PAYMENT_PENDING') return closed();
    const outcome = await this.parts.payments.authorize(checkout.paymentProviderCode ?? '', {
      paymentId: checkout.paymentId ?? '',
      amount: money(quoteOf(checkout).cost.totalMinor, checkout.currencyCode),
    });
    const { orderPrefix } = await this.parts.settings.read();
    return this.transactions
      .run(async (tx) => {
        const locked = await this.checkouts.lock(tx, checkoutId);
        if (locked?.status === 'COMPLETED') return accepted(checkoutId);
        if (locked?.status !== 'PAYMENT_PENDING') return closed();
        // A decline is news, not a refusal of this command: what it writes must stay.
        if (outcome.kind === 'declined') return this.decline(tx, locked, outcome);
        return this.complete(tx, locked, outcome, orderPrefix, origin);
      })
      .then((result) => declineAsRefusal(result, outcome));
  }

  private async complete(
    tx: Transaction,
    checkout: CheckoutEntity,
    outcome: PaymentOutcome,
    orderPrefix: string,
    origin: SettleOrigin,
  ): Promise<Result<string>> {
    const { stock, payments, carts } = this.parts;
    const now = this.clock.now();
    await this.checkouts.update(tx, checkout, { status: 'PAYMENT_CONFIRMED' }, now);
    const isPaid = outcome.kind === 'captured';
    const orderId = await this.placeOrder(
      tx,
      checkout,
      { isPaid, numberPrefix: orderPrefix },
      origin,
    );
    await stock.consume(tx, checkout.id, orderId, origin.actor);
    await payments.settle(tx, checkout.paymentId ?? '', outcome, orderId);
    await carts.subtract(
      tx,
      checkout.cartId,
      quoteOf(checkout).lines.map(({ variation, quantity }) => ({
        variationId: variation.id,
        quantity,
      })),
      now,
    );
    await this.checkouts.update(tx, checkout, { status: 'ORDER_CREATED', orderId }, now);
    const completed = { status: 'COMPLETED', reservedUntil: null } as const;
    await this.checkouts.update(tx, checkout, completed, now);
    return accepted(checkout.id);
  }

  private placeOrder(
    tx: Transaction,
    checkout: CheckoutEntity,
    terms: { readonly isPaid: boolean; readonly numberPrefix: string },
    origin: SettleOrigin,
  ): Promise<string> {
    const quote = quoteOf(checkout);
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
      ...terms,
      currencyCode: checkout.currencyCode,
      cost: quote.cost,
      lines: quote.lines,
      ...origin,
    });
  }

  private async decline(
    tx: Transaction,
    checkout: CheckoutEntity,
    outcome: PaymentOutcome,
  ): Promise<Result<string>> {
    await this.parts.payments.settle(tx, checkout.paymentId ?? '', outcome);
    const changes = { status: 'LOCKED', paymentId: null, paymentProviderCode: null } as const;
    await this.checkouts.update(tx, checkout, changes, this.clock.now());
    return accepted(checkout.id);
  }
}

function quoteOf(checkout: CheckoutEntity): ReturnType<typeof thaw> {
  if (!checkout.quote) throw new Error(`The checkout ${checkout.id} was paid without a quote.`);
  return thaw(checkout.quote);
}

function declineAsRefusal(result: Result<string>, outcome: PaymentOutcome): Result<string> {
  return result.ok && outcome.kind === 'declined'
    ? refused({ code: 'PAYMENT_DECLINED', message: outcome.message, path: ['paymentMethodCode'] })
    : result;
}
