import type { CartReader, CartView } from '../cart';
import type { PricingReader } from '../pricing';
import {
  type DeliveryOffer,
  type PricedOffer,
  pricedOffers,
  type ShippingReader,
  type ShownOffer,
} from '../shipping';
import { type CheckoutCaller, isOwn, termsOf } from './checkout-access';
import { isOpen } from './domain/checkout-state';
import { type CheckoutGiftCards, payWithGiftCards } from './gift-cards-port';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { CheckoutRepository } from './persistence/checkout.repository';
import { deliveryOf, isDelivered, type Quote, quoteNow, thaw } from './quote';

/** A checkout as a command leaves it behind, with what the command has read on the way. */
export interface CheckoutState {
  readonly checkout: CheckoutEntity;
  readonly cart?: CartView;
  readonly shippingMethod?: ShownOffer;
}

/** A checkout as its shopper sees it: at today's prices while open, at the frozen quote once locked. */
export interface CheckoutView {
  readonly checkout: CheckoutEntity;
  readonly quote: Quote;
  readonly shippingMethod: ShownOffer | undefined;
}

/** Reads checkouts for their owners. */
export class CheckoutReader {
  constructor(
    private readonly checkouts: CheckoutRepository,
    private readonly carts: CartReader,
    private readonly shipping: ShippingReader,
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
    if (checkout.quote && checkout.status !== 'CREATED') {
      const quote = thaw(checkout.quote);
      const shippingMethod = known ?? (await this.chosen(checkout, quote));
      return { checkout, quote, shippingMethod };
    }
    const { quote: priced, offer } = await this.priceNow(checkout, cart);
    const { quote } = await payWithGiftCards(priced, checkout, this.giftCards);
    return { checkout, quote, shippingMethod: deliveryOf(quote, offer) };
  }

  /** The ways of delivery that are offered at its address for its goods, cheapest first; none once it is paid. */
  async shippingMethods({ checkout, quote }: CheckoutView): Promise<PricedOffer[]> {
    if (!isOpen(checkout.status) || !isDelivered(quote.lines)) return [];
    const { goods } = quote.goods ? quote : (await this.priceNow(checkout, undefined)).quote;
    return goods ? pricedOffers(await this.shipping.offers(checkout.shippingAddress), goods) : [];
  }

  /** The ways of delivery that would be offered at a place for what is in a cart, cheapest first. */
  async estimates(
    cart: CartView,
    place: { readonly countryCode: string; readonly postcode: string | undefined },
  ): Promise<PricedOffer[]> {
    const offers = await this.shipping.offers(place);
    const { goods } = quoteNow(cart.lines, undefined, { ...cart.terms, place });
    return goods ? pricedOffers(offers, goods) : [];
  }

  private async priceNow(
    checkout: CheckoutEntity,
    cart: CartView | undefined,
  ): Promise<{ readonly quote: Quote; readonly offer: DeliveryOffer | undefined }> {
    const [offers, view] = await Promise.all([
      this.shipping.offers(checkout.shippingAddress),
      cart ?? this.carts.byId(checkout.cartId),
    ]);
    const chosen = offers.find(({ code }) => code === checkout.shippingMethodCode);
    const offer = isDelivered(view?.lines ?? []) ? chosen : undefined;
    const terms = await termsOf(this.pricing, checkout, view);
    return { quote: quoteNow(view?.lines ?? [], offer, terms), offer };
  }

  /** The way of delivery of a frozen quote, at the price that was quoted, whatever is offered today. */
  private async chosen(
    { shippingMethodCode: code }: CheckoutEntity,
    { shippingMethodName, cost }: Quote,
  ): Promise<ShownOffer | undefined> {
    if (code === null) return undefined;
    const { methods } = await this.shipping.book();
    const method = methods.find((each) => each.code === code);
    return {
      code,
      name: shippingMethodName ?? '',
      description: method?.description ?? '',
      minDays: undefined,
      maxDays: undefined,
      priceMinor: cost.shippingMinor,
    };
  }
}
