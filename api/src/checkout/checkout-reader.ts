import type { DataSource } from 'typeorm';

import type { CartReader, CartRepository } from '../cart';
import type { ShippingMethod, ShippingMethods } from '../shipping';
import { type CheckoutCaller, isOwn } from './checkout-access';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { CheckoutRepository } from './persistence/checkout.repository';
import { type Quote, quoteNow, thaw } from './quote';

/** A checkout as its shopper sees it: at today's prices while open, at the frozen quote once locked. */
export interface CheckoutView {
  readonly checkout: CheckoutEntity;
  readonly quote: Quote;
  readonly shippingMethod: ShippingMethod | undefined;
}

/** Reads checkouts for their owners. */
export class CheckoutReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checkouts: CheckoutRepository,
    private readonly carts: { readonly repository: CartRepository; readonly reader: CartReader },
    private readonly shipping: ShippingMethods,
  ) {}

  /** The checkout, if it is the caller's. */
  async find(id: string, caller: CheckoutCaller): Promise<CheckoutView | undefined> {
    const checkout = await this.checkouts.find(id);
    return checkout && isOwn(checkout, caller) ? this.view(checkout) : undefined;
  }

  private async view(checkout: CheckoutEntity): Promise<CheckoutView> {
    const code = checkout.shippingMethodCode;
    const shippingMethod = code ? await this.shipping.find(code) : undefined;
    const isFrozen = checkout.quote && checkout.status !== 'CREATED';
    const quote =
      isFrozen && checkout.quote
        ? thaw(checkout.quote)
        : await this.quote(checkout, shippingMethod);
    return { checkout, quote, shippingMethod };
  }

  private async quote(
    checkout: CheckoutEntity,
    shippingMethod: ShippingMethod | undefined,
  ): Promise<Quote> {
    const { manager } = this.dataSource;
    const cart = await this.carts.repository.byId(manager, checkout.cartId);
    const view = cart && (await this.carts.reader.view(cart, manager));
    return quoteNow(view?.lines ?? [], shippingMethod);
  }
}
