import type { CartReader, CartView } from '../../cart';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Cost, PricingReader } from '../../pricing';
import type { ShippingReader, ShownOffer } from '../../shipping';
import { type CheckoutCaller, findOwn, termsOf } from '../checkout-access';
import type { CheckoutHold } from '../checkout-hold';
import type { CheckoutState } from '../checkout-reader';
import { reservedUntil } from '../domain/checkout-state';
import { missingDetails } from '../domain/completeness';
import { type CheckoutGiftCards, payWithGiftCards, unusableCard } from '../gift-cards-port';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { deliveryOf, freeze, isDelivered, quoteNow } from '../quote';
import { cartEmpty, closed } from './edit-checkout';

/** A checkout that is about to be written as locked: what it uses is held. */
export interface LockedQuote {
  readonly changes: Pick<CheckoutEntity, 'quote' | 'reservedUntil' | 'holdExtended'>;
  readonly cost: Cost;
  readonly cart: CartView;
  /** Absent where nothing is delivered. */
  readonly shippingMethod: ShownOffer | undefined;
}

/** Freezes the quote and holds what it uses, with a time limit that the shopper sees. */
export class LockCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly carts: CartReader,
    private readonly holds: CheckoutHold,
    private readonly shop: {
      readonly shipping: ShippingReader;
      readonly pricing: PricingReader;
      readonly giftCards: CheckoutGiftCards;
    },
    private readonly clock: Clock,
  ) {}

  /** Locks the caller's checkout; one that is already locked stays as it is. */
  run(checkoutId: string, caller: CheckoutCaller): Promise<Result<CheckoutState>> {
    return this.transactions.run(async (tx) => {
      const found = await findOwn(tx, this.checkouts, checkoutId, caller);
      if (!found.ok) return found;
      const checkout = found.value;
      if (checkout.status === 'LOCKED') return accepted({ checkout });
      if (checkout.status !== 'CREATED') return closed();
      const held = await this.hold(tx, checkout);
      if (!held.ok) return held;
      const { changes, shippingMethod } = held.value;
      const locked = { status: 'LOCKED', ...changes } as const;
      await this.checkouts.update(tx, checkout, locked, this.clock.now());
      return accepted({ checkout, shippingMethod });
    });
  }

  /** Holds what an open checkout uses whose row is locked; what is to be written of it is the caller's. */
  async hold(tx: Transaction, checkout: CheckoutEntity): Promise<Result<LockedQuote>> {
    const cart = await this.carts.byId(checkout.cartId, tx.manager);
    if (!cart || cart.lines.length === 0) return cartEmpty();
    const outdated = cart.lines.find(({ isOffered }) => !isOffered);
    if (outdated) {
      return refused({
        code: 'CHECKOUT_INCOMPLETE',
        message: `“${outdated.variation.productTitle}” is no longer sold in this form.`,
        path: ['lines'],
      });
    }
    const needsDelivery = isDelivered(cart.lines);
    const missing = missingDetails(checkout, { isDelivered: needsDelivery });
    if (missing.length > 0) return { ok: false, refusals: missing };
    const offers = await this.shop.shipping.offers(checkout.shippingAddress, tx.manager);
    const chosen = offers.find(({ code }) => code === checkout.shippingMethodCode);
    const offer = needsDelivery ? chosen : undefined;
    const until = reservedUntil(this.clock.now());
    const terms = await termsOf(this.shop.pricing, checkout, cart, tx.manager);
    const priced = quoteNow(cart.lines, offer, terms);
    const shippingMethod = deliveryOf(priced, offer);
    if (needsDelivery && !shippingMethod) {
      return refused({
        code: 'CHECKOUT_INCOMPLETE',
        message: 'The chosen way of delivery is no longer offered.',
        path: ['shippingMethodCode'],
      });
    }
    const { giftCards } = this.shop;
    const { quote, unusable } = await payWithGiftCards(priced, checkout, giftCards, tx.manager);
    const refusals = unusable.map(({ last4, problem }) => unusableCard(problem, last4));
    if (refusals.length > 0) return refused(...refusals);
    const held = await this.holds.hold(tx, checkout, quote, until);
    if (!held.ok) return held;
    const changes = { quote: freeze(quote), reservedUntil: until, holdExtended: false };
    return accepted({ changes, cost: quote.cost, cart, shippingMethod });
  }
}
