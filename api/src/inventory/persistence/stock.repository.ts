import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { Allocation, AvailableLevel } from '../domain/allocation';

export type StockMovementKind = 'RECEIPT' | 'ADJUSTMENT' | 'SALE' | 'CANCELLATION';

/** What a movement in the ledger says of itself. */
export interface MovementNote {
  readonly kind: StockMovementKind;
  readonly actor: Actor;
  readonly occurredAt: Date;
  /** Order that caused it. */
  readonly orderId?: string;
  readonly reason?: string;
}

interface MovedUnits {
  readonly variationId: string;
  readonly locationId: string;
  readonly units: number;
}

/** Location of all stock while a shop has one place only; made by the migration. */
export const MAIN_LOCATION_ID = '01900000-0000-7000-8000-000000000001';

function columns<T extends object, K extends keyof T>(rows: readonly T[], ...keys: K[]): T[K][][] {
  return keys.map((key) => rows.map((row) => row[key]));
}

/**
 * Levels, reservations and the ledger. Rows of several variations are always locked in the order of their
 * ids, so that two checkouts with the same items in opposite order wait for each other instead of deadlocking.
 */
export class StockRepository {
  /** Locks the levels of these variations until the transaction ends, and tells what can be promised. */
  lockLevels(tx: Transaction, variationIds: readonly string[]): Promise<AvailableLevel[]> {
    return tx.manager.query(
      `SELECT variation_id AS "variationId", location_id AS "locationId", on_hand - reserved AS available
       FROM stock_level WHERE variation_id = ANY($1)
       ORDER BY variation_id, location_id FOR UPDATE`,
      [variationIds],
    );
  }

  /** Holds units for a checkout. The levels are locked and the units known to be there. */
  async hold(
    tx: Transaction,
    checkoutId: string,
    allocations: readonly Allocation[],
    expiresAt: Date,
  ): Promise<void> {
    await tx.manager.query(
      `WITH wanted AS (
         SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS w(variation_id, location_id, quantity)
       ), held AS (
         UPDATE stock_level l SET reserved = l.reserved + w.quantity FROM wanted w
         WHERE l.variation_id = w.variation_id AND l.location_id = w.location_id
       )
       INSERT INTO stock_reservation (checkout_id, variation_id, location_id, quantity, expires_at)
       SELECT $1, variation_id, location_id, quantity, $5 FROM wanted`,
      [checkoutId, ...columns(allocations, 'variationId', 'locationId', 'quantity'), expiresAt],
    );
  }

  /** Gives back what a checkout holds. */
  async release(tx: Transaction, checkoutId: string): Promise<void> {
    await this.lockHeldLevels(tx, checkoutId);
    await tx.manager.query(
      `WITH released AS (
         DELETE FROM stock_reservation WHERE checkout_id = $1
         RETURNING variation_id, location_id, quantity
       )
       UPDATE stock_level l SET reserved = l.reserved - r.quantity FROM released r
       WHERE l.variation_id = r.variation_id AND l.location_id = r.location_id`,
      [checkoutId],
    );
  }

  /** Turns what a checkout holds into units gone; returns how many that were. */
  async consume(tx: Transaction, checkoutId: string, note: MovementNote): Promise<number> {
    await this.lockHeldLevels(tx, checkoutId);
    const [moved] = await tx.manager.query<[MovedUnits[], number]>(
      `WITH consumed AS (
         DELETE FROM stock_reservation WHERE checkout_id = $1
         RETURNING variation_id, location_id, quantity
       )
       UPDATE stock_level l
       SET reserved = l.reserved - c.quantity, on_hand = l.on_hand - c.quantity FROM consumed c
       WHERE l.variation_id = c.variation_id AND l.location_id = c.location_id
       RETURNING l.variation_id AS "variationId", l.location_id AS "locationId", -c.quantity AS units`,
      [checkoutId],
    );
    await this.record(tx, moved, note);
    return -moved.reduce((sum, movement) => sum + movement.units, 0);
  }

  /** Puts the units of an order back to where they were taken from. */
  async restore(tx: Transaction, orderId: string, note: MovementNote): Promise<void> {
    await tx.manager.query(
      `SELECT 1 FROM stock_level l
       WHERE EXISTS (SELECT 1 FROM stock_movement m WHERE m.order_id = $1 AND m.kind = 'SALE'
         AND m.variation_id = l.variation_id AND m.location_id = l.location_id)
       ORDER BY l.variation_id, l.location_id FOR UPDATE`,
      [orderId],
    );
    const [moved] = await tx.manager.query<[MovedUnits[], number]>(
      `UPDATE stock_level l SET on_hand = l.on_hand - m.units
       FROM (SELECT variation_id, location_id, sum(units)::int AS units FROM stock_movement
             WHERE order_id = $1 GROUP BY variation_id, location_id) m
       WHERE l.variation_id = m.variation_id AND l.location_id = m.location_id AND m.units < 0
       RETURNING l.variation_id AS "variationId", l.location_id AS "locationId", -m.units AS units`,
      [orderId],
    );
    await this.record(tx, moved, note);
  }

  /** Makes sure the levels exist and sets their units on hand; returns the refused ones' reserved units. */
  async setOnHand(
    tx: Transaction,
    counts: readonly { readonly variationId: string; readonly onHand: number }[],
    note: MovementNote,
  ): Promise<void> {
    const [ids, units] = columns(counts, 'variationId', 'onHand');
    await tx.manager.query(
      `INSERT INTO stock_level (variation_id, location_id, on_hand, reserved)
       SELECT v, $2, 0, 0 FROM unnest($1::uuid[]) v ORDER BY v ON CONFLICT DO NOTHING`,
      [ids, MAIN_LOCATION_ID],
    );
    const before: { variationId: string; onHand: number }[] = await tx.manager.query(
      `SELECT variation_id AS "variationId", on_hand AS "onHand" FROM stock_level
       WHERE variation_id = ANY($1) AND location_id = $2 ORDER BY variation_id FOR UPDATE`,
      [ids, MAIN_LOCATION_ID],
    );
    await tx.manager.query(
      `UPDATE stock_level l SET on_hand = c.on_hand
       FROM unnest($1::uuid[], $2::int[]) AS c(variation_id, on_hand)
       WHERE l.variation_id = c.variation_id AND l.location_id = $3`,
      [ids, units, MAIN_LOCATION_ID],
    );
    const wanted = new Map(counts.map((count) => [count.variationId, count.onHand]));
    const moved = before.map((row) => ({
      variationId: row.variationId,
      locationId: MAIN_LOCATION_ID,
      units: (wanted.get(row.variationId) ?? row.onHand) - row.onHand,
    }));
    await this.record(tx, moved, note);
  }

  private async lockHeldLevels(tx: Transaction, checkoutId: string): Promise<void> {
    await tx.manager.query(
      `SELECT 1 FROM stock_level l JOIN stock_reservation r USING (variation_id, location_id)
       WHERE r.checkout_id = $1 ORDER BY l.variation_id, l.location_id FOR UPDATE OF l`,
      [checkoutId],
    );
  }

  private async record(
    tx: Transaction,
    moved: readonly MovedUnits[],
    note: MovementNote,
  ): Promise<void> {
    const changes = moved
      .filter((movement) => movement.units !== 0)
      .map((movement) => ({ id: newId(), ...movement }));
    if (changes.length === 0) return;
    await tx.manager.query(
      `INSERT INTO stock_movement
         (id, variation_id, location_id, units, kind, order_id, reason, actor, occurred_at)
       SELECT *, $5, $6::uuid, $7, $8::jsonb, $9::timestamptz
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[])`,
      [
        ...columns(changes, 'id', 'variationId', 'locationId', 'units'),
        note.kind,
        note.orderId ?? null,
        note.reason ?? null,
        JSON.stringify(note.actor),
        note.occurredAt,
      ],
    );
  }
}
