import type { EntityManager } from 'typeorm';

import type { CouponProblem } from '../kernel/result';

/** A code that nobody can use now, and why. */
export interface UnusableCoupon {
  readonly code: string;
  readonly reason: CouponProblem;
}

/** What carts ask about codes. Whether a cart meets the conditions of one is not asked here: it may do so later. */
export interface CouponReader {
  /** Those of the codes, in capitals, that cannot be used now. */
  unusable(codes: readonly string[], manager: EntityManager): Promise<readonly UnusableCoupon[]>;
}
