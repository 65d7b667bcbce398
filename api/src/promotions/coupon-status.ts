import type { EntityManager } from 'typeorm';

import type { Clock } from '../kernel/clock';
import { couponKey } from './domain/coupon-code';

/** Why nobody can use a code now. */
export type CouponProblem = 'UNKNOWN' | 'NOT_STARTED' | 'ENDED' | 'DISABLED' | 'USED_UP';

interface CodeRow {
  readonly code: string;
  readonly isActive: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly isUsedUp: boolean;
}

/** Tells of codes whether anybody can use them, for whoever is about to enter one. */
export class CouponStatus {
  constructor(private readonly clock: Clock) {}

  /** Those of the codes that cannot be used now. What locked checkouts use may come back and is not counted. */
  async unusable(
    codes: readonly string[],
    manager: EntityManager,
  ): Promise<{ code: string; reason: CouponProblem }[]> {
    const rows: CodeRow[] = await manager.query(
      `SELECT c.code, p.is_active AS "isActive", p.starts_at AS "startsAt", p.ends_at AS "endsAt",
         coalesce(p.usage_limit <= (SELECT count(*) FROM promotion_use u
           WHERE u.promotion_id = p.id AND u.order_id IS NOT NULL), false)
         OR coalesce(c.usage_limit <= (SELECT count(*) FROM promotion_use u
           WHERE u.code = c.code AND u.order_id IS NOT NULL), false) AS "isUsedUp"
       FROM coupon_code c JOIN promotion p ON p.id = c.promotion_id WHERE c.code = ANY($1)`,
      [codes.map(couponKey)],
    );
    const known = new Map(rows.map((row) => [row.code, row]));
    const now = this.clock.now();
    return codes.flatMap((code) => {
      const reason = problemOf(known.get(couponKey(code)), now);
      return reason ? [{ code, reason }] : [];
    });
  }
}

function problemOf(row: CodeRow | undefined, now: Date): CouponProblem | undefined {
  if (!row) return 'UNKNOWN';
  if (!row.isActive) return 'DISABLED';
  if (row.startsAt && now < row.startsAt) return 'NOT_STARTED';
  if (row.endsAt && now >= row.endsAt) return 'ENDED';
  return row.isUsedUp ? 'USED_UP' : undefined;
}
