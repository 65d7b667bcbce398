import type { CartReader, CartRepository } from '../../cart';
import type { StockKeeper } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { ShippingMethods } from '../../shipping';
import { type CheckoutCaller, findOwn } from '../checkout-access';
import { reservedUntil } from '../domain/checkout-state';
import { missingDetails } from '../domain/completeness';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutRepository } from '../persistence/checkout.repository';
import { freeze, quoteNow } from '../quote';
import { closed } from './edit-checkout';

/** Freezes the quote and holds the stock, with a time limit that the shopper sees. */
export class LockCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly carts: { readonly repository: CartRepository; readonly reader: CartReader },
    private readonly stock: StockKeeper,
    private readonly shipping: ShippingMethods,
    private readonly clock: Clock,
  ) {}

  /** Locks the caller's checkout; one that is already locked stays as it is. */
  run(checkoutId: string, caller: CheckoutCaller): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const found = await findOwn(tx, this.checkouts, checkoutId, caller);
      if (!found.ok) return found;
      const checkout = found.value;
      if (checkout.status === 'LOCKED') return accepted(checkout.id);
      if (checkout.status !== 'CREATED') return closed();
      const locked = await this.lock(tx, checkout);
      return locked.ok ? accepted(checkout.id) : locked;
    });
  }

  /** Locks an open checkout whose row is already locked in this transaction. */
  async lock(tx: Transaction, checkout: CheckoutEntity): Promise<Result<CheckoutEntity>> {
    const missing = missingDetails(checkout);
    if (missing.length > 0) return { ok: false, refusals: missing };
    const cart = await this.carts.repository.byId(tx.manager, checkout.cartId);
    const view = cart && (await this.carts.reader.view(cart, tx.manager));
    if (!view || view.lines.length === 0) {
      return refused({ code: 'CART_EMPTY', message: 'The cart is empty.' });
    }
    const method = await this.shipping.find(checkout.shippingMethodCode ?? '', tx.manager);
    if (!method) {
      return refused({
        code: 'CHECKOUT_INCOMPLETE',
        message: 'The chosen way of delivery is no longer offered.',
        path: ['shippingMethodCode'],
      });
    }
    const now = this.clock.now();
    const until = reservedUntil(now);
    const requests = view.lines.map(({ id, variationId, quantity }) => ({
      lineId: id,
      variationId,
      quantity,
    }));
    const reserved = await this.stock.reserve(tx, checkout.id, requests, until);
    if (!reserved.ok) return reserved;
    const quote = freeze(quoteNow(view.lines, method));
    const changes = { status: 'LOCKED', quote, reservedUntil: until } as const;
    return accepted(await this.checkouts.update(tx, checkout, changes, now));
  }
}
