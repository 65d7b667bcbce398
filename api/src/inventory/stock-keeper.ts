import type { Clock } from '../kernel/clock';
import { accepted, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/events/event-log';
import { allocate, type StockRequest } from './domain/allocation';
import { type RestockedUnits, unitsToRestock } from './domain/restock';
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
    const levels = await this.stock.lockLevels(tx, idsOf(requests));
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
    return this.stock.consume(tx, checkoutId, this.note('SALE', orderId, actor));
  }

  /** Puts an order's units back. A second call finds them already back and moves nothing. */
  restore(tx: Transaction, orderId: string, actor: Actor): Promise<void> {
    return this.stock.restore(tx, orderId, this.note('CANCELLATION', orderId, actor));
  }

  /**
   * Puts some of an order's units back, cancelled before they left or returned after. More than the order still has is
   * a mistake of the caller, and fails.
   */
  async restock(
    tx: Transaction,
    orderId: string,
    units: readonly RestockedUnits[],
    actor: Actor,
    kind: 'CANCELLATION' | 'RETURN' = 'CANCELLATION',
  ): Promise<void> {
    if (units.length === 0) return;
    // Locked before the ledger is read: two that give back units of one order come one after the other.
    const levels = await this.stock.lockLevels(tx, idsOf(units));
    const moved = unitsToRestock(await this.stock.takenBy(tx, orderId), units);
    await this.stock.move(tx, levels, moved, this.note(kind, orderId, actor));
  }

  /** Takes more units for an order that is placed already, all or nothing. */
  async sell(
    tx: Transaction,
    orderId: string,
    requests: readonly StockRequest[],
    actor: Actor,
  ): Promise<Result<null>> {
    const levels = await this.stock.lockLevels(tx, idsOf(requests));
    const decision = allocate(levels, requests);
    if (decision.kind === 'short') return { ok: false, refusals: decision.refusals };
    const moved = decision.allocations.map(({ quantity, ...at }) => ({ ...at, units: -quantity }));
    await this.stock.move(tx, levels, moved, this.note('SALE', orderId, actor));
    return accepted(null);
  }

  /** Sets units on hand to counted values, for seeds, imports and stock-takes. */
  setOnHand(
    tx: Transaction,
    counts: readonly { readonly variationId: string; readonly onHand: number }[],
    note: Pick<MovementNote, 'kind' | 'reason' | 'actor'>,
  ): Promise<void> {
    return this.stock.setOnHand(tx, counts, { ...note, occurredAt: this.clock.now() });
  }
  private note(kind: MovementNote['kind'], orderId: string, actor: Actor): MovementNote {
    return { kind, orderId, actor, occurredAt: this.clock.now() };
  }
}

function idsOf(units: readonly { readonly variationId: string }[]): string[] {
  return [...new Set(units.map(({ variationId }) => variationId))];
}
