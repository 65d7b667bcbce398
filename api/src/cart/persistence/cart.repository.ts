import type { DataSource, EntityManager } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { CartOwner } from '../cart-owner';
import { partsKey } from '../domain/line-goods';
import {
  type BoughtLine,
  type CartLineRecord,
  type CartWrites,
  inOrder,
  lineColumns,
  linesWithout,
  type RawLine,
  toLine,
} from './cart-lines';

/** A cart with its lines, all as of one moment. */
export interface CartRecord {
  readonly id: string;
  /** Null for a guest's cart. */
  readonly customerId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** In capitals, in the order in which they were given. */
  readonly couponCodes: readonly string[];
  /** In the order in which they were added. */
  readonly lines: readonly CartLineRecord[];
  /** Units that the cart's own open checkout holds, by variation. */
  readonly held: ReadonlyMap<string, number>;
}

interface RawCart extends Omit<CartRecord, 'lines' | 'held'> {
  readonly lines: RawLine[] | null;
  readonly held: Readonly<Record<string, number>> | null;
}

const CART = `
  SELECT c.id, c.customer_id AS "customerId", c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt",
    c.coupon_codes AS "couponCodes",
    (SELECT json_agg(json_build_array(l.id, l.variation_id, l.quantity, l.price_at_add_minor::text, l.parts)
       ORDER BY l.id)
     FROM cart_line l WHERE l.cart_id = c.id) AS lines,
    (SELECT json_object_agg(h.variation_id, h.quantity) FROM cart_hold h WHERE h.cart_id = c.id) AS held
  FROM cart c`;

const LINES = `unnest($4::uuid[], $5::uuid[], $6::int[], $7::bigint[], $8::text[], $9::text[])
           AS l(id, variation_id, quantity, price, parts, parts_key)`;

/** Reads and writes carts. Every change counts the cart's version in the statement that makes it, so none is lost. */
export class CartRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The owner's cart. */
  find(
    owner: CartOwner,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CartRecord | undefined> {
    return this.read(manager, ownerColumn(owner), ownerValue(owner));
  }

  /** The cart with this id. */
  byId(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CartRecord | undefined> {
    return this.read(manager, 'id', id);
  }

  /** The owner's cart, locked until the transaction ends. */
  async lock(tx: Transaction, owner: CartOwner): Promise<CartRecord | undefined> {
    // Read after the lock is there: a statement that waits for a lock still sees the lines of before it waited.
    const rows: { id: string }[] = await tx.manager.query(
      `SELECT id FROM cart WHERE ${ownerColumn(owner)} = $1 FOR UPDATE`,
      [ownerValue(owner)],
    );
    return rows[0] && this.byId(rows[0].id, tx.manager);
  }

  /** Makes the owner's cart with its first lines; undefined when a parallel call has just made one. */
  async create(
    owner: CartOwner,
    { set: lines, couponCodes = [] }: Omit<CartWrites, 'removedIds'>,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CartRecord | undefined> {
    const id = newId();
    const made: unknown[] = await manager.query(
      `WITH made AS (
         INSERT INTO cart (id, ${ownerColumn(owner)}, version, created_at, updated_at, coupon_codes)
         VALUES ($1, $2, 1, $3, $3, $10) ON CONFLICT DO NOTHING RETURNING id
       ), added AS (
         INSERT INTO cart_line (id, cart_id, variation_id, quantity, price_at_add_minor, parts, parts_key)
         SELECT l.id, made.id, l.variation_id, l.quantity, l.price, l.parts::jsonb, l.parts_key
         FROM made, ${LINES}
       )
       SELECT id FROM made`,
      [id, ownerValue(owner), now, ...lineColumns(lines), couponCodes],
    );
    if (made.length === 0) return undefined;
    return {
      id,
      customerId: owner.kind === 'customer' ? owner.customerId : null,
      version: 1,
      createdAt: now,
      updatedAt: now,
      couponCodes,
      lines: inOrder(lines),
      held: new Map(),
    };
  }

  /** Writes lines if the cart is still as it was read; undefined when it was changed meanwhile. */
  async write(
    cart: CartRecord,
    { set, removedIds, couponCodes = cart.couponCodes }: CartWrites,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CartRecord | undefined> {
    const changed: unknown[] = await manager.query(
      `WITH changed AS (
         UPDATE cart SET version = version + 1, updated_at = $3, coupon_codes = $11
         WHERE id = $1 AND version = $2 RETURNING id
       ), removed AS (
         DELETE FROM cart_line l USING changed WHERE l.cart_id = changed.id AND l.id = ANY($10::uuid[])
       ), written AS (
         INSERT INTO cart_line (id, cart_id, variation_id, quantity, price_at_add_minor, parts, parts_key)
         SELECT l.id, changed.id, l.variation_id, l.quantity, l.price, l.parts::jsonb, l.parts_key
         FROM changed, ${LINES}
         ON CONFLICT (cart_id, variation_id, parts_key) DO UPDATE SET quantity = excluded.quantity
       )
       SELECT id FROM changed`,
      [cart.id, cart.version, now, ...lineColumns(set), removedIds, couponCodes],
    );
    if (changed.length === 0) return undefined;
    const gone = new Set([...removedIds, ...set.map((line) => line.id)]);
    const kept = cart.lines.filter((line) => !gone.has(line.id));
    return {
      ...cart,
      version: cart.version + 1,
      updatedAt: now,
      couponCodes,
      lines: inOrder([...kept, ...set]),
    };
  }

  /**
   * Takes what was bought out of the cart; what was added meanwhile stays. Of a cart that is still as the caller has
   * read it, what remains is known; any other is locked first.
   */
  async subtract(
    tx: Transaction,
    cart: CartRecord | Pick<CartRecord, 'id'>,
    bought: readonly BoughtLine[],
    now: Date,
  ): Promise<void> {
    if ('lines' in cart) {
      const remaining = linesWithout(cart.lines, bought);
      if (await this.write(cart, remaining, now, tx.manager)) return;
    }
    // Counting the change first takes the row's lock: an add in another tab comes before or after, not between.
    await tx.manager.query(`UPDATE cart SET version = version + 1, updated_at = $2 WHERE id = $1`, [
      cart.id,
      now,
    ]);
    await tx.manager.query(
      `WITH bought AS (
         SELECT * FROM unnest($2::uuid[], $3::text[], $4::int[]) AS b(variation_id, parts_key, quantity)
       ), gone AS (
         DELETE FROM cart_line l USING bought b
         WHERE l.cart_id = $1 AND l.variation_id = b.variation_id AND l.parts_key = b.parts_key
           AND l.quantity <= b.quantity
       )
       UPDATE cart_line l SET quantity = l.quantity - b.quantity FROM bought b
       WHERE l.cart_id = $1 AND l.variation_id = b.variation_id AND l.parts_key = b.parts_key
         AND l.quantity > b.quantity`,
      [
        cart.id,
        bought.map((line) => line.variationId),
        bought.map(partsKey),
        bought.map((line) => line.quantity),
      ],
    );
  }

  /** Makes a guest's cart the customer's. */
  async adopt(tx: Transaction, cart: CartRecord, customerId: string, now: Date): Promise<void> {
    await tx.manager.query(
      `UPDATE cart SET customer_id = $2, token_hash = NULL, version = version + 1, updated_at = $3
       WHERE id = $1`,
      [cart.id, customerId, now],
    );
  }

  /** Removes a cart with its lines. */
  async remove(tx: Transaction, cartId: string): Promise<void> {
    await tx.manager.query(`DELETE FROM cart WHERE id = $1`, [cartId]);
  }

  /** Removes guest carts that nobody touched since the given time; returns how many. */
  async removeAbandoned(before: Date): Promise<number> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM cart WHERE customer_id IS NULL AND updated_at < $1`,
      [before],
    );
    return removed;
  }

  private async read(
    manager: EntityManager,
    column: string,
    value: string,
  ): Promise<CartRecord | undefined> {
    const rows: RawCart[] = await manager.query(`${CART} WHERE c.${column} = $1`, [value]);
    const [row] = rows;
    return row && toRecord(row);
  }
}

function ownerColumn(owner: CartOwner): 'customer_id' | 'token_hash' {
  return owner.kind === 'customer' ? 'customer_id' : 'token_hash';
}

function ownerValue(owner: CartOwner): string {
  return owner.kind === 'customer' ? owner.customerId : owner.tokenHash;
}

function toRecord({ lines, held, ...cart }: RawCart): CartRecord {
  return {
    ...cart,
    lines: (lines ?? []).map(toLine),
    held: new Map(Object.entries(held ?? {})),
  };
}
