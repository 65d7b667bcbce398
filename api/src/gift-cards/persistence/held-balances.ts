import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';

/** An amount of one card's balance. */
export interface CardAmount {
  readonly id: string;
  readonly amountMinor: bigint;
}

const HELD = `SELECT h.gift_card_id, h.amount_minor
  FROM gift_card_hold h JOIN gift_card c ON c.id = h.gift_card_id
  WHERE h.checkout_id = $1 ORDER BY c.id FOR UPDATE OF c`;
const ENDED = `DELETE FROM gift_card_hold WHERE checkout_id = $1`;
const FREED = `UPDATE gift_card c SET held_minor = c.held_minor - h.amount_minor
  FROM held h WHERE c.id = h.gift_card_id`;

/** What locked checkouts hold of balances. */
export class HeldBalances {
  /** Holds amounts of cards that are locked and have them. */
  async hold(tx: Transaction, checkoutId: string, amounts: readonly CardAmount[]): Promise<void> {
    await tx.manager.query(
      `WITH wanted AS (
         SELECT * FROM unnest($2::uuid[], $3::bigint[]) AS w (gift_card_id, amount_minor)
       ), held AS (
         UPDATE gift_card c SET held_minor = c.held_minor + w.amount_minor
         FROM wanted w WHERE c.id = w.gift_card_id
       )
       INSERT INTO gift_card_hold (checkout_id, gift_card_id, amount_minor)
       SELECT $1, gift_card_id, amount_minor FROM wanted`,
      [
        checkoutId,
        amounts.map(({ id }) => id),
        amounts.map(({ amountMinor }) => amountMinor.toString()),
      ],
    );
  }

  /** Gives back what a checkout holds. */
  async release(tx: Transaction, checkoutId: string): Promise<void> {
    await tx.manager.query(`WITH held AS (${HELD}), ended AS (${ENDED}) ${FREED}`, [checkoutId]);
  }

  /** Spends what a checkout holds: the ledger moves the balances. Returns what each card paid. */
  async spend(
    tx: Transaction,
    checkoutId: string,
    note: { readonly orderId: string; readonly actor: Actor; readonly occurredAt: Date },
  ): Promise<CardAmount[]> {
    const spent: { id: string; amountMinor: string }[] = await tx.manager.query(
      `WITH held AS (${HELD}), ended AS (${ENDED}), freed AS (${FREED})
       INSERT INTO gift_card_entry (id, gift_card_id, kind, amount_minor, order_id, actor, occurred_at)
       SELECT uuidv7(), gift_card_id, 'USE', -amount_minor, $2, $3, $4 FROM held
       RETURNING gift_card_id AS id, (-amount_minor)::text AS "amountMinor"`,
      [checkoutId, note.orderId, JSON.stringify(note.actor), note.occurredAt],
    );
    return spent.map(({ id, amountMinor }) => ({ id, amountMinor: BigInt(amountMinor) }));
  }
}
