import { money, toDecimal } from '../kernel/money';
import type { OrderPayments, PaymentKeeper } from '../payments';
import type { Transaction } from '../platform/database/transaction';
import type { OrderWork } from './commands/order-work';
import { paymentStatusOf } from './domain/order-balance';
import type { EventOrigin } from './order-events';
import type { NewRefund, RefundRepository, RefundState } from './persistence/refund.repository';

const bySystem: EventOrigin = { actor: { kind: 'system' }, requestId: undefined };

/** What orders want to know of money that moves without a command about them. */
export class OrderMoney {
  constructor(
    private readonly work: OrderWork,
    private readonly payments: PaymentKeeper,
    private readonly refunds: RefundRepository,
  ) {}

  /**
   * Something was captured, or became of a refund. In the transaction that wrote it. A refund that failed is owed
   * still: the order says so, and staff can give it back another way.
   */
  async moved(tx: Transaction, orderId: string, origin = bySystem): Promise<void> {
    const known = (await this.payments.ofOrders([orderId], tx.manager)).get(orderId);
    for (const refund of await this.refunds.ofOrders([orderId], tx.manager)) {
      const state = known && stateOf(refund, known);
      if (!state || state === refund.state) continue;
      await this.refunds.settle(tx, refund.id, state);
      if (state !== 'FAILED') continue;
      await this.work.noteMoney(tx, orderId, origin, ({ order: { currencyCode } }) => {
        const amount = toDecimal(money(refund.amountMinor, currencyCode));
        return { event: 'REFUND_FAILED', details: { refundId: refund.id, amount, currencyCode } };
      });
    }
    await this.work.noteMoney(tx, orderId, origin, ({ book }) => {
      const before = book.state.paymentStatus;
      const after = paymentStatusOf(book.money, before);
      const isNews = after !== before && (after === 'PAID' || after === 'PARTIALLY_PAID');
      // A provider captures all that it held, also for what was cancelled since.
      return isNews ? { event: 'PAID', overpaid: 'CANCELLATION' } : undefined;
    });
  }
}

function stateOf({ id }: NewRefund, { refunds }: OrderPayments): RefundState | undefined {
  const states = refunds.filter(({ refundId }) => refundId === id).map(({ state }) => state);
  if (states.length === 0) return undefined;
  if (states.includes('FAILED')) return 'FAILED';
  return states.includes('PENDING') ? 'PENDING' : 'DONE';
}
