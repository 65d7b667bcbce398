import { z } from 'zod';

import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import type { ProductDocumentWriter } from '../persistence/product-document.writer';
import { weightGrams } from './product-input';

export const variationWeightsInput = z.object({
  weights: z
    .array(z.object({ variationId: idInput, weightGrams }))
    .min(1, 'Name at least one variation.')
    .max(500, 'Name 500 variations at most.'),
});

/** Says what variations weigh. */
export class SetWeights {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly documents: ProductDocumentWriter,
  ) {}

  /** Returns the ids of the products concerned. */
  run({ weights }: z.output<typeof variationWeightsInput>): Promise<Result<string[]>> {
    const wanted = new Map(weights.map((each) => [each.variationId, each.weightGrams]));
    const ids = [...wanted.keys()];
    return this.transactions.run(async (tx) => {
      const found: { id: string; productId: string }[] = await tx.manager.query(
        `SELECT v.id, v.product_id AS "productId" FROM product_variation v
         JOIN product p ON p.id = v.product_id WHERE v.id = ANY($1)
         ORDER BY p.id FOR NO KEY UPDATE OF p`,
        [ids],
      );
      const known = new Set(found.map(({ id }) => id));
      const unknown = weights.findIndex(({ variationId }) => !known.has(variationId));
      if (unknown >= 0) {
        const path = ['weights', String(unknown), 'variationId'];
        return refused({ code: 'NOT_FOUND', message: 'There is no such variation.', path });
      }
      await tx.manager.query(
        `UPDATE product_variation v SET weight_grams = w.grams
         FROM unnest($1::uuid[], $2::int[]) AS w(id, grams) WHERE v.id = w.id`,
        [ids, [...wanted.values()]],
      );
      const productIds = [...new Set(found.map(({ productId }) => productId))];
      await this.documents.rewrite(tx, productIds);
      return accepted(productIds);
    });
  }
}
