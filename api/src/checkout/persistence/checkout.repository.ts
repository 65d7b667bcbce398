import { type DataSource, type EntityManager, In, LessThan } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { CheckoutStatus } from '../domain/checkout-state';
import { CheckoutEntity } from './checkout.entity';

/** Reads and writes checkouts. */
export class CheckoutRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A checkout, locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<CheckoutEntity | undefined> {
    const checkout = await tx.manager.findOne(CheckoutEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return checkout ?? undefined;
  }

  /** A checkout without a lock. */
  async find(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CheckoutEntity | undefined> {
    return (await manager.findOneBy(CheckoutEntity, { id })) ?? undefined;
  }

  /** The one checkout of a cart that has not ended. */
  async openOfCart(tx: Transaction, cartId: string): Promise<CheckoutEntity | undefined> {
    const checkout = await tx.manager.findOneBy(CheckoutEntity, {
      cartId,
      status: In(['CREATED', 'LOCKED', 'PAYMENT_PENDING', 'PAYMENT_CONFIRMED', 'ORDER_CREATED']),
    });
    return checkout ?? undefined;
  }

  /** Writes a new checkout. */
  async insert(tx: Transaction, checkout: CheckoutEntity): Promise<void> {
    await tx.manager.insert(CheckoutEntity, checkout);
  }

  /** Writes what changed of a locked checkout and counts the change. */
  async update(
    tx: Transaction,
    checkout: CheckoutEntity,
    changes: Partial<CheckoutEntity>,
    now: Date,
  ): Promise<CheckoutEntity> {
    const changed = { ...changes, version: checkout.version + 1, updatedAt: now };
    await tx.manager.update(CheckoutEntity, { id: checkout.id }, changed);
    return Object.assign(checkout, changed);
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
