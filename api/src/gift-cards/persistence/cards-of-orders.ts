import type { EntityManager } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';

/** A card that a unit of an order became, and what became of it. */
export interface CardOfOrder {
  readonly id: string;
  readonly lineId: string;
  readonly initialMinor: bigint;
  /** Without what checkouts hold. */
  readonly availableMinor: bigint;
  readonly heldMinor: bigint;
  /** What purchases took and did not give back. */
  readonly spentMinor: bigint;
  readonly isTakenBack: boolean;
}

/** A card that was taken back. */
export interface TakenCard {
  readonly id: string;
  /** Counted on. */
  readonly version: number;
  readonly last4: string;
  /** What was left on it. */
  readonly amountMinor: bigint;
}

type Amount = 'initialMinor' | 'availableMinor' | 'heldMinor' | 'spentMinor';
/** A row as the driver gives it: bigints are texts. */
type Row = Omit<CardOfOrder, Amount> & Readonly<Record<Amount, string>>;

/** The cards that orders have sold. */
export class CardsOfOrders {
  /** All cards of an order, oldest first. */
  async read(manager: EntityManager, orderId: string): Promise<CardOfOrder[]> {
    const rows: Row[] = await manager.query(
      `SELECT c.id, c.order_line_id AS "lineId", c.initial_minor::text AS "initialMinor",
         (c.balance_minor - c.held_minor)::text AS "availableMinor", c.held_minor::text AS "heldMinor",
         (SELECT coalesce(-sum(e.amount_minor), 0)::text FROM gift_card_entry e
          WHERE e.gift_card_id = c.id AND e.kind IN ('USE', 'REFUND')) AS "spentMinor",
         c.taken_back_at IS NOT NULL AS "isTakenBack"
       FROM order_line l JOIN gift_card c ON c.order_line_id = l.id
       WHERE l.order_id = $1 AND l.is_gift_card ORDER BY c.id`,
      [orderId],
    );
    return rows.map((row) => ({
      ...row,
      initialMinor: BigInt(row.initialMinor),
      availableMinor: BigInt(row.availableMinor),
      heldMinor: BigInt(row.heldMinor),
      spentMinor: BigInt(row.spentMinor),
    }));
  }

  /** The same, locked until the transaction ends: nobody spends them meanwhile. */
  async lock(tx: Transaction, orderId: string): Promise<CardOfOrder[]> {
    await tx.manager.query(
      `SELECT 1 FROM gift_card c
       WHERE c.order_line_id IN (SELECT id FROM order_line WHERE order_id = $1 AND is_gift_card)
       ORDER BY c.id FOR UPDATE`,
      [orderId],
    );
    // A statement of its own: it sees what was spent while this one waited.
    return this.read(tx.manager, orderId);
  }

  /** Takes everything off locked cards, and disables them for good. */
  async takeBack(
    tx: Transaction,
    ids: readonly string[],
    note: { readonly orderId: string; readonly actor: Actor; readonly occurredAt: Date },
  ): Promise<TakenCard[]> {
    const rows: (Omit<TakenCard, 'amountMinor'> & { amountMinor: string })[] =
      await tx.manager.query(
        `WITH taken AS (
           UPDATE gift_card SET version = version + 1, taken_back_at = $3, disabled_at = coalesce(disabled_at, $3)
           WHERE id = ANY($1::uuid[])
           RETURNING id, version, last4, balance_minor - held_minor AS amount_minor
         ), written AS (
           INSERT INTO gift_card_entry (id, gift_card_id, kind, amount_minor, order_id, actor, occurred_at)
           SELECT uuidv7(), id, 'TAKEN_BACK', -amount_minor, $2, $4, $3 FROM taken WHERE amount_minor > 0
         )
         SELECT id, version, last4, amount_minor::text AS "amountMinor" FROM taken ORDER BY id`,
        [ids, note.orderId, note.occurredAt, JSON.stringify(note.actor)],
      );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  }
}
