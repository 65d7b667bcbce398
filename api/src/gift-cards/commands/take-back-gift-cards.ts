import type { EntityManager } from 'typeorm';

import type { Clock } from '../../kernel/clock';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor, EventLog } from '../../platform/events/event-log';
import type { CardOfOrder, CardsOfOrders } from '../persistence/cards-of-orders';
import { GIFT_CARD } from './issue-gift-cards';

/** Takes gift cards back that an order has sold: their lines were cancelled, or their money went back. */
export class TakeBackGiftCards {
  constructor(
    private readonly cards: CardsOfOrders,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The cards of an order, for whoever only wants to look. */
  read(manager: EntityManager, orderId: string): Promise<readonly CardOfOrder[]> {
    return this.cards.read(manager, orderId);
  }

  /** The same, locked until the transaction ends. */
  lock(tx: Transaction, orderId: string): Promise<readonly CardOfOrder[]> {
    return this.cards.lock(tx, orderId);
  }

  /** Takes these back, of those that were locked. */
  async run(tx: Transaction, orderId: string, ids: readonly string[], actor: Actor): Promise<void> {
    const occurredAt = this.clock.now();
    const taken = await this.cards.takeBack(tx, ids, { orderId, actor, occurredAt });
    for (const { id, version, last4, amountMinor } of taken) {
      await this.events.append(tx, {
        aggregateType: GIFT_CARD,
        aggregateId: id,
        sequence: version,
        type: 'TAKEN_BACK',
        payload: { last4, orderId, amountMinor: amountMinor.toString() },
        actor,
        occurredAt,
      });
    }
  }
}
