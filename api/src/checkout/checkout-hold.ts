import { accepted, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/events/event-log';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { Quote } from './quote';

/**
 * Something scarce that a locked checkout keeps for itself, such as units or the balance of a gift card. The checkout's
 * row is locked whenever one of these is called; a hold of which the quote uses nothing sends no statement. It ends with
 * the checkout's own time limit, so nothing has to be told when that is put off.
 */
export interface CheckoutHold {
  /** Takes what the quote uses, or refuses; a refusal rolls back what the holds before it have taken. */
  hold(
    tx: Transaction,
    checkout: CheckoutEntity,
    quote: Quote,
    until: Date,
  ): Promise<Result<unknown>>;
  /** Gives back what a checkout holds that is reopened, given up or out of time. */
  release(tx: Transaction, checkout: CheckoutEntity): Promise<void>;
  /** Uses up what was held: the order is written. */
  consume(tx: Transaction, checkout: CheckoutEntity, orderId: string, actor: Actor): Promise<void>;
}

/** Several holds as one. Their order is the same everywhere, so that two checkouts never wait for each other. */
export class CheckoutHolds implements CheckoutHold {
  constructor(private readonly inOrder: readonly CheckoutHold[]) {}

  async hold(
    tx: Transaction,
    checkout: CheckoutEntity,
    quote: Quote,
    until: Date,
  ): Promise<Result<null>> {
    for (const one of this.inOrder) {
      const held = await one.hold(tx, checkout, quote, until);
      if (!held.ok) return held;
    }
    return accepted(null);
  }

  async release(tx: Transaction, checkout: CheckoutEntity): Promise<void> {
    for (const one of this.inOrder) await one.release(tx, checkout);
  }

  async consume(
    tx: Transaction,
    checkout: CheckoutEntity,
    orderId: string,
    actor: Actor,
  ): Promise<void> {
    for (const one of this.inOrder) await one.consume(tx, checkout, orderId, actor);
  }
}
