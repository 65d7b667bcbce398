import type { CatalogReader } from '../../catalog';
import type { StockReadModel } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import type { Transaction } from '../../platform/database/transaction';
import { mergeCarts } from '../domain/cart-merge';
import { type LineGoods, variationIdsOf } from '../domain/line-goods';
import { shownPrice } from '../line-view';
import type { CartRecord, CartRepository } from '../persistence/cart.repository';
import { linesToSet } from '../persistence/cart-lines';

/** What a shopper is told about the guest cart after signing in. */
export interface CartMergeReport {
  readonly mergedLines: number;
  readonly cappedLines: number;
  readonly cappedItems: readonly {
    readonly variationId: string;
    readonly title: string;
    readonly wanted: number;
    readonly added: number;
  }[];
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
      return { mergedLines: guest.lines.length, cappedLines: 0, cappedItems: [] };
    }
    const variations = await this.catalog.variations(tx.manager, variationIdsOf(guest.lines));
    const merged = mergeCarts(own, guest, await this.available(tx, own, guest));
    const { mergedLines, capped, couponCodes } = merged;
    await this.carts.remove(tx, guest.id);
    const priceNow = (goods: LineGoods): bigint => shownPrice(goods, variations);
    const set = linesToSet(own.lines, merged.set, priceNow);
    await this.carts.write(own, { set, removedIds: [], couponCodes }, now, tx.manager);
    const cappedItems = capped.map((line) => ({
      ...line,
      title: variations.get(line.variationId)?.productTitle ?? '',
    }));
    return { mergedLines, cappedLines: capped.length, cappedItems };
  }

  /** Units by variation. What the customer's own checkout holds is there. */
  private async available(
    tx: Transaction,
    own: CartRecord,
    guest: CartRecord,
  ): Promise<ReadonlyMap<string, number>> {
    const ids = variationIdsOf([...own.lines, ...guest.lines]);
    const levels = await this.stock.byVariations(ids, tx.manager);
    return new Map(
      [...levels].map(([variationId, { available }]) => [
        variationId,
        available + (own.held.get(variationId) ?? 0),
      ]),
    );
  }
}
