import type { Clock } from '../kernel/clock';
import { SignedTokens } from '../platform/security/signed-token';

/** What a reader of mails can do without. */
export const subscriptions = ['MARKETING', 'BACK_IN_STOCK'] as const;
export type Subscription = (typeof subscriptions)[number];

/** Mails of which an address wants no more. */
export interface EndedSubscription {
  readonly from: Subscription;
  readonly email: string;
}

const CART_LINK_DAYS = 30;

/** The links of mails that can do something, and what they meant when they come back. */
export class MailLinks {
  private readonly tokens: SignedTokens;

  constructor(
    secret: string,
    /** The shop's public address. */
    readonly home: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(secret, 'mail-links');
  }

  /** The page on which an address can be taken off a list. Good for ever. */
  unsubscribe(from: Subscription, email: string): string {
    return `${this.home}/unsubscribe?token=${this.tokens.sign(['unsubscribe', from, email])}`;
  }

  /** What a token of such a link says. */
  readUnsubscribe(token: string): EndedSubscription | undefined {
    const [kind, from, email] = this.tokens.read(token) ?? [];
    const known = subscriptions.find((each) => each === from);
    return kind === 'unsubscribe' && known && email ? { from: known, email } : undefined;
  }

  /** The page that brings a cart back. Good for a month. */
  cart(cartId: string): string {
    const until = this.clock.now().getTime() + CART_LINK_DAYS * 86_400_000;
    return `${this.home}/cart/restore?token=${this.tokens.sign(['cart', cartId, String(until)])}`;
  }

  /** The cart of such a link, while it is good. */
  readCart(token: string): string | undefined {
    const [kind, cartId, until] = this.tokens.read(token) ?? [];
    return kind === 'cart' && Number(until) > this.clock.now().getTime() ? cartId : undefined;
  }
}
