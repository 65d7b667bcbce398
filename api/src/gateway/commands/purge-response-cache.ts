import { z } from 'zod';

import { accepted, type Result } from '../../kernel/result';
import { EVERYTHING } from '../../platform/changes/change-log';
import type { TransactionRunner } from '../../platform/database/transaction';

const tag = z.string().trim().min(1).max(300);

export const purgeInput = z
  .object({
    tags: z.array(tag).max(100).nullish(),
    everything: z.boolean().nullish(),
  })
  .refine(({ tags, everything }) => everything === true || (tags?.length ?? 0) > 0, {
    path: ['tags'],
    message: 'Give tags, or say everything.',
  });
export type PurgeInput = z.output<typeof purgeInput>;

/** Ends kept answers in every process, as a change of what they show would. */
export class PurgeResponseCache {
  constructor(private readonly transactions: TransactionRunner) {}

  run({ tags, everything }: PurgeInput): Promise<Result<null>> {
    return this.transactions.run((tx) => {
      tx.changed(...(everything ? [EVERYTHING] : (tags ?? [])));
      return Promise.resolve(accepted(null));
    });
  }
}
