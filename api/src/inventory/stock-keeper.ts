import type { Clock } from '../kernel/clock';
import { accepted, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/events/event-log';
import { allocate, type StockRequest } from './domain/allocation';
import type { MovementNote, StockRepository } from './persistence/stock.repository';

/** What other modules may do to stock, always inside their own transaction. */
export class StockKeeper {
  constructor(
    private readonly stock: StockRepository,
    private readonly clock: Clock,
  ) {}

  /** Keeps the levels of these variations as they are until the transaction ends. */
  async lockLevels(tx: Transaction, variationIds: readonly string[]): Promise<void> {
    await this.stock.lockLevels(tx, variationIds);
  }

  /** Reserves everything or nothing; a shortage is refused per variation with what is left. */
  async reserve(
    tx: Transaction,
    checkoutId: string,
    requests: readonly StockRequest[],
    expiresAt: Date,
  ): Promise<Result<null>> {
    const ids = [...new Set(requests.map((request) => request.variationId))];
    const levels = await this.stock.lockLevels(tx, ids);
    const decision = allocate(levels, requests);
    if (decision.kind === 'short') return { ok: false, refusals: decision.refusals };
    const { allocations } = decision;
    await this.stock.hold(tx, checkoutId, { levels, allocations }, expiresAt);
    return accepted(null);
  }

  /** Gives back what a checkout holds; nothing happens when it holds nothing. */
  release(tx: Transaction, checkoutId: string): Promise<void> {
    return this.stock.release(tx, checkoutId);
  }

  /** Turns a checkout's reservation into the sale of an order; returns the units sold. */
  consume(tx: Transaction, checkoutId: string, orderId: string, actor: Actor): Promise<number> {
    const occurredAt = this.clock.now();
    return this.stock.consume(tx, checkoutId, { kind: 'SALE', orderId, actor, occurredAt });
  }

  /** Puts an order's units back. A second call finds them already back and moves nothing. */
  restore(tx: Transaction, orderId: string, actor: Actor): Promise<void> {
    const occurredAt = this.clock.now();
    return this.stock.restore(tx, orderId, { kind: 'CANCELLATION', orderId, actor, occurredAt });
  }

  /** Sets units on hand to counted values, for seeds, imports and stock-takes. */
  setOnHand(
    tx: Transaction,
    counts: readonly { readonly variationId: string; readonly onHand: number }[],
    note: Pick<MovementNote, 'kind' | 'reason' | 'actor'>,
  ): Promise<void> {
    return this.stock.setOnHand(tx, counts, { ...note, occurredAt: this.clock.now() });
  }
}
