import type { CartReader, CartView } from '../cart';
import type { PricingReader } from '../pricing';
import type { ShippingMethod, ShippingMethods } from '../shipping';
import { type CheckoutCaller, isOwn, termsOf } from './checkout-access';
import { type CheckoutGiftCards, payWithGiftCards } from './gift-cards-port';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { CheckoutRepository } from './persistence/checkout.repository';
import { type Quote, quoteNow, thaw } from './quote';

/** A checkout as a command leaves it behind, with what the command has read on the way. */
export interface CheckoutState {
  readonly checkout: CheckoutEntity;
  readonly cart?: CartView;
  readonly shippingMethod?: ShippingMethod;
}

/** A checkout as its shopper sees it: at today's prices while open, at the frozen quote once locked. */
export interface CheckoutView {
  readonly checkout: CheckoutEntity;
  readonly quote: Quote;
  readonly shippingMethod: ShippingMethod | undefined;
}

/** Reads checkouts for their owners. */
export class CheckoutReader {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly carts: CartReader,
    private readonly shipping: ShippingMethods,
    private readonly pricing: PricingReader,
    private readonly giftCards: CheckoutGiftCards,
  ) {}

  /** The checkout, if it is the caller's. */
  async find(id: string, caller: CheckoutCaller): Promise<CheckoutView | undefined> {
    const checkout = await this.checkouts.find(id);
    return checkout && isOwn(checkout, caller) ? this.view({ checkout }) : undefined;
  }

  /** What the shopper is shown of a checkout. Only what is not known yet is read. */
  async view({ checkout, cart, shippingMethod: known }: CheckoutState): Promise<CheckoutView> {
    const code = checkout.shippingMethodCode;
    const isKnown = code === (known?.code ?? null);
    const shippingMethod = isKnown || !code ? known : await this.shipping.find(code);
    if (checkout.quote && checkout.status !== 'CREATED') {
      return { checkout, quote: thaw(checkout.quote), shippingMethod };
    }
    const view = cart ?? (await this.carts.byId(checkout.cartId));
    const terms = await termsOf(this.pricing, checkout, view);
    const priced = quoteNow(view?.lines ?? [], shippingMethod, terms);
    const { quote } = await payWithGiftCards(priced, checkout, this.giftCards);
    return { checkout, quote, shippingMethod };
  }
}
