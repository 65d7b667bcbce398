import type { Clock } from '../kernel/clock';
import { money, toDecimal } from '../kernel/money';
import type { Transaction } from '../platform/database/transaction';
import type { EventLog } from '../platform/events/event-log';
import type { PaymentAlerts } from './payment-alerts';
import type { PaymentOutcome } from './payment-provider';
import type { PaymentRepository } from './persistence/payment.repository';
import type { RefundKeeper } from './refund-keeper';

/** The type of payments in the event log; it has events only where the shopper must be told of something. */
export const PAYMENT_AGGREGATE = 'payment';

/** Why money goes back although no order is made of it, and who is told. */
export interface ReturnNotice {
  readonly because: string;
  readonly email: string | undefined;
}

/** Gives back money that was taken for something that can no longer be sold, with a notice. */
export class ReturnMoney {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundKeeper,
    private readonly alerts: PaymentAlerts,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Does it once, however often the provider tells of the payment. */
  async giveBack(
    tx: Transaction,
    id: string,
    outcome: PaymentOutcome,
    { because, email }: ReturnNotice,
  ): Promise<void> {
    const payment = await this.payments.lock(tx, id);
    const isTaken = outcome.kind === 'captured' || outcome.kind === 'authorized';
    const isKept = payment?.state === 'CAPTURED' || payment?.state === 'AUTHORIZED';
    if (!payment || !isTaken || isKept || payment.returnedBecause !== null) return;
    const now = this.clock.now();
    const { reference } = outcome;
    const isCaptured = outcome.kind === 'captured';
    const to = isCaptured
      ? ({ state: 'CAPTURED', reference, returnedBecause: because } as const)
      : ({ state: 'VOIDED', reference, returnedBecause: because, cancelDueAt: now } as const);
    await this.payments.settle(tx, id, [payment.state], to, now);
    if (isCaptured) {
      const taken = { ...payment, reference: reference ?? payment.reference };
      const captured = { ...taken, state: 'CAPTURED' as const, capturedMinor: payment.amountMinor };
      // The payment's own id names the refund: it can only go back once.
      await this.refunds.refundOf(tx, [captured], id, payment.amountMinor);
    }
    await this.alerts.raise(tx, { kind: 'MONEY_RETURNED', payment, message: because });
    const amount = money(payment.amountMinor, payment.currencyCode);
    await this.events.append(tx, {
      aggregateType: PAYMENT_AGGREGATE,
      aggregateId: id,
      sequence: 1,
      type: 'RETURNED',
      payload: {
        checkoutId: payment.checkoutId,
        orderId: payment.orderId,
        email,
        amount: toDecimal(amount),
        currencyCode: amount.currencyCode,
        because,
      },
      actor: { kind: 'system' },
      occurredAt: now,
    });
  }
}
