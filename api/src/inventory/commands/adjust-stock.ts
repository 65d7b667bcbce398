import { z } from 'zod';

import type { CatalogReader } from '../../catalog';
import { accepted, refused, type Result } from '../../kernel/result';
import { once } from '../../platform/database/idempotency';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import { idempotencyKeyInput, idInput } from '../../platform/graphql/input-schemas';
import type { StockReadModel } from '../persistence/stock.read-model';
import type { StockKeeper } from '../stock-keeper';

export const adjustStockInput = z.object({
  variationId: idInput,
  onHand: z.number().int().min(0).max(1_000_000_000),
  reason: z.string().trim().min(3, 'Say why in a few words.').max(500),
  idempotencyKey: idempotencyKeyInput,
});
export type AdjustStockInput = z.output<typeof adjustStockInput>;

/** Sets the units on hand of a variation after a count; not below what is reserved. */
export class AdjustStock {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly stock: StockKeeper,
    private readonly levels: StockReadModel,
    private readonly catalog: CatalogReader,
  ) {}

  run({ idempotencyKey, ...input }: AdjustStockInput, actor: Actor): Promise<Result<string>> {
    return this.transactions.run((tx) =>
      once(
        tx,
        { operation: 'stockAdjust', owner: actor.id ?? actor.kind, key: idempotencyKey, input },
        async () => {
          const known = await this.catalog.variations(tx.manager, [input.variationId]);
          const variation = known.get(input.variationId);
          if (!variation) {
            return refused({
              code: 'NOT_FOUND',
              message: 'There is no such variation.',
              path: ['variationId'],
            });
          }
          if (variation.bundle) {
            return refused({
              code: 'INVALID_INPUT',
              message: 'A bundle has no stock of its own; count what it consists of.',
              path: ['variationId'],
            });
          }
          // Locked before it is read: a checkout must not reserve units between the check and the count.
          await this.stock.lockLevels(tx, [input.variationId]);
          const levels = await this.levels.byVariations([input.variationId], tx.manager);
          const level = levels.get(input.variationId);
          if (level && input.onHand < level.reserved) {
            return refused({
              code: 'INVALID_INPUT',
              message: `${level.reserved} units are reserved for open checkouts; count at least those.`,
              path: ['onHand'],
            });
          }
          await this.stock.setOnHand(tx, [input], {
            kind: 'ADJUSTMENT',
            reason: input.reason,
            actor,
          });
          return accepted(input.variationId);
        },
      ),
    );
  }
}
