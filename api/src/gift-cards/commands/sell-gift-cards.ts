import { z } from 'zod';

import type { CatalogModule } from '../../catalog';
import type { StockKeeper } from '../../inventory';
import { money } from '../../kernel/money';
import { accepted, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import { idInput } from '../../platform/graphql/input-schemas';
import type { SoldGiftCards } from '../persistence/sold-gift-cards';
import type { IssueGiftCards } from './issue-gift-cards';

export const giftCardProductSetInput = z.object({ productId: idInput, isGiftCard: z.boolean() });

/** Nobody counts gift cards: there are always so many that they never run out. */
const PLENTY = 1_000_000;
const BATCH = 200;
const SYSTEM: Actor = { kind: 'system' };

/** Sells gift cards as products: they never run out, and each unit that is paid for becomes a card. */
export class SellGiftCards {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly products: CatalogModule['giftCards'],
    private readonly stock: StockKeeper,
    private readonly sold: SoldGiftCards,
    private readonly maker: IssueGiftCards,
  ) {}

  /** Makes a product a gift card, or none any more; returns its id. */
  mark(
    { productId, isGiftCard }: z.output<typeof giftCardProductSetInput>,
    actor: Actor,
  ): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const variationIds = await this.products.mark(tx, productId, isGiftCard);
      if (!variationIds) {
        const message = 'There is no such product.';
        return refused({ code: 'NOT_FOUND', message, path: ['productId'] });
      }
      if (isGiftCard) {
        const counts = variationIds.map((variationId) => ({ variationId, onHand: PLENTY }));
        await this.stock.setOnHand(tx, counts, { kind: 'ADJUSTMENT', reason: 'Gift cards', actor });
      }
      return accepted(productId);
    });
  }

  /** Makes the cards of what was paid for. Whoever else does so meanwhile makes none of them twice. */
  async make(): Promise<void> {
    for (const unit of await this.sold.missing(BATCH)) {
      await this.transactions.run(async (tx) => {
        // It may have been cancelled since it was found.
        if (!(await this.sold.isDue(tx, unit))) return accepted(null);
        const { orderId, lineId, email, unit: number } = unit;
        const amount = money(unit.amountMinor, unit.currencyCode);
        const sold = { orderId, lineId, unit: number };
        await this.maker.issue(tx, { amount, recipientEmail: email, sold }, SYSTEM);
        return accepted(null);
      });
    }
  }

  /** Sees to it that gift cards do not run out. */
  async restock(): Promise<void> {
    const scarce = await this.sold.scarce(PLENTY / 2);
    if (scarce.length === 0) return;
    const counts = scarce.map((variationId) => ({ variationId, onHand: PLENTY }));
    const note = { kind: 'ADJUSTMENT', reason: 'Gift cards', actor: SYSTEM } as const;
    await this.transactions.run(async (tx) => {
      await this.stock.setOnHand(tx, counts, note);
      return accepted(null);
    });
  }
}
