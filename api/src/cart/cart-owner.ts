import { createHash, randomBytes } from 'node:crypto';

import type { RequestContext } from '../platform/graphql/request-context';

export const CART_COOKIE = 'cw_cart';
const CART_COOKIE_SECONDS = 30 * 24 * 3_600;

/** Whose cart is meant. */
export type CartOwner =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'guest'; readonly tokenHash: string };

/** A new guest secret and what the database keeps of it. */
export function newCartToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashCartToken(token) };
}

function hashCartToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The guest cart that the caller's header or cookie names, also when a customer is signed in. */
export function guestTokenHash(context: RequestContext): string | undefined {
  const token = context.header('cart-token') ?? context.cookies[CART_COOKIE];
  return token ? hashCartToken(token) : undefined;
}

/** The cart the caller means: the customer's own when signed in, else the one of the token. */
export function cartOwnerOf(context: RequestContext): CartOwner | undefined {
  const { viewer } = context;
  if (viewer.kind === 'customer') return { kind: 'customer', customerId: viewer.customerId };
  const tokenHash = guestTokenHash(context);
  return tokenHash ? { kind: 'guest', tokenHash } : undefined;
}

/** The same where a cart is needed: the cart of a caller without any is nobody's, for no token hashes to nothing. */
export function cartOwnerOrNobody(context: RequestContext): CartOwner {
  return cartOwnerOf(context) ?? { kind: 'guest', tokenHash: '' };
}

/** Gives a guest's browser its cart secret; scripts cannot read it. */
export function setCartCookie(context: RequestContext, token: string): void {
  context.setCookie({
    name: CART_COOKIE,
    value: token,
    path: '/',
    maxAgeSeconds: CART_COOKIE_SECONDS,
  });
}
