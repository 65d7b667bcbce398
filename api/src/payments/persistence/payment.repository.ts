import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { PaymentState } from '../domain/payment-state';
import type { RefundPart } from '../domain/share-refund';
import { PaymentEntity } from './payment.entity';

/** What is known of a payment when it is first written. */
export type InsertedPayment = Pick<
  PaymentEntity,
  'id' | 'checkoutId' | 'orderId' | 'providerCode' | 'state' | 'amountMinor' | 'currencyCode'
> & { readonly reference: string | null };

/** A part of a refund, as it is stored. */
export interface StoredRefund {
  readonly id: string;
  readonly refundId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly state: 'PENDING' | 'DONE' | 'FAILED';
}

type RefundRow = Omit<StoredRefund, 'amountMinor'> & { readonly amountMinor: string };

const REFUND_COLUMNS = `id, refund_id AS "refundId", payment_id AS "paymentId", amount_minor AS "amountMinor", state`;

/** While one process asks a provider, no other does; the next takes over when it has died. */
const LEASE_SECONDS = 60;

/** Sums of an order's payments, in minor units. */
export interface PaymentTotalsRow {
  readonly orderId: string;
  readonly captured: string;
  readonly refunded: string;
  readonly authorized: string;
}

/** Reads and writes payments and their refunds. */
export class PaymentRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(tx: Transaction, payment: InsertedPayment, now: Date): Promise<void> {
    const amountMinor = payment.amountMinor.toString();
    await tx.manager.query(
      `INSERT INTO payment (id, checkout_id, order_id, provider_code, state, amount_minor, currency_code,
         reference, captured_minor, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        payment.id,
        payment.checkoutId,
        payment.orderId,
        payment.providerCode,
        payment.state,
        amountMinor,
        payment.currencyCode,
        payment.reference,
        payment.state === 'CAPTURED' ? amountMinor : '0',
        now,
      ],
    );
  }

  /** Writes several payments that have arrived for one order, in one statement. */
  async insertCaptured(
    tx: Transaction,
    payments: readonly Omit<InsertedPayment, 'state'>[],
    now: Date,
  ): Promise<void> {
    const rows = payments.map((payment) => ({
      id: payment.id,
      checkout_id: payment.checkoutId,
      order_id: payment.orderId,
      provider_code: payment.providerCode,
      amount_minor: payment.amountMinor.toString(),
      currency_code: payment.currencyCode,
      reference: payment.reference,
    }));
    await tx.manager.query(
      `INSERT INTO payment (id, checkout_id, order_id, provider_code, state, amount_minor, currency_code,
         reference, captured_minor, created_at, updated_at)
       SELECT p.id, p.checkout_id, p.order_id, p.provider_code, 'CAPTURED', p.amount_minor, p.currency_code,
         p.reference, p.amount_minor, $2, $2
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, checkout_id uuid, order_id uuid, provider_code text,
         amount_minor bigint, currency_code text, reference text)`,
      [JSON.stringify(rows), now],
    );
  }

  /** Writes what became of a payment if it is still in one of these states; tells whether it was. */
  async settle(
    tx: Transaction,
    id: string,
    from: readonly PaymentState[],
    to: {
      readonly state: PaymentState;
      readonly orderId?: string;
      readonly reference?: string;
      readonly capturedMinor?: bigint;
      readonly returnedBecause?: string;
      /** When the provider is to be told that nothing will be taken. */
      readonly cancelDueAt?: Date;
    },
    now: Date,
  ): Promise<boolean> {
    const [, count] = await tx.manager.query<[unknown[], number]>(
      `UPDATE payment SET state = $3, order_id = coalesce($4, order_id), reference = coalesce($5, reference),
         captured_minor = CASE WHEN $3 = 'CAPTURED' THEN coalesce($6, amount_minor) ELSE captured_minor END,
         returned_because = coalesce($7, returned_because), cancel_due_at = $9, attempts = 0, updated_at = $8
       WHERE id = $1 AND state = ANY($2)`,
      [
        id,
        from,
        to.state,
        to.orderId ?? null,
        to.reference ?? null,
        to.capturedMinor?.toString() ?? null,
        to.returnedBecause ?? null,
        now,
        to.cancelDueAt ?? null,
      ],
    );
    return count > 0;
  }

  find(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PaymentEntity | null> {
    return manager.findOneBy(PaymentEntity, { id });
  }

  /** A payment by what its provider calls it. */
  byReference(providerCode: string, reference: string): Promise<PaymentEntity | null> {
    return this.dataSource.manager.findOneBy(PaymentEntity, { providerCode, reference });
  }

  /** A payment, locked until the transaction ends. */
  lock(tx: Transaction, id: string): Promise<PaymentEntity | null> {
    return tx.manager.findOne(PaymentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The payments of an order, oldest first, locked until the transaction ends. */
  lockOfOrder(tx: Transaction, orderId: string): Promise<PaymentEntity[]> {
    return tx.manager.find(PaymentEntity, {
      where: { orderId },
      order: { createdAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The payments of several orders, oldest first, and all that went back of them. */
  async ofOrders(
    orderIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ payments: PaymentEntity[]; refunds: StoredRefund[] }> {
    const payments = await manager
      .createQueryBuilder(PaymentEntity, 'p')
      .where('p.order_id = ANY(:orderIds)', { orderIds })
      .orderBy('p.created_at')
      .addOrderBy('p.id')
      .getMany();
    if (!payments.some(({ capturedMinor }) => capturedMinor > 0n)) return { payments, refunds: [] };
    const rows: RefundRow[] = await manager.query(
      `SELECT ${REFUND_COLUMNS} FROM refund WHERE payment_id = ANY($1) ORDER BY created_at, id`,
      [payments.map(({ id }) => id)],
    );
    return { payments, refunds: rows.map(toRefund) };
  }

  /** The sums of several orders' payments, in one statement. */
  totalsOf(
    orderIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PaymentTotalsRow[]> {
    return manager.query(
      `SELECT order_id AS "orderId", sum(captured_minor)::text AS captured, sum(refunded_minor)::text AS refunded,
         coalesce(sum(amount_minor) FILTER (WHERE state = 'AUTHORIZED'), 0)::text AS authorized
       FROM payment WHERE order_id = ANY($1) GROUP BY order_id`,
      [orderIds],
    );
  }

  /** The parts of a refund that was asked for before. */
  async partsOf(tx: Transaction, refundId: string): Promise<StoredRefund[]> {
    const rows: RefundRow[] = await tx.manager.query(
      `SELECT ${REFUND_COLUMNS} FROM refund WHERE refund_id = $1 ORDER BY created_at, id`,
      [refundId],
    );
    return rows.map(toRefund);
  }

  /** Takes payments whose provider is to be told that nothing will be taken; each attempt is followed by a longer pause. */
  async takeToCancel(now: Date, limit: number): Promise<PaymentEntity[]> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE payment SET attempts = attempts + 1,
         cancel_due_at = $1::timestamptz + make_interval(secs => least($2 * 2 ^ least(attempts, 10), 3600))
       WHERE id IN (SELECT id FROM payment WHERE cancel_due_at <= $1 ORDER BY cancel_due_at LIMIT $3
         FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, LEASE_SECONDS, limit],
    );
    return this.dataSource.manager.findBy(PaymentEntity, { id: In(rows.map(({ id }) => id)) });
  }

  /** Notes that the provider knows that nothing will be taken. */
  async cancelled(id: string, reference: string | undefined): Promise<void> {
    await this.dataSource.query(
      `UPDATE payment SET cancel_due_at = NULL, reference = coalesce(reference, $2) WHERE id = $1`,
      [id, reference ?? null],
    );
  }

  async insertRefunds(
    tx: Transaction,
    refundId: string,
    parts: readonly (RefundPart & Pick<StoredRefund, 'id' | 'state'>)[],
    now: Date,
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO refund (id, refund_id, payment_id, amount_minor, state, due_at, created_at, updated_at)
       SELECT p.id, $1, p.payment_id, p.amount_minor, p.state, CASE WHEN p.state = 'PENDING' THEN $6::timestamptz END, $6, $6
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[]) AS p(id, payment_id, amount_minor, state)`,
      [
        refundId,
        parts.map(({ id }) => id),
        parts.map(({ paymentId }) => paymentId),
        parts.map(({ amountMinor }) => amountMinor.toString()),
        parts.map(({ state }) => state),
        now,
      ],
    );
  }
}

function toRefund(row: RefundRow): StoredRefund {
  return { ...row, amountMinor: BigInt(row.amountMinor) };
}
