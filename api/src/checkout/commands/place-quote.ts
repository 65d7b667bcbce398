import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { money } from '../../kernel/money';
import { refused, type Result } from '../../kernel/result';
import type { OrderAddress } from '../../orders';
import type { PaymentKeeper } from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import type { CheckoutHold } from '../checkout-hold';
import { reservedUntil } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { freeze, type Quote } from '../quote';
import type {
  CompleteCheckout,
  SettledCheckout,
  SettleOrigin,
  SettleTerms,
} from './complete-checkout';

/** A sale that was agreed on without a cart. */
export interface QuotedSale {
  readonly customerId: string | null;
  readonly email: string;
  readonly shippingAddress: OrderAddress;
  readonly shippingMethodCode: string | null;
  readonly currencyCode: string;
  readonly quote: Quote;
}

/** How such a sale is paid: the buyer promises to, and staff record the money when it arrives. */
const PROVIDER = 'manual';

/**
 * Places a quote that staff made as an order. It goes through a checkout of its own, so that what is scarce is held and
 * used up like in any other sale, and the order cannot tell the difference.
 */
export class PlaceQuote {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly holds: CheckoutHold,
    private readonly payments: PaymentKeeper,
    private readonly completion: CompleteCheckout,
    private readonly clock: Clock,
  ) {}

  /** Refuses what a locked checkout would refuse, such as too few units. */
  async run(
    tx: Transaction,
    sale: QuotedSale,
    terms: SettleTerms,
    origin: SettleOrigin,
  ): Promise<Result<SettledCheckout>> {
    const checkout = this.checkoutOf(sale);
    await this.checkouts.insert(tx, checkout);
    const until = reservedUntil(this.clock.now());
    const held = await this.holds.hold(tx, checkout, sale.quote, until);
    if (!held.ok) return held;
    const amount = money(sale.quote.dueMinor, sale.currencyCode);
    const payment =
      amount.amountMinor > 0n
        ? { id: newId(), checkoutId: checkout.id, providerCode: PROVIDER, amount }
        : undefined;
    const outcome = payment
      ? await this.payments.authorize(PROVIDER, {
          paymentId: payment.id,
          checkoutId: checkout.id,
          amount,
        })
      : ({ kind: 'captured' } as const);
    if (outcome.kind !== 'authorized' && outcome.kind !== 'captured') {
      return refused({ code: 'PAYMENT_DECLINED', message: 'The payment was declined.' });
    }
    const changes = {
      quote: freeze(sale.quote),
      status: 'PAYMENT_PENDING',
      paymentId: payment?.id ?? null,
      paymentProviderCode: payment ? PROVIDER : null,
    } as const;
    const begun = {
      checkout: { ...checkout, ...changes },
      unwritten: { payment, changes, passing: ['LOCKED' as const] },
    };
    return this.completion.complete(tx, begun, outcome, terms, origin);
  }

  private checkoutOf(sale: QuotedSale): CheckoutEntity {
    const now = this.clock.now();
    const { customerId, email, shippingAddress, shippingMethodCode, currencyCode } = sale;
    return {
      id: newId(),
      // No cart has this id: nobody comes back to this checkout, and nothing is taken out of a cart.
      cartId: newId(),
      customerId,
      tokenHash: null,
      status: 'CREATED',
      version: 1,
      email,
      shippingAddress,
      shippingMethodCode,
      currencyCode,
      quote: null,
      giftCards: null,
      reservedUntil: null,
      holdExtended: false,
      paymentId: null,
      paymentProviderCode: null,
      orderId: null,
      createdAt: now,
      updatedAt: now,
    };
  }
}
