import type { DataSource } from 'typeorm';

import type { Clock } from '../kernel/clock';
import { newId } from '../kernel/ids';
import type { Transaction } from '../platform/database/transaction';

/** What went otherwise than it should, so that somebody looks at it. */
export const alertKinds = [
  'WRONG_AMOUNT',
  'UNKNOWN_PAYMENT',
  'MONEY_RETURNED',
  'REFUND_FAILED',
  'FOREIGN_REFUND',
  'AUTHORIZATION_LOST',
] as const;
export type AlertKind = (typeof alertKinds)[number];

interface AlertRow {
  readonly id: string;
  readonly kind: AlertKind;
  readonly paymentId: string | null;
  readonly orderId: string | null;
  readonly message: string;
  readonly raisedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
}

/** An alert as it is stored. */
export type PaymentAlert = AlertRow;

const COLUMNS = `id, kind, payment_id AS "paymentId", order_id AS "orderId", message, raised_at AS "raisedAt",
  resolved_at AS "resolvedAt", resolved_by AS "resolvedBy"`;

/** Keeps what about payments needs a person's eye until somebody has looked at it. */
export class PaymentAlerts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Says it once, until somebody has looked at it. */
  async raise(
    tx: Transaction,
    alert: {
      readonly kind: AlertKind;
      readonly payment?: { readonly id: string; readonly orderId: string | null };
      readonly message: string;
    },
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO payment_alert (id, kind, payment_id, order_id, message, raised_at)
       SELECT $1, $2, $3::uuid, $4::uuid, $5, $6 WHERE NOT EXISTS (
         SELECT 1 FROM payment_alert WHERE kind = $2 AND payment_id = $3 AND resolved_at IS NULL)`,
      [
        newId(),
        alert.kind,
        alert.payment?.id ?? null,
        alert.payment?.orderId ?? null,
        alert.message,
        this.clock.now(),
      ],
    );
  }

  /** Those nobody has looked at, newest first. */
  open(limit: number): Promise<PaymentAlert[]> {
    return this.dataSource.query(
      `SELECT ${COLUMNS} FROM payment_alert WHERE resolved_at IS NULL ORDER BY raised_at DESC, id DESC LIMIT $1`,
      [limit],
    );
  }

  /** Notes that somebody has looked at it; undefined when there is no such alert. */
  async resolve(tx: Transaction, id: string, by: string): Promise<PaymentAlert | undefined> {
    const [rows] = await tx.manager.query<[PaymentAlert[], number]>(
      `UPDATE payment_alert SET resolved_at = coalesce(resolved_at, $2), resolved_by = coalesce(resolved_by, $3)
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, this.clock.now(), by],
    );
    return rows[0];
  }
}
