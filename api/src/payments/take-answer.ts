import { accepted } from '../kernel/result';
import type { Transaction, TransactionRunner } from '../platform/database/transaction';
import type { PaymentAlerts } from './payment-alerts';
import type { PaymentOutcome } from './payment-provider';
import type { PaymentEntity } from './persistence/payment.entity';
import type { PaymentRepository } from './persistence/payment.repository';
import type { ReturnMoney } from './return-money';

/** Who must hear what becomes of payments. */
export interface PaymentListeners {
  /** A payment that was made for a checkout and of which no order has been made. */
  onUnkept(payment: PaymentEntity, outcome: PaymentOutcome): Promise<void>;
  /** What was captured or given back for an order has changed. In the transaction that changed it. */
  onMoved(tx: Transaction, orderId: string): Promise<void>;
}

/** Takes what a provider has told of a payment to wherever the payment stands now. */
export class TakeAnswer {
  private readonly listeners: Partial<PaymentListeners> = {};

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly payments: PaymentRepository,
    private readonly returns: ReturnMoney,
    private readonly alerts: PaymentAlerts,
    private readonly now: () => Date,
  ) {}

  /** Says who must hear of it. */
  listen(listeners: Partial<PaymentListeners>): void {
    Object.assign(this.listeners, listeners);
  }

  /** Tells that what was captured or given back for an order has changed. */
  async moved(tx: Transaction, orderId: string | null): Promise<void> {
    if (orderId) await this.listeners.onMoved?.(tx, orderId);
  }

  /** Safe to repeat, in any order: it looks at what the payment is, not at what came before. */
  async take(payment: PaymentEntity, outcome: PaymentOutcome): Promise<void> {
    const { id, state, orderId } = payment;
    if (!orderId && !payment.returnedBecause) {
      await this.listeners.onUnkept?.(payment, outcome);
    } else if (state === 'AUTHORIZED' && outcome.kind === 'captured') {
      await this.move(payment, { state: 'CAPTURED', capturedMinor: outcome.amountMinor });
    } else if (state === 'AUTHORIZED' && outcome.kind === 'declined') {
      await this.move(payment, { state: 'VOIDED' });
    } else if (state === 'VOIDED' && outcome.kind === 'captured' && !payment.returnedBecause) {
      await this.transactions.run(async (tx) => {
        const because = 'The order was cancelled before the money arrived.';
        await this.returns.giveBack(tx, id, outcome, { because, email: undefined });
        await this.moved(tx, orderId);
        return accepted(null);
      });
    }
  }

  private async move(
    payment: PaymentEntity,
    to: { readonly state: 'CAPTURED' | 'VOIDED'; readonly capturedMinor?: bigint },
  ): Promise<void> {
    const { id, orderId } = payment;
    await this.transactions.run(async (tx) => {
      const isMoved = await this.payments.settle(tx, id, ['AUTHORIZED'], to, this.now());
      if (isMoved && to.state === 'VOIDED') {
        const message = 'The card provider no longer promises the money for this order.';
        await this.alerts.raise(tx, { kind: 'AUTHORIZATION_LOST', payment, message });
      }
      if (isMoved) await this.moved(tx, orderId);
      return accepted(null);
    });
  }
}
