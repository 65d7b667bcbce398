import type { EntityManager } from 'typeorm';

import { type CartView, guestTokenHash } from '../cart';
import { accepted, refused, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { RequestContext } from '../platform/graphql/request-context';
import type { Buyer, BuyingTerms, PricingReader } from '../pricing';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { CheckoutRepository } from './persistence/checkout.repository';

/** The caller, as far as checkouts are concerned. */
export interface CheckoutCaller {
  readonly customerId: string | undefined;
  readonly tokenHash: string | undefined;
}

/** Who is asking. A guest who has signed in meanwhile still holds the cart secret. */
export function callerOf(context: RequestContext): CheckoutCaller {
  const { viewer } = context;
  return {
    customerId: viewer.kind === 'customer' ? viewer.customerId : undefined,
    tokenHash: guestTokenHash(context),
  };
}

/** Whether the checkout is the caller's. */
export function isOwn(checkout: CheckoutEntity, caller: CheckoutCaller): boolean {
  if (checkout.customerId) return checkout.customerId === caller.customerId;
  return checkout.tokenHash !== null && checkout.tokenHash === caller.tokenHash;
}

/** The caller's checkout, locked. One of somebody else is not found. */
export async function findOwn(
  tx: Transaction,
  checkouts: CheckoutRepository,
  id: string,
  caller: CheckoutCaller,
): Promise<Result<CheckoutEntity>> {
  const checkout = await checkouts.lock(tx, id);
  return checkout && isOwn(checkout, caller) ? accepted(checkout) : notFound();
}

/** The refusal for a checkout that does not exist, or is somebody else's. */
export function notFound(): Result<never> {
  return refused({
    code: 'NOT_FOUND',
    message: 'There is no such checkout.',
    path: ['checkoutId'],
  });
}

/** On whose terms a checkout is priced: the customer's, at the place it goes to. */
function buyerOf(
  { customerId, shippingAddress, email }: CheckoutEntity,
  cart: CartView | undefined,
): Buyer {
  return {
    customerId: customerId ?? undefined,
    place: shippingAddress ?? undefined,
    email: email ?? undefined,
    couponCodes: cart?.couponCodes,
    cartId: cart?.id,
    held: cart?.held,
  };
}

/**
 * The terms on which a checkout's buyer buys. They are those on which its cart has just been priced, but for the place;
 * they are asked for anew only where there is no cart, where the cart has become somebody else's, or where a promotion
 * wants to know who a guest is.
 */
export async function termsOf(
  pricing: PricingReader,
  checkout: CheckoutEntity,
  cart: CartView | undefined,
  manager?: EntityManager,
): Promise<BuyingTerms> {
  const isOther = cart?.customerId !== checkout.customerId;
  if (!cart || isOther || (cart.terms.dependOnEmail && checkout.email !== null)) {
    return pricing.terms(buyerOf(checkout, cart), manager);
  }
  return { ...cart.terms, place: checkout.shippingAddress ?? cart.terms.place };
}
