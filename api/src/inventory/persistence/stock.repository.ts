import { listingTag, productTag } from '../../catalog';
import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { Allocation } from '../domain/allocation';
import type { TakenUnits } from '../domain/restock';
import { type AvailabilityChange, type LevelBefore, shownChanges } from '../domain/shown-stock';

export type StockMovementKind = 'RECEIPT' | 'ADJUSTMENT' | 'SALE' | 'CANCELLATION' | 'RETURN';

/** What a movement in the ledger says of itself. */
export interface MovementNote {
  readonly kind: StockMovementKind;
  readonly actor: Actor;
  readonly occurredAt: Date;
  /** Order that caused it. */
  readonly orderId?: string;
  readonly reason?: string;
}

/** Units that come to a place, or go from it where they are negative. */
export interface MovedUnits {
  readonly variationId: string;
  readonly locationId: string;
  readonly units: number;
}

/** Location of all stock while a shop has one place only; made by the migration. */
export const MAIN_LOCATION_ID = '01900000-0000-7000-8000-000000000001';

function columns<T extends object, K extends keyof T>(rows: readonly T[], ...keys: K[]): T[K][][] {
  return keys.map((key) => rows.map((row) => row[key]));
}

const LEVELS = `SELECT l.variation_id AS "variationId", l.location_id AS "locationId",
    l.on_hand AS "onHand", l.on_hand - l.reserved AS available,
    (SELECT max(c.min_units) FROM bundle_option o JOIN bundle_choice c ON c.id = o.choice_id
     WHERE o.variation_id = l.variation_id) AS "bundleUnits"
  FROM stock_level l`;
const IN_ORDER = 'ORDER BY l.variation_id, l.location_id FOR UPDATE OF l';

/** Units that a checkout is to hold. */
export interface HeldUnits {
  /** Every level of their variations, locked, as it was before. */
  readonly levels: readonly LevelBefore[];
  readonly allocations: readonly Allocation[];
}

/**
 * Levels, reservations and the ledger. Rows of several variations are always locked in the order of their
 * ids, so that two checkouts with the same items in opposite order wait for each other instead of deadlocking.
 */
export class StockRepository {
  /** Locks the levels of these variations until the transaction ends, and tells what can be promised. */
  lockLevels(tx: Transaction, variationIds: readonly string[]): Promise<LevelBefore[]> {
    return tx.manager.query(`${LEVELS} WHERE l.variation_id = ANY($1) ${IN_ORDER}`, [variationIds]);
  }

  /** Holds units for a checkout, of levels that are locked and have them. */
  async hold(
    tx: Transaction,
    checkoutId: string,
    { levels, allocations }: HeldUnits,
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
    await this.tell(
      tx,
      levels,
      allocations.map(({ variationId, quantity }) => ({ variationId, units: -quantity })),
    );
  }

  /** Gives back what a checkout holds. */
  async release(tx: Transaction, checkoutId: string): Promise<void> {
    const before = await this.lockHeldLevels(tx, checkoutId);
    const [released] = await tx.manager.query<[AvailabilityChange[], number]>(
      `WITH released AS (
         DELETE FROM stock_reservation WHERE checkout_id = $1
         RETURNING variation_id, location_id, quantity
       )
       UPDATE stock_level l SET reserved = l.reserved - r.quantity FROM released r
       WHERE l.variation_id = r.variation_id AND l.location_id = r.location_id
       RETURNING l.variation_id AS "variationId", r.quantity AS units`,
      [checkoutId],
    );
    await this.tell(tx, before, released);
  }

  /**
   * Turns what a checkout holds into units gone, which nobody could buy any more, and writes the ledger, all in one
   * statement; returns how many units that were. The checkout's row is locked, so what it holds stays the same meanwhile.
   */
  async consume(tx: Transaction, checkoutId: string, note: MovementNote): Promise<number> {
    const moved: { units: number }[] = await tx.manager.query(
      `WITH held AS (
         SELECT r.variation_id, r.location_id, r.quantity
         FROM stock_reservation r
         JOIN stock_level l ON l.variation_id = r.variation_id AND l.location_id = r.location_id
         WHERE r.checkout_id = $1 ORDER BY r.variation_id, r.location_id FOR UPDATE OF l
       ), ended AS (
         DELETE FROM stock_reservation WHERE checkout_id = $1
       ), taken AS (
         UPDATE stock_level l SET reserved = l.reserved - h.quantity, on_hand = l.on_hand - h.quantity
         FROM held h WHERE l.variation_id = h.variation_id AND l.location_id = h.location_id
       )
       INSERT INTO stock_movement
         (id, variation_id, location_id, units, kind, order_id, reason, actor, occurred_at)
       SELECT uuidv7(), variation_id, location_id, -quantity, $2, $3, $4, $5, $6 FROM held
       RETURNING units`,
      [
        checkoutId,
        note.kind,
        note.orderId ?? null,
        note.reason ?? null,
        JSON.stringify(note.actor),
        note.occurredAt,
      ],
    );
    return -moved.reduce((sum, { units }) => sum + units, 0);
  }

  /** Puts the units of an order back to where they were taken from. */
  async restore(tx: Transaction, orderId: string, note: MovementNote): Promise<void> {
    const before: LevelBefore[] = await tx.manager.query(
      `${LEVELS} WHERE l.variation_id IN
         (SELECT variation_id FROM stock_movement WHERE order_id = $1 AND kind = 'SALE')
       ${IN_ORDER}`,
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
    await this.tell(tx, before, moved);
  }

  /** Units that an order has taken and not given back, by the place they came from. */
  takenBy(tx: Transaction, orderId: string): Promise<TakenUnits[]> {
    return tx.manager.query(
      `SELECT variation_id AS "variationId", location_id AS "locationId", -sum(units)::int AS quantity
       FROM stock_movement WHERE order_id = $1
       GROUP BY variation_id, location_id HAVING sum(units) < 0
       ORDER BY variation_id, location_id`,
      [orderId],
    );
  }

  /** Lets units come or go at levels that are locked, and writes the ledger. */
  async move(
    tx: Transaction,
    levels: readonly LevelBefore[],
    moved: readonly MovedUnits[],
    note: MovementNote,
  ): Promise<void> {
    await tx.manager.query(
      `UPDATE stock_level l SET on_hand = l.on_hand + m.units
       FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS m(variation_id, location_id, units)
       WHERE l.variation_id = m.variation_id AND l.location_id = m.location_id`,
      columns(moved, 'variationId', 'locationId', 'units'),
    );
    await this.record(tx, moved, note);
    await this.tell(tx, levels, moved);
  }

  /** Makes sure the levels exist and sets their units on hand. */
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
    const before: (LevelBefore & { onHand: number })[] = await tx.manager.query(
      `${LEVELS} WHERE l.variation_id = ANY($1) ${IN_ORDER}`,
      [ids],
    );
    await tx.manager.query(
      `UPDATE stock_level l SET on_hand = c.on_hand
       FROM unnest($1::uuid[], $2::int[]) AS c(variation_id, on_hand)
       WHERE l.variation_id = c.variation_id AND l.location_id = $3`,
      [ids, units, MAIN_LOCATION_ID],
    );
    const wanted = new Map(counts.map((count) => [count.variationId, count.onHand]));
    const moved = before
      .filter(({ locationId }) => locationId === MAIN_LOCATION_ID)
      .map(({ variationId, locationId, onHand }) => ({
        variationId,
        locationId,
        units: (wanted.get(variationId) ?? onHand) - onHand,
      }));
    await this.record(tx, moved, note);
    await this.tell(tx, before, moved);
  }

  private lockHeldLevels(tx: Transaction, checkoutId: string): Promise<LevelBefore[]> {
    return tx.manager.query(
      `${LEVELS} WHERE l.variation_id IN
         (SELECT variation_id FROM stock_reservation WHERE checkout_id = $1)
       ${IN_ORDER}`,
      [checkoutId],
    );
  }

  /** Tells of what shoppers are shown differently from now on; of most sales nothing is. */
  private async tell(
    tx: Transaction,
    before: readonly LevelBefore[],
    changes: readonly AvailabilityChange[],
  ): Promise<void> {
    const { variationIds, partIds, hasSoldOutOrComeBack } = shownChanges(before, changes);
    if (variationIds.length + partIds.length === 0) return;
    const products: { id: string }[] = await tx.manager.query(
      `SELECT product_id AS id FROM product_variation WHERE id = ANY($1)
       UNION SELECT product_id FROM bundle_option WHERE variation_id = ANY($2)`,
      [variationIds, partIds],
    );
    tx.changed(...products.map(({ id }) => productTag(id, 'stock')));
    if (hasSoldOutOrComeBack) tx.changed(listingTag('stock'));
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
