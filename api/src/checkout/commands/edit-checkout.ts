import { z } from 'zod';

import type { CartOwner, CartReader, CartRepository, CartView } from '../../cart';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import type { ShopSettingsReader } from '../../shop';
import type { CheckoutCaller } from '../checkout-access';
import { findOwn, isOwn, notFound } from '../checkout-access';
import type { CheckoutHold } from '../checkout-hold';
import type { CheckoutState } from '../checkout-reader';
import { holdsStock, isOpen } from '../domain/checkout-state';
import type { CheckoutEntity } from '../persistence/checkout.entity';
import type { CheckoutChanges, CheckoutRepository } from '../persistence/checkout.repository';

export const startCheckoutInput = z.object({ idempotencyKey: idempotencyKeyInput.nullish() });
export const checkoutIdInput = z.object({ checkoutId: idInput });

/** Starts, changes and gives up checkouts. */
export class EditCheckout {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checkouts: CheckoutRepository,
    private readonly carts: { readonly repository: CartRepository; readonly reader: CartReader },
    private readonly holds: CheckoutHold,
    private readonly settings: ShopSettingsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * The cart's open checkout, or a new one. A locked checkout whose cart has changed since is reopened: nobody comes
   * to pay for what the cart no longer holds.
   */
  async start(
    owner: CartOwner | undefined,
    caller: CheckoutCaller,
  ): Promise<Result<CheckoutState>> {
    const { currencyCode } = await this.settings.read();
    const cart = await this.carts.reader.find(owner);
    if (!owner || !cart || cart.lines.length === 0) return cartEmpty();
    const checkout = this.fresh(cart.id, caller, currencyCode);
    const isBegun = await this.checkouts.begin(checkout, cart.version);
    return isBegun ? accepted({ checkout, cart }) : this.resume(owner, checkout);
  }

  /** One of the caller's checkouts that can still be changed, without a lock. */
  async findOpen(checkoutId: string, caller: CheckoutCaller): Promise<Result<CheckoutEntity>> {
    const checkout = await this.checkouts.find(checkoutId);
    if (!checkout || !isOwn(checkout, caller)) return notFound();
    return isOpen(checkout.status) ? accepted(checkout) : closed();
  }

  /** Changes an open checkout of the caller's as decided; a locked one is reopened: its quote no longer holds. */
  change(
    { checkoutId, expectedVersion }: { checkoutId: string; expectedVersion: number | undefined },
    caller: CheckoutCaller,
    decide: (
      checkout: CheckoutEntity,
      tx: Transaction,
    ) => Result<CheckoutChanges> | Promise<Result<CheckoutChanges>>,
  ): Promise<Result<CheckoutState>> {
    return this.transactions.run(async (tx) => {
      const found = await findOwn(tx, this.checkouts, checkoutId, caller);
      if (!found.ok) return found;
      const checkout = found.value;
      const conflict = versionConflict(checkout, expectedVersion);
      if (conflict) return conflict;
      if (!isOpen(checkout.status)) return closed();
      const decided = await decide(checkout, tx);
      if (!decided.ok) return decided;
      await this.reopen(tx, checkout);
      await this.checkouts.update(tx, checkout, decided.value, this.clock.now());
      return accepted({ checkout }, decided.warnings);
    });
  }

  /** Gives back what was held and keeps the cart. Once the payment has begun it is too late. */
  cancel(checkoutId: string, caller: CheckoutCaller): Promise<Result<CheckoutState>> {
    return this.transactions.run(async (tx) => {
      const found = await findOwn(tx, this.checkouts, checkoutId, caller);
      if (!found.ok) return found;
      const checkout = found.value;
      if (checkout.status === 'CANCELLED') return accepted({ checkout });
      if (!isOpen(checkout.status)) return closed();
      await this.end(tx, checkout, 'CANCELLED');
      return accepted({ checkout });
    });
  }

  /** Ends a checkout whose time has run out. Checks again under the lock: it may just have been paid. */
  async expire(checkoutId: string, isDue: (checkout: CheckoutEntity) => boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const checkout = await this.checkouts.lock(tx, checkoutId);
      if (checkout && isOpen(checkout.status) && isDue(checkout)) {
        await this.end(tx, checkout, 'EXPIRED');
      }
      return accepted(null);
    });
  }

  /** The cart's open checkout, or the fresh one if it has just ended. The cart's lock makes parallel starts agree. */
  private resume(owner: CartOwner, fresh: CheckoutEntity): Promise<Result<CheckoutState>> {
    return this.transactions.run(async (tx) => {
      const locked = await this.carts.repository.lock(tx, owner);
      const cart = locked && (await this.carts.reader.view(locked, tx.manager));
      if (!cart || cart.lines.length === 0) return cartEmpty();
      const open = await this.checkouts.openOfCart(tx, cart.id);
      if (!open) {
        const checkout = { ...fresh, cartId: cart.id };
        await this.checkouts.insert(tx, checkout);
        return accepted({ checkout, cart });
      }
      if (open.status !== 'LOCKED' || isForCart(open, cart)) {
        return accepted({ checkout: open, cart });
      }
      const checkout = (await this.reopenLocked(tx, open.id)) ?? open;
      return accepted({ checkout, cart });
    });
  }

  /** Looks again under the row's lock: its payment may have begun since it was read. */
  private async reopenLocked(tx: Transaction, id: string): Promise<CheckoutEntity | undefined> {
    const checkout = await this.checkouts.lock(tx, id);
    if (checkout?.status === 'LOCKED') await this.reopen(tx, checkout);
    return checkout;
  }

  private async reopen(tx: Transaction, checkout: CheckoutEntity): Promise<void> {
    if (!holdsStock(checkout.status)) return;
    await this.holds.release(tx, checkout);
    const reopened = { status: 'CREATED', reservedUntil: null } as const;
    await this.checkouts.update(tx, checkout, reopened, this.clock.now());
  }

  private async end(
    tx: Transaction,
    checkout: CheckoutEntity,
    status: 'CANCELLED' | 'EXPIRED',
  ): Promise<void> {
    if (holdsStock(checkout.status)) await this.holds.release(tx, checkout);
    await this.checkouts.update(tx, checkout, { status, reservedUntil: null }, this.clock.now());
  }

  private fresh(cartId: string, caller: CheckoutCaller, currencyCode: string): CheckoutEntity {
    const now = this.clock.now();
    return {
      id: newId(),
      cartId,
      customerId: caller.customerId ?? null,
      tokenHash: caller.tokenHash ?? null,
      status: 'CREATED',
      version: 1,
      email: null,
      shippingAddress: null,
      shippingMethodCode: null,
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

/** Whether a locked checkout sells exactly what the cart holds. */
function isForCart({ quote }: CheckoutEntity, cart: CartView): boolean {
  const bought = quote?.lines.filter((line) => !line.isGift);
  const quoted = new Map(bought?.map((line) => [line.variation.id, line.quantity]));
  return (
    quoted.size === cart.lines.length &&
    cart.lines.every((line) => quoted.get(line.variationId) === line.quantity)
  );
}

/** The refusal for a cart in which there is nothing to buy. */
export function cartEmpty(): Result<never> {
  return refused({ code: 'CART_EMPTY', message: 'The cart is empty.' });
}

/** The refusal for a checkout that has ended or is being paid. */
export function closed(): Result<never> {
  return refused({ code: 'CHECKOUT_CLOSED', message: 'This checkout can no longer be changed.' });
}

function versionConflict(checkout: CheckoutEntity, expected: number | undefined) {
  if (expected === undefined || expected === checkout.version) return undefined;
  return refused({
    code: 'VERSION_CONFLICT',
    message: 'The checkout was changed meanwhile.',
    path: ['expectedVersion'],
    currentVersion: checkout.version,
  });
}
