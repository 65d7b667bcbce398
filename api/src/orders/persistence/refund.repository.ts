import type { DataSource, EntityManager } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { Actor } from '../../platform/events/event-log';
import type { LineUnits } from '../domain/order-book';

export type RefundKind = 'CANCELLATION' | 'EDIT' | 'REFUND' | 'RETURN';
export type RefundState = 'DONE' | 'PENDING' | 'FAILED';

/** Units of a line in a refund, and what they came to. */
export type RefundedUnits = LineUnits & { readonly amountMinor: bigint };

/** A refund as it is written down. */
export interface NewRefund {
  readonly id: string;
  readonly orderId: string;
  readonly kind: RefundKind;
  readonly state: RefundState;
  readonly amountMinor: bigint;
  readonly shippingMinor: bigint;
  readonly lines: readonly RefundedUnits[];
  readonly reason?: string;
  readonly returnId?: string;
  readonly actor: Actor;
  readonly createdAt: Date;
}

interface RefundRow extends Omit<
  NewRefund,
  'amountMinor' | 'shippingMinor' | 'lines' | 'reason' | 'returnId'
> {
  readonly amountMinor: string;
  readonly shippingMinor: string;
  readonly lines: readonly (LineUnits & { readonly amountMinor: string })[];
  readonly reason: string | null;
  readonly returnId: string | null;
}

/** Writes and reads refunds of orders. */
export class RefundRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes a refund down. */
  async insert(tx: Transaction, refund: NewRefund): Promise<void> {
    const lines = refund.lines.map((line) => ({
      ...line,
      amountMinor: line.amountMinor.toString(),
    }));
    await tx.manager.query(
      `INSERT INTO order_refund (id, order_id, kind, state, amount_minor, shipping_minor, lines, reason, return_id,
         actor, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        refund.id,
        refund.orderId,
        refund.kind,
        refund.state,
        refund.amountMinor.toString(),
        refund.shippingMinor.toString(),
        JSON.stringify(lines),
        refund.reason ?? null,
        refund.returnId ?? null,
        JSON.stringify(refund.actor),
        refund.createdAt,
      ],
    );
  }

  /** Writes down what became of a refund whose provider was asked. */
  async settle(tx: Transaction, id: string, state: RefundState): Promise<void> {
    await tx.manager.query(`UPDATE order_refund SET state = $2 WHERE id = $1`, [id, state]);
  }

  /** The refunds of several orders in one statement, oldest first. */
  async ofOrders(
    orderIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<NewRefund[]> {
    const rows: RefundRow[] = await manager.query(
      `SELECT id, order_id AS "orderId", kind, state, amount_minor AS "amountMinor", shipping_minor AS "shippingMinor",
         lines, reason, return_id AS "returnId", actor, created_at AS "createdAt"
       FROM order_refund WHERE order_id = ANY($1) ORDER BY order_id, created_at, id`,
      [orderIds],
    );
    return rows.map((row) => ({
      ...row,
      amountMinor: BigInt(row.amountMinor),
      shippingMinor: BigInt(row.shippingMinor),
      lines: row.lines.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) })),
      reason: row.reason ?? undefined,
      returnId: row.returnId ?? undefined,
    }));
  }
}
