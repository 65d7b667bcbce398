import { type DataSource, type EntityManager, In, LessThan } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { CheckoutCaller } from '../checkout-access';
import type { CheckoutStatus } from '../domain/checkout-state';
import { CheckoutEntity } from './checkout.entity';

/** What may change of a checkout. */
export type CheckoutChanges = Partial<
  Omit<CheckoutEntity, 'id' | 'cartId' | 'version' | 'createdAt' | 'updatedAt'>
>;

const columns = {
  id: 'id',
  cartId: 'cart_id',
  customerId: 'customer_id',
  tokenHash: 'token_hash',
  status: 'status',
  version: 'version',
  email: 'email',
  shippingAddress: 'shipping_address',
  shippingMethodCode: 'shipping_method_code',
  currencyCode: 'currency_code',
  quote: 'quote',
  giftCards: 'gift_cards',
  reservedUntil: 'reserved_until',
  holdExtended: 'hold_extended',
  paymentId: 'payment_id',
  paymentProviderCode: 'payment_provider_code',
  orderId: 'order_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof CheckoutEntity, string>;

const COLUMNS = Object.entries(columns)
  .map(([property, column]) => `k.${column} AS "${property}"`)
  .join(', ');
const OPEN_ONE = `k.cart_id = $1 AND k.status NOT IN ('COMPLETED', 'EXPIRED', 'CANCELLED')`;

/** unique_violation: a parallel call was first. */
const TAKEN = '23505';

/** Reads and writes checkouts. */
export class CheckoutRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A checkout, locked until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<CheckoutEntity | undefined> {
    return first(tx.manager, `WHERE k.id = $1 FOR UPDATE`, id);
  }

  /** A checkout without a lock. */
  find(id: string): Promise<CheckoutEntity | undefined> {
    return first(this.dataSource.manager, `WHERE k.id = $1`, id);
  }

  /** The one checkout of a cart that has not ended. */
  openOfCart(tx: Transaction, cartId: string): Promise<CheckoutEntity | undefined> {
    return first(tx.manager, `WHERE ${OPEN_ONE}`, cartId);
  }

  /**
   * Writes a new checkout if the cart is still at this version and has no open one; tells whether it did. A
   * transaction of its own.
   */
  async begin(checkout: CheckoutEntity, cartVersion: number): Promise<boolean> {
    try {
      const begun: unknown[] = await this.dataSource.query(
        `WITH unchanged AS (SELECT id FROM cart WHERE id = $1 AND version = $2 FOR UPDATE)
         INSERT INTO checkout (cart_id, id, customer_id, token_hash, status, version, currency_code,
           created_at, updated_at)
         SELECT u.id, $3, $4, $5, 'CREATED', 1, $6, $7, $7 FROM unchanged u
         WHERE NOT EXISTS (SELECT 1 FROM checkout k WHERE ${OPEN_ONE})
         RETURNING id`,
        [
          checkout.cartId,
          cartVersion,
          checkout.id,
          checkout.customerId,
          checkout.tokenHash,
          checkout.currencyCode,
          checkout.createdAt,
        ],
      );
      return begun.length > 0;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === TAKEN) return false;
      throw error;
    }
  }

  /** Writes a new checkout. */
  async insert(tx: Transaction, checkout: CheckoutEntity): Promise<void> {
    await tx.manager.insert(CheckoutEntity, checkout);
  }

  /**
   * Writes what the caller entered, if the checkout is the caller's, open, holds no stock and need not give up its way of
   * delivery; undefined when any of
   * it is not so. A transaction of its own.
   */
  async enter(
    id: string,
    caller: CheckoutCaller,
    changes: CheckoutChanges & {
      readonly expectedVersion: number | undefined;
      /** The ways of delivery that a checkout may have already. */
      readonly keptMethods: readonly string[];
    },
    now: Date,
  ): Promise<CheckoutEntity | undefined> {
    const { expectedVersion, keptMethods, email, shippingAddress, shippingMethodCode } = changes;
    const [rows] = await this.dataSource.query<[CheckoutEntity[], number]>(
      `UPDATE checkout k SET version = k.version + 1, updated_at = $5, email = coalesce($6, k.email),
         shipping_address = coalesce($7, k.shipping_address),
         shipping_method_code = coalesce($8, k.shipping_method_code)
       WHERE k.id = $1 AND k.status = 'CREATED' AND k.version = coalesce($4, k.version)
         AND CASE WHEN k.customer_id IS NULL THEN k.token_hash = $3 ELSE k.customer_id = $2 END
         AND ($8::text IS NOT NULL OR k.shipping_method_code IS NULL
           OR k.shipping_method_code = ANY($9::text[]))
       RETURNING ${COLUMNS}`,
      [
        id,
        caller.customerId ?? null,
        caller.tokenHash ?? null,
        expectedVersion ?? null,
        now,
        email ?? null,
        shippingAddress ? JSON.stringify(shippingAddress) : null,
        shippingMethodCode ?? null,
        keptMethods,
      ],
    );
    return rows[0];
  }

  /**
   * Writes what changed of a locked checkout and counts the change. `passing` are the statuses on the way to the new
   * one: the database checks and remembers each step as if it were taken alone.
   */
  async update(
    tx: Transaction,
    checkout: CheckoutEntity,
    changes: CheckoutChanges,
    now: Date,
    passing: readonly CheckoutStatus[] = [],
  ): Promise<CheckoutEntity> {
    const changed = { ...changes, version: checkout.version + 1, updatedAt: now };
    const names = Object.keys(changed) as (keyof typeof changed)[];
    const sets = names.map((name, index) => `${columns[name]} = $${index + 3}`);
    await tx.manager.query(`UPDATE checkout SET passing = $2, ${sets.join(', ')} WHERE id = $1`, [
      checkout.id,
      passing.length > 0 ? passing : null,
      ...names.map((name) => toParameter(changed[name])),
    ]);
    return Object.assign(checkout, changed);
  }

  /** Whether the cart has been taken to another checkout since. */
  async hasSuccessor(tx: Transaction, { id, cartId, createdAt }: CheckoutEntity): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      'SELECT 1 FROM checkout WHERE cart_id = $1 AND id <> $2 AND created_at >= $3 LIMIT 1',
      [cartId, id, createdAt],
    );
    return rows.length > 0;
  }

  /** Ids of checkouts whose hold on stock has run out, or that were left long ago. */
  async outdated(reservedBefore: Date, leftBefore: Date, limit: number): Promise<string[]> {
    const rows = await this.dataSource.manager.find(CheckoutEntity, {
      select: { id: true },
      where: [
        { status: 'LOCKED', reservedUntil: LessThan(reservedBefore) },
        { status: 'CREATED', updatedAt: LessThan(leftBefore) },
      ],
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** Ids of checkouts that have been in these statuses since the given time. */
  async stuckIn(
    statuses: readonly CheckoutStatus[],
    since: Date,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.dataSource.manager.find(CheckoutEntity, {
      select: { id: true },
      where: { status: In([...statuses]), updatedAt: LessThan(since) },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }
}

/** The driver takes a list for an array of the database, not for JSON. */
function toParameter(value: unknown): unknown {
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

async function first(
  manager: EntityManager,
  where: string,
  value: string,
): Promise<CheckoutEntity | undefined> {
  const rows: CheckoutEntity[] = await manager.query(`SELECT ${COLUMNS} FROM checkout k ${where}`, [
    value,
  ]);
  return rows[0];
}
