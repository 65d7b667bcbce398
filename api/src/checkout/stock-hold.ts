import { stockDemand, type StockKeeper } from '../inventory';
import type { Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/events/event-log';
import type { CheckoutHold } from './checkout-hold';
import type { CheckoutEntity } from './persistence/checkout.entity';
import type { Quote } from './quote';
import { goodsOf } from './quoted-parts';

/** The units that a locked checkout keeps for itself. */
export class StockHold implements CheckoutHold {
  constructor(private readonly stock: StockKeeper) {}

  hold(
    tx: Transaction,
    { id }: CheckoutEntity,
    { lines }: Quote,
    until: Date,
  ): Promise<Result<null>> {
    return this.stock.reserve(tx, id, stockDemand(lines.map(goodsOf)), until);
  }

  release(tx: Transaction, { id }: CheckoutEntity): Promise<void> {
    return this.stock.release(tx, id);
  }

  async consume(
    tx: Transaction,
    { id }: CheckoutEntity,
    orderId: string,
    actor: Actor,
  ): Promise<void> {
    await this.stock.consume(tx, id, orderId, actor);
  }
}
