import { accepted } from '../kernel/result';
import type { TransactionRunner } from '../platform/database/transaction';
import type { PaymentAlerts } from './payment-alerts';
import type { RefundOutcome } from './payment-provider';
import type { RefundRepository } from './persistence/refund.repository';
import type { TakeAnswer } from './take-answer';

/** Writes what became of a part of a refund, whoever heard it. */
export class SettleRefund {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly refunds: RefundRepository,
    private readonly alerts: PaymentAlerts,
    private readonly answer: TakeAnswer,
    private readonly now: () => Date,
  ) {}

  /** Tells whether there is such a part. A refund that was done can still fail: the bank sends it back. */
  async take(id: string, outcome: RefundOutcome): Promise<boolean> {
    const result = await this.transactions.run(async (tx) => {
      const known = await this.refunds.lock(tx, id);
      if (!known) return accepted(false);
      const { refund, payment } = known;
      const state = ({ done: 'DONE', pending: 'PENDING', failed: 'FAILED' } as const)[outcome.kind];
      const isNews = refund.state !== state && !(refund.state !== 'PENDING' && state !== 'FAILED');
      if (isNews) {
        await this.refunds.settle(tx, id, state, outcome, this.now());
        if (outcome.kind === 'failed') {
          const message = `A refund did not reach the shopper: ${outcome.message}`;
          await this.alerts.raise(tx, { kind: 'REFUND_FAILED', payment, message });
        }
        await this.answer.moved(tx, payment.orderId);
      }
      return accepted(true);
    });
    return result.ok && result.value;
  }
}
