import type { CatalogReader } from '../../catalog';
import type { StockReadModel } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import type { Transaction } from '../../platform/database/transaction';
import { mergeCarts } from '../domain/cart-change';
import { type CartRepository, linesToSet } from '../persistence/cart.repository';

/** What a shopper is told about the guest cart after signing in. */
export interface CartMergeReport {
  readonly mergedLines: number;
  readonly cappedLines: number;
}

/** Moves a guest's cart into the customer's, in the transaction that signs the customer in. */
export class MergeCarts {
  constructor(
    private readonly carts: CartRepository,
    private readonly catalog: CatalogReader,
    private readonly stock: StockReadModel,
    private readonly clock: Clock,
  ) {}

  /** Undefined when there is nothing to merge. */
  async run(
    tx: Transaction,
    customerId: string,
    tokenHash: string | undefined,
  ): Promise<CartMergeReport | undefined> {
    if (!tokenHash) return undefined;
    const guest = await this.carts.lock(tx, { kind: 'guest', tokenHash });
    if (!guest) return undefined;
    const now = this.clock.now();
    const own = await this.carts.lock(tx, { kind: 'customer', customerId });
    if (!own) {
      await this.carts.adopt(tx, guest, customerId, now);
      return { mergedLines: guest.lines.length, cappedLines: 0 };
    }
    const ids = guest.lines.map((line) => line.variationId);
    const levels = await this.stock.byVariations(ids, tx.manager);
    const { quantities, mergedLines, cappedLines } = mergeCarts(
      own.lines,
      guest.lines,
      new Map(levels.map((level) => [level.variationId, level.available])),
    );
    const variations = await this.catalog.variations(tx.manager, [...quantities.keys()]);
    await this.carts.remove(tx, guest.id);
    const set = linesToSet(own.lines, quantities, variations);
    await this.carts.write(own, { set, removedIds: [] }, now, tx.manager);
    return { mergedLines, cappedLines };
  }
}
