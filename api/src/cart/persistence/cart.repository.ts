import type { EntityManager } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { CartOwner } from '../cart-owner';
import { CartEntity, CartLineEntity } from './cart.entity';

/** Reads and writes carts. Whoever changes one holds its row's lock, so that no change is lost. */
export class CartRepository {
  /** The owner's cart, locked until the transaction ends. */
  async lock(tx: Transaction, owner: CartOwner): Promise<CartEntity | undefined> {
    const cart = await tx.manager.findOne(CartEntity, {
      where: ownerColumns(owner),
      lock: { mode: 'pessimistic_write' },
    });
    return cart ?? undefined;
  }

  /** The cart with this id, without a lock. */
  async byId(manager: EntityManager, id: string): Promise<CartEntity | undefined> {
    return (await manager.findOneBy(CartEntity, { id })) ?? undefined;
  }

  /** The owner's cart without a lock. */
  async find(manager: EntityManager, owner: CartOwner): Promise<CartEntity | undefined> {
    return (await manager.findOneBy(CartEntity, ownerColumns(owner))) ?? undefined;
  }

  /** Makes the owner's cart unless a parallel call just did, and locks it. */
  async create(tx: Transaction, owner: CartOwner, now: Date): Promise<CartEntity> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CartEntity)
      .values({
        id: newId(),
        tokenHash: null,
        customerId: null,
        ...ownerColumns(owner),
        version: 0,
        createdAt: now,
        updatedAt: now,
      })
      .orIgnore()
      .execute();
    const cart = await this.lock(tx, owner);
    if (!cart) throw new Error('A cart that was just made must be there.');
    return cart;
  }

  /** The lines in the order in which they were added. */
  lines(manager: EntityManager, cartId: string): Promise<CartLineEntity[]> {
    return manager.find(CartLineEntity, { where: { cartId }, order: { id: 'ASC' } });
  }

  /** Sets quantities by variation; new lines remember the price they were added at. */
  async setQuantities(
    tx: Transaction,
    cartId: string,
    quantities: ReadonlyMap<string, number>,
    prices: ReadonlyMap<string, { readonly priceMinor: bigint }>,
  ): Promise<void> {
    const entries = [...quantities];
    await tx.manager.query(
      `INSERT INTO cart_line (id, cart_id, variation_id, quantity, price_at_add_minor)
       SELECT l.id, $1, l.variation_id, l.quantity, l.price
       FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[])
         AS l(id, variation_id, quantity, price)
       ON CONFLICT (cart_id, variation_id) DO UPDATE SET quantity = excluded.quantity`,
      [
        cartId,
        entries.map(() => newId()),
        entries.map(([variationId]) => variationId),
        entries.map(([, quantity]) => quantity),
        entries.map(([variationId]) => (prices.get(variationId)?.priceMinor ?? 0n).toString()),
      ],
    );
  }

  /** Removes lines. */
  async removeLines(tx: Transaction, cartId: string, lineIds: readonly string[]): Promise<void> {
    await tx.manager.query(`DELETE FROM cart_line WHERE cart_id = $1 AND id = ANY($2)`, [
      cartId,
      lineIds,
    ]);
  }

  /** Takes what was bought out of the cart; what was added meanwhile stays. */
  async subtract(
    tx: Transaction,
    cartId: string,
    bought: readonly { readonly variationId: string; readonly quantity: number }[],
    now: Date,
  ): Promise<void> {
    // Counting the change first takes the row's lock: an add in another tab comes before or after, not between.
    await tx.manager.query(`UPDATE cart SET version = version + 1, updated_at = $2 WHERE id = $1`, [
      cartId,
      now,
    ]);
    const parameters = [
      cartId,
      bought.map((line) => line.variationId),
      bought.map((line) => line.quantity),
    ];
    const boughtLines = `unnest($2::uuid[], $3::int[]) AS b(variation_id, quantity)`;
    await tx.manager.query(
      `DELETE FROM cart_line l USING ${boughtLines}
       WHERE l.cart_id = $1 AND l.variation_id = b.variation_id AND l.quantity <= b.quantity`,
      parameters,
    );
    await tx.manager.query(
      `UPDATE cart_line l SET quantity = l.quantity - b.quantity FROM ${boughtLines}
       WHERE l.cart_id = $1 AND l.variation_id = b.variation_id AND l.quantity > b.quantity`,
      parameters,
    );
  }

  /** Counts a change. */
  async touch(tx: Transaction, cart: CartEntity, now: Date): Promise<void> {
    await tx.manager.update(
      CartEntity,
      { id: cart.id },
      { version: cart.version + 1, updatedAt: now },
    );
  }

  /** Makes a guest's cart the customer's. */
  async adopt(tx: Transaction, cart: CartEntity, customerId: string, now: Date): Promise<void> {
    await tx.manager.update(
      CartEntity,
      { id: cart.id },
      { customerId, tokenHash: null, version: cart.version + 1, updatedAt: now },
    );
  }

  /** Removes a cart with its lines. */
  async remove(tx: Transaction, cartId: string): Promise<void> {
    await tx.manager.delete(CartEntity, { id: cartId });
  }

  /** Removes guest carts that nobody touched since the given time; returns how many. */
  async removeAbandoned(manager: EntityManager, before: Date): Promise<number> {
    const [, removed] = await manager.query<[unknown, number]>(
      `DELETE FROM cart WHERE customer_id IS NULL AND updated_at < $1`,
      [before],
    );
    return removed;
  }
}

function ownerColumns(owner: CartOwner): { customerId: string } | { tokenHash: string } {
  return owner.kind === 'customer'
    ? { customerId: owner.customerId }
    : { tokenHash: owner.tokenHash };
}
