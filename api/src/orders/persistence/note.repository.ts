import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';

/** Something that staff wrote down about an order. */
export interface OrderNote {
  readonly id: string;
  readonly orderId: string;
  readonly text: string;
  readonly isInternal: boolean;
  readonly actor: Actor;
  readonly createdAt: Date;
}

/** Writes and reads notes on orders. */
export class NoteRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes a note down. */
  async insert(tx: Transaction, note: OrderNote): Promise<void> {
    const { id, orderId, text, isInternal, actor, createdAt } = note;
    await tx.manager.query(
      `INSERT INTO order_note (id, order_id, text, is_internal, actor, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, orderId, text, isInternal, JSON.stringify(actor), createdAt],
    );
  }

  /** The notes on several orders in one statement, oldest first. */
  ofOrders(orderIds: readonly string[]): Promise<OrderNote[]> {
    return this.dataSource.query(
      `SELECT id, order_id AS "orderId", text, is_internal AS "isInternal", actor, created_at AS "createdAt"
       FROM order_note WHERE order_id = ANY($1) ORDER BY order_id, created_at, id`,
      [orderIds],
    );
  }
}
