import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { accepted, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { Transaction, TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import { randomCode } from '../domain/coupon-code';
import type { CouponBatch, CouponCodeRepository } from '../persistence/coupon-code.repository';
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
  idempotencyKey: idempotencyKeyInput,
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

  /** Makes codes that nobody can guess; returns the id of their set. The same key again gives the same set. */
  generate(
    { idempotencyKey, ...input }: z.output<typeof generateCodesInput>,
    actor: Actor,
  ): Promise<Result<string>> {
    const { promotionId, count, prefix } = input;
    const usageLimit = input.usageLimit ?? null;
    const claim = {
      operation: 'couponCodesGenerate',
      owner: actor.id ?? actor.kind,
      key: idempotencyKey,
      input,
    };
    return this.transactions.run((tx) =>
      once(tx, claim, async () => {
        const promotion = await this.promotions.lock(tx, promotionId);
        if (!promotion) return noPromotion();
        if (!promotion.requiresCode) {
          return refused({
            code: 'INVALID_INPUT',
            message: 'An automatic promotion has no codes.',
            path: ['promotionId'],
          });
        }
        const batch = { id: newId(), promotionId, usageLimit, createdAt: this.clock.now() };
        await this.make(tx, batch, count, prefix ?? '');
        return accepted(batch.id);
      }),
    );
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
    batch: CouponBatch,
    count: number,
    prefix: string,
  ): Promise<void> {
    let missing = count;
    // One that exists already, which is next to impossible, is replaced by another.
    while (missing > 0) {
      const codes = new Set<string>();
      while (codes.size < missing) {
        const code = randomCode(prefix, randomBytes(BYTES_PER_CODE));
        if (code !== undefined) codes.add(code);
      }
      missing -= await this.codes.add(tx, batch, [...codes]);
    }
  }
}

function noPromotion(): Result<never> {
  return refused({
    code: 'NOT_FOUND',
    message: 'There is no such promotion.',
    path: ['promotionId'],
  });
}
