import type { EntityManager } from 'typeorm';

import { accepted, type Result } from '../../kernel/result';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { OrderBook } from '../domain/order-book';
import { planTakeBack, type SoldCard } from '../domain/sold-cards';
import type { OpenOrder } from '../persistence/read-order-book';

/** What became of the gift cards that orders sold. */
export interface SoldCardsPort {
  /** Those of an order, for whoever only wants to look. */
  read(manager: EntityManager, orderId: string): Promise<readonly SoldCard[]>;
  /** The same, locked until the transaction ends. */
  lock(tx: Transaction, orderId: string): Promise<readonly SoldCard[]>;
  /** Takes some of them back. */
  run(tx: Transaction, orderId: string, ids: readonly string[], actor: Actor): Promise<void>;
}

/** Sees to it that no gift card stays good whose line was cancelled or whose money went back. */
export class TakeBackCards {
  constructor(private readonly sold: SoldCardsPort) {}

  /** Whether an order may move to this book. An order that sold no gift card costs no statement. */
  async check(manager: EntityManager, open: OpenOrder, after: OrderBook): Promise<Result<unknown>> {
    if (lineIdsOf(open).size === 0) return accepted(null);
    return this.plan(open, after, await this.sold.read(manager, open.order.id));
  }

  /** Takes back what has to be, or refuses: then the command that moved the order is undone. */
  async run(
    tx: Transaction,
    open: OpenOrder,
    after: OrderBook,
    actor: Actor,
  ): Promise<Result<null>> {
    if (lineIdsOf(open).size === 0 || isStill(open.book, after)) return accepted(null);
    const { id } = open.order;
    const planned = this.plan(open, after, await this.sold.lock(tx, id));
    if (!planned.ok) return planned;
    const ids = planned.value.map((card) => card.id);
    if (ids.length > 0) await this.sold.run(tx, id, ids, actor);
    return accepted(null);
  }

  private plan(open: OpenOrder, after: OrderBook, cards: readonly SoldCard[]) {
    const { currencyCode } = open.order;
    return planTakeBack(open.book, after, { lineIds: lineIdsOf(open), cards, currencyCode });
  }
}

function lineIdsOf({ lines }: OpenOrder): ReadonlySet<string> {
  return new Set(lines.filter(({ isGiftCard }) => isGiftCard).map(({ id }) => id));
}

/** Whether nothing was cancelled or refunded, so that no card is concerned. */
function isStill(before: OrderBook, after: OrderBook): boolean {
  const [was, is] = [before.money, after.money];
  return (
    was.refundedMinor === is.refundedMinor &&
    was.cancelledMinor === is.cancelledMinor &&
    was.creditedMinor === is.creditedMinor &&
    before.lines.every(({ cancelledQuantity, refundedQuantity }, index) => {
      const now = after.lines[index];
      return (
        now?.cancelledQuantity === cancelledQuantity && now.refundedQuantity === refundedQuantity
      );
    })
  );
}
