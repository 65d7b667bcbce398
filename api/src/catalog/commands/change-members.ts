import { z } from 'zod';

import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import type { MembershipRepository } from '../persistence/membership.repository';

const MAX_PRODUCTS = 250;

export const collectionProductsInput = z.object({
  collectionId: idInput,
  productIds: z
    .array(idInput)
    .min(1, 'Name at least one product.')
    .max(MAX_PRODUCTS, `Name at most ${MAX_PRODUCTS} products at once.`),
});
export type CollectionProductsInput = z.output<typeof collectionProductsInput>;

function notFound(message: string, path: readonly string[]): Refusal {
  return { code: 'NOT_FOUND', message, path };
}

/** Puts products into a collection or takes them out; those that are there already, or not, stay as they are. */
export class ChangeMembers {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly members: MembershipRepository,
  ) {}

  add(input: CollectionProductsInput): Promise<Result<string>> {
    return this.run(input, 'add');
  }

  remove(input: CollectionProductsInput): Promise<Result<string>> {
    return this.run(input, 'remove');
  }

  private run(
    { collectionId, productIds }: CollectionProductsInput,
    change: 'add' | 'remove',
  ): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const known = await this.members.lock(tx, collectionId, productIds);
      const refusals = [
        ...(known.hasCollection
          ? []
          : [notFound('There is no such collection.', ['collectionId'])]),
        ...productIds.flatMap((id, index) =>
          known.productIds.has(id)
            ? []
            : [notFound('There is no such product.', ['productIds', String(index)])],
        ),
      ];
      if (refusals.length > 0) return refused(...refusals);
      await this.members[change](tx, collectionId, productIds);
      return accepted(collectionId);
    });
  }
}
