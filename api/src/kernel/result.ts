import type { Money } from './money';

/** Codes a client can switch on; each names an expected outcome that a user can cause. */
export type RefusalCode =
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'CART_EMPTY'
  | 'QUANTITY_LIMIT'
  | 'CHECKOUT_INCOMPLETE'
  | 'CHECKOUT_CLOSED'
  | 'SHIPPING_METHOD_NOT_OFFERED'
  | 'PROMOTION_USED_UP'
  | 'PAYMENT_DECLINED'
  | 'PAYMENT_UNAVAILABLE'
  | 'ILLEGAL_TRANSITION'
  | 'AMOUNT_EXCEEDED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'EMAIL_TAKEN'
  | 'INVALID_CREDENTIALS';

/** Why a gift card cannot pay. SPENT: another checkout was first. */
export type GiftCardProblem =
  'UNKNOWN' | 'DISABLED' | 'EXPIRED' | 'EMPTY' | 'OTHER_CURRENCY' | 'SPENT';

/** Why nobody can use a code now. */
export type CouponProblem = 'UNKNOWN' | 'NOT_STARTED' | 'ENDED' | 'DISABLED' | 'USED_UP';

interface RefusalBase {
  readonly message: string;
  readonly path?: readonly string[];
}

/** Why a command did not happen. Nothing has been changed when one is returned. */
export type Refusal = RefusalBase &
  (
    | { readonly code: RefusalCode }
    | {
        readonly code: 'INSUFFICIENT_STOCK';
        readonly variationId: string;
        readonly available: number;
        readonly lineId?: string;
      }
    | {
        readonly code: 'GIFT_CARD_UNUSABLE';
        readonly reason: GiftCardProblem;
        readonly last4?: string;
      }
    | {
        readonly code: 'COUPON_UNUSABLE';
        readonly reason: CouponProblem;
        readonly couponCode: string;
      }
    | { readonly code: 'GIFT_CARD_SPENT'; readonly refundable: Money }
    | { readonly code: 'VERSION_CONFLICT'; readonly currentVersion: number }
    | { readonly code: 'TOTAL_CHANGED'; readonly expected: Money; readonly actual: Money }
  );

/** Something that was done, but not exactly as asked. */
export interface Adjustment {
  readonly code: 'QUANTITY_CAPPED' | 'PRICE_CHANGED' | 'SHIPPING_METHOD_CLEARED';
  readonly message: string;
  readonly path?: readonly string[];
}

/** What a command returns: a value, perhaps adjusted, or reasons to refuse. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Adjustment[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A successful result. */
export function accepted<T>(value: T, warnings: readonly Adjustment[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/** A refused result. */
export function refused(...refusals: Refusal[]): { ok: false; refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}
