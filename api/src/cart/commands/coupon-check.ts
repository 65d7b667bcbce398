import type { EntityManager } from 'typeorm';

import type { CouponProblem, Refusal } from '../../kernel/result';
import type { CouponReader } from '../coupon-reader';
import type { CartChange } from '../domain/cart-change';
import type { CartRecord } from '../persistence/cart.repository';

const MESSAGES: Readonly<Record<CouponProblem, string>> = {
  UNKNOWN: 'The shop has no such code.',
  NOT_STARTED: 'This code cannot be used yet.',
  ENDED: 'This code has ended.',
  DISABLED: 'This code is no longer given.',
  USED_UP: 'This code has been used up.',
};

/** Which of the codes that are about to be applied cannot be used. Without any, nothing is asked. */
export async function refuseCoupons(
  coupons: CouponReader,
  changes: readonly CartChange[],
  cart: Pick<CartRecord, 'couponCodes'> | undefined,
  manager: EntityManager,
): Promise<Refusal[]> {
  const applied = changes.flatMap((change) => (change.kind === 'APPLY_COUPON' ? [change] : []));
  const fresh = applied.filter(({ couponCode }) => !cart?.couponCodes.includes(couponCode));
  if (fresh.length === 0) return [];
  const codes = [...new Set(fresh.map(({ couponCode }) => couponCode))];
  const unusable = await coupons.unusable(codes, manager);
  const reasons = new Map(unusable.map(({ code, reason }) => [code, reason]));
  return fresh.flatMap(({ couponCode, path }): Refusal[] => {
    const reason = reasons.get(couponCode);
    if (!reason) return [];
    return [{ code: 'COUPON_UNUSABLE', message: MESSAGES[reason], reason, couponCode, path }];
  });
}
