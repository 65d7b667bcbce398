import type { DataSource } from 'typeorm';

import type { Clock } from '../../kernel/clock';
import { type Money, money } from '../../kernel/money';
import type { Transaction } from '../../platform/database/transaction';
import type { RefundOutcome } from '../payment-provider';
import { PaymentEntity } from './payment.entity';

/** A part of a refund that its provider is to be asked for. */
export interface DueRefund {
  readonly id: string;
  readonly providerCode: string;
  readonly reference: string;
  readonly amount: Money;
}

interface DueRow extends Omit<DueRefund, 'amount'> {
  readonly amountMinor: string;
  readonly currencyCode: string;
}

/** While one process asks, no other does; the next takes over when it has died. */
const LEASE_SECONDS = 60;

/** The parts of refunds on their way through providers. */
export class RefundRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes parts whose provider is to be asked; each attempt is followed by a longer pause. */
  async takeDue(limit: number): Promise<DueRefund[]> {
    const now = this.clock.now();
    const [rows] = await this.dataSource.query<[DueRow[], number]>(
      `UPDATE refund r SET attempts = r.attempts + 1,
         due_at = $1::timestamptz + make_interval(secs => least($2 * 2 ^ r.attempts, 3600))
       FROM payment p
       WHERE p.id = r.payment_id AND r.id IN (
         SELECT id FROM refund WHERE state = 'PENDING' AND due_at <= $1
         ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING r.id, p.provider_code AS "providerCode", p.reference, r.amount_minor AS "amountMinor",
         p.currency_code AS "currencyCode"`,
      [now, LEASE_SECONDS, limit],
    );
    return rows.map(({ amountMinor, currencyCode, ...row }) => ({
      ...row,
      amount: money(BigInt(amountMinor), currencyCode),
    }));
  }

  /** A part and its payment, locked until the transaction ends. */
  async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ refund: { state: string }; payment: PaymentEntity } | undefined> {
    const found: { paymentId: string }[] = await tx.manager.query(
      `SELECT payment_id AS "paymentId" FROM refund WHERE id = $1`,
      [id],
    );
    const paymentId = found[0]?.paymentId;
    const payment =
      paymentId &&
      (await tx.manager.findOne(PaymentEntity, {
        where: { id: paymentId },
        lock: { mode: 'pessimistic_write' },
      }));
    if (!payment) return undefined;
    const [refund]: { state: string }[] = await tx.manager.query(
      'SELECT state FROM refund WHERE id = $1 FOR UPDATE',
      [id],
    );
    return refund && { refund, payment };
  }

  async settle(
    tx: Transaction,
    id: string,
    state: 'PENDING' | 'DONE' | 'FAILED',
    outcome: RefundOutcome,
    now: Date,
  ): Promise<void> {
    await tx.manager.query(
      `UPDATE refund SET state = $2, reference = coalesce($3, reference), failure = $4, updated_at = $5 WHERE id = $1`,
      [
        id,
        state,
        outcome.kind === 'failed' ? null : outcome.reference,
        outcome.kind === 'failed' ? outcome.message : null,
        now,
      ],
    );
  }
}
