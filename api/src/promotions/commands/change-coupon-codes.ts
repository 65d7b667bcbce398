import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import { randomCode } from '../domain/coupon-code';
import type { CouponCodeRepository } from '../persistence/coupon-code.repository';
import type { PromotionRepository } from '../persistence/promotion.repository';
import { couponCodeInput } from './promotion-input';

const MOST_CODES = 10_000;
const BYTES_PER_CODE = 64;

export const generateCodesInput = z.object({
  promotionId: idInput,
  count: z.number().int().min(1, 'Make at least one.').max(MOST_CODES),
  prefix: z
    .string()
    .regex(/^[A-Za-z0-9-]{0,20}$/, 'A prefix has at most 20 letters, digits and hyphens.')
    .nullish(),
  usageLimit: z.number().int().min(1).max(1_000_000).nullish(),
});
export const removeCodesInput = z.object({
  promotionId: idInput,
  codes: z.array(couponCodeInput).min(1, 'Name at least one code.').max(MOST_CODES),
});

/** Makes and removes codes of promotions. */
export class ChangeCouponCodes {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly promotions: PromotionRepository,
    private readonly codes: CouponCodeRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes codes that nobody can guess; returns them. */
  generate(input: z.output<typeof generateCodesInput>): Promise<Result<string[]>> {
    const { promotionId, count, prefix } = input;
    const usageLimit = input.usageLimit ?? null;
    return this.transactions.run(async (tx) => {
      const promotion = await this.promotions.lock(tx, promotionId);
      if (!promotion) return noPromotion();
      if (!promotion.requiresCode) {
        return refused({
          code: 'INVALID_INPUT',
          message: 'An automatic promotion has no codes.',
          path: ['promotionId'],
        });
      }
      return accepted(
        await this.make(tx, promotionId, { count, prefix: prefix ?? '', usageLimit }),
      );
    });
  }

  /** Takes codes away; those that are gone already are no error. */
  remove({ promotionId, codes }: z.output<typeof removeCodesInput>): Promise<Result<string[]>> {
    return this.transactions.run(async (tx) => {
      await this.codes.remove(tx, promotionId, codes);
      return accepted(codes);
    });
  }

  private async make(
    tx: Transaction,
    promotionId: string,
    wish: { readonly count: number; readonly prefix: string; readonly usageLimit: number | null },
  ): Promise<string[]> {
    const made: string[] = [];
    // One that exists already, which is next to impossible, is replaced by another.
    while (made.length < wish.count) {
      const codes = new Set<string>();
      while (codes.size < wish.count - made.length) {
        const code = randomCode(wish.prefix, randomBytes(BYTES_PER_CODE));
        if (code !== undefined) codes.add(code);
      }
      const now = this.clock.now();
      made.push(...(await this.codes.add(tx, promotionId, [...codes], wish.usageLimit, now)));
    }
    return made;
  }
}

function noPromotion(): Result<never> {
  return refused({
    code: 'NOT_FOUND',
    message: 'There is no such promotion.',
    path: ['promotionId'],
  });
}
