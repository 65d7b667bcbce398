import type { CatalogReader } from '../../catalog';
import type { StockReadModel } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import type { Transaction } from '../../platform/database/transaction';
import { mergeCarts } from '../domain/cart-change';
import type { CartRepository } from '../persistence/cart.repository';

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
    const guestLines = await this.carts.lines(tx.manager, guest.id);
    const now = this.clock.now();
    const own = await this.carts.lock(tx, { kind: 'customer', customerId });
    if (!own) {
      await this.carts.adopt(tx, guest, customerId, now);
      return { mergedLines: guestLines.length, cappedLines: 0 };
    }
    const ownLines = await this.carts.lines(tx.manager, own.id);
    const ids = guestLines.map((line) => line.variationId);
    const levels = await this.stock.byVariations(ids, tx.manager);
    const merged = mergeCarts(
      ownLines,
      guestLines,
      new Map(levels.map((level) => [level.variationId, level.available])),
    );
    if (merged.quantities.size > 0) {
      const variations = await this.catalog.variations(tx.manager, ids);
      await this.carts.setQuantities(tx, own.id, merged.quantities, variations);
    }
    await this.carts.remove(tx, guest.id);
    await this.carts.touch(tx, own, now);
    return { mergedLines: merged.mergedLines, cappedLines: merged.cappedLines };
  }
}
