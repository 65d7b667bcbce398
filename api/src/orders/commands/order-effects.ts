import type { StockKeeper } from '../../inventory';
import type { Clock } from '../../kernel/clock';
import { newId } from '../../kernel/ids';
import { money, toDecimal } from '../../kernel/money';
import type { PaymentKeeper } from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import { balanceOf } from '../domain/order-balance';
import type { LineUnits, OrderBook } from '../domain/order-book';
import type { OrderState } from '../domain/order-status';
import { demandOf } from '../persistence/line-demand';
import type { OrderLineEntity } from '../persistence/order.entity';
import type { OpenOrder } from '../persistence/read-order-book';
import type { NewRefund, RefundRepository } from '../persistence/refund.repository';

/** Goods that go back on the shelf. */
export interface Restock {
  readonly units: readonly LineUnits[];
  readonly kind: 'CANCELLATION' | 'RETURN';
}

/** A refund that a command has worked out. */
export type PlannedRefund = Omit<NewRefund, 'id' | 'orderId' | 'state' | 'actor' | 'createdAt'>;

/** What a command moves besides the order itself. */
export interface OrderMoves {
  readonly restock?: Restock;
  readonly refund?: PlannedRefund;
  /** Under which name what is no longer owed goes back at once. */
  readonly overpaid?: 'CANCELLATION' | 'EDIT';
}

/** A refund as its event tells of it. */
export interface GivenBack {
  readonly refundId: string;
  readonly amount: string;
  readonly currencyCode: string;
}

/** What a cancelled order used of promotions becomes somebody else's to use. */
export interface PromotionUsesPort {
  giveBack(
    tx: Transaction,
    order: { readonly id: string; readonly checkoutId: string },
  ): Promise<void>;
}

/** Moves the stock and the money of orders, in the transaction that changes the order. */
export class OrderEffects {
  constructor(
    private readonly stock: StockKeeper,
    private readonly payments: PaymentKeeper,
    private readonly promotionUses: PromotionUsesPort,
    private readonly refunds: RefundRepository,
    private readonly clock: Clock,
  ) {}

  /** Puts goods back. */
  async restock(
    tx: Transaction,
    orderId: string,
    lines: readonly OrderLineEntity[],
    { units, kind }: Restock,
    actor: Actor,
  ): Promise<void> {
    await this.stock.restock(tx, orderId, demandOf(lines, units), actor, kind);
  }

  /** Gives back what an order used that is cancelled from now on. Part of an order keeps the uses of the whole. */
  async endUses(tx: Transaction, { order }: OpenOrder, { status }: OrderState): Promise<void> {
    const isCancelled = status === 'CANCELLED' && order.status !== 'CANCELLED';
    if (isCancelled && order.promotions.length > 0) await this.promotionUses.giveBack(tx, order);
  }

  /** Gives back what was planned and, where asked, what is no longer owed; lets go of money that was only promised. */
  async settleMoney(
    tx: Transaction,
    { order }: OpenOrder,
    book: OrderBook,
    { refund, overpaid, reason }: OrderMoves & { readonly reason?: string },
    actor: Actor,
  ): Promise<{ readonly book: OrderBook; readonly givenBack?: GivenBack }> {
    const { overpaidMinor, owedMinor } = balanceOf(book.money);
    if (book.money.authorizedMinor > 0n && owedMinor === 0n) await this.payments.void(tx, order.id);
    if (refund) {
      return { book, givenBack: await this.giveBack(tx, order, refund, actor) };
    }
    if (!overpaid || overpaidMinor === 0n) return { book };
    const planned = { kind: overpaid, amountMinor: overpaidMinor, shippingMinor: 0n, lines: [] };
    const givenBack = await this.giveBack(tx, order, { ...planned, reason }, actor);
    const refundedMinor = book.money.refundedMinor + overpaidMinor;
    return { book: { ...book, money: { ...book.money, refundedMinor } }, givenBack };
  }

  /** Records that what is still due has arrived: what was promised is captured, the rest is a payment of its own. */
  async collect(tx: Transaction, { order, book }: OpenOrder): Promise<OrderBook> {
    const { authorizedMinor } = book.money;
    const { dueMinor } = balanceOf(book.money);
    const promised = authorizedMinor < dueMinor ? authorizedMinor : dueMinor;
    if (authorizedMinor > 0n) await this.payments.capture(tx, order.id, promised);
    const restMinor = dueMinor - promised;
    if (restMinor > 0n) {
      const amount = money(restMinor, order.currencyCode);
      const outcome = { kind: 'captured' } as const;
      await this.payments.open(
        tx,
        { id: newId(), providerCode: 'manual', amount },
        { outcome, orderId: order.id },
      );
    }
    const capturedMinor = book.money.capturedMinor + dueMinor;
    return { ...book, money: { ...book.money, capturedMinor, authorizedMinor: 0n } };
  }

  private async giveBack(
    tx: Transaction,
    { id: orderId, currencyCode }: OpenOrder['order'],
    refund: PlannedRefund,
    actor: Actor,
  ): Promise<GivenBack> {
    const id = newId();
    const { amountMinor } = refund;
    const parts =
      amountMinor > 0n
        ? await this.payments.refund(tx, { orderId, refundId: id, amountMinor })
        : [];
    const state = parts.some((part) => part.state === 'PENDING') ? 'PENDING' : 'DONE';
    const createdAt = this.clock.now();
    await this.refunds.insert(tx, { ...refund, id, orderId, state, actor, createdAt });
    return { refundId: id, amount: toDecimal(money(amountMinor, currencyCode)), currencyCode };
  }
}
