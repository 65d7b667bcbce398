import { z } from 'zod';

import { accepted, refused, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import { toRefusals } from '../../platform/graphql/payload';
import type { CollectionRepository } from '../persistence/collection.repository';
import { type CollectionInput, collectionInput } from './product-input';

/** Creates collections, or makes existing ones (by slug) what the input says. */
export class UpsertCollections {
  constructor(private readonly collections: CollectionRepository) {}

  /** Runs in the caller's transaction. */
  async run(tx: Transaction, inputs: readonly CollectionInput[]): Promise<Result<null>> {
    const parsed = z.array(collectionInput).safeParse(inputs);
    if (!parsed.success) return refused(...toRefusals(parsed.error));
    for (const { imageId = null, ...collection } of parsed.data) {
      await this.collections.save(tx, { ...collection, imageId });
    }
    return accepted(null);
  }
}
