import type { EntityManager } from 'typeorm';

import type { PaymentKeeper, PaymentTotals } from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import { thawTaxLines } from '../../pricing';
import type {
  BookLine,
  BookParcel,
  LineUnits,
  OrderBook,
  ParcelStatus,
} from '../domain/order-book';
import { type OrderEntity, OrderLineEntity } from './order.entity';
import type { OrderRepository } from './order.repository';

/** A placed order with all that rules look at, locked until the transaction ends. */
export interface OpenOrder {
  readonly order: OrderEntity;
  readonly lines: readonly OrderLineEntity[];
  readonly book: OrderBook;
  /** Promised and not captured, in minor units. */
  readonly authorizedMinor: bigint;
}

interface ParcelRow {
  readonly id: string;
  readonly orderId: string;
  readonly number: number;
  readonly status: ParcelStatus;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly lines: readonly LineUnits[];
}

/** Reads and writes what became of orders' goods. */
export class OrderBookRepository {
  constructor(
    private readonly orders: OrderRepository,
    private readonly payments: PaymentKeeper,
  ) {}

  /** The order and its book. Whoever else wants to change it waits. */
  async open(tx: Transaction, orderId: string): Promise<OpenOrder | undefined> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) return undefined;
    const { manager } = tx;
    const lines = await manager.find(OrderLineEntity, {
      where: { orderId },
      order: { position: 'ASC' },
    });
    const parcels = await parcelsOf(manager, [orderId]);
    const payments = (await this.payments.totalsOf([orderId], manager)).get(orderId);
    const book = bookOf(order, lines, parcels.get(orderId) ?? [], payments);
    return { order, lines, book, authorizedMinor: payments?.authorizedMinor ?? 0n };
  }

  /** Writes what became of the goods since the book was read. */
  async save(tx: Transaction, orderId: string, before: OrderBook, after: OrderBook): Promise<void> {
    await this.saveLines(tx, before.lines, after.lines);
    const known = new Map(before.parcels.map((parcel) => [parcel.id, parcel]));
    for (const parcel of after.parcels) {
      const old = known.get(parcel.id);
      if (!old) await this.insertParcel(tx, orderId, parcel);
      else if (old !== parcel) await this.updateParcel(tx, parcel);
    }
  }

  private async saveLines(
    tx: Transaction,
    before: readonly BookLine[],
    after: readonly BookLine[],
  ): Promise<void> {
    const known = new Map(before.map((line) => [line.id, line]));
    const changed = after.filter((line) => {
      const old = known.get(line.id);
      return old && counters(old) !== counters(line);
    });
    if (changed.length === 0) return;
    await tx.manager.query(
      `UPDATE order_line l SET cancelled_quantity = c.cancelled, packed_quantity = c.packed,
         refunded_quantity = c.refunded, returned_quantity = c.returned
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, cancelled int, packed int, refunded int, returned int)
       WHERE l.id = c.id`,
      [
        JSON.stringify(
          changed.map((line) => ({
            id: line.id,
            cancelled: line.cancelledQuantity,
            packed: line.packedQuantity,
            refunded: line.refundedQuantity,
            returned: line.returnedQuantity,
          })),
        ),
      ],
    );
  }

  private async insertParcel(tx: Transaction, orderId: string, parcel: BookParcel): Promise<void> {
    await tx.manager.query(
      `WITH made AS (
         INSERT INTO parcel (id, order_id, number, status, carrier, tracking_number, tracking_url, created_at, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       )
       INSERT INTO parcel_line (parcel_id, line_id, quantity)
       SELECT $1, * FROM unnest($10::uuid[], $11::int[])`,
      [
        parcel.id,
        orderId,
        parcel.number,
        parcel.status,
        parcel.carrier ?? null,
        parcel.trackingNumber ?? null,
        parcel.trackingUrl ?? null,
        parcel.createdAt,
        parcel.sentAt ?? null,
        parcel.lines.map(({ lineId }) => lineId),
        parcel.lines.map(({ quantity }) => quantity),
      ],
    );
  }

  private async updateParcel(tx: Transaction, parcel: BookParcel): Promise<void> {
    await tx.manager.query(
      `UPDATE parcel SET status = $2, carrier = $3, tracking_number = $4, tracking_url = $5, sent_at = $6,
         delivered_at = $7 WHERE id = $1`,
      [
        parcel.id,
        parcel.status,
        parcel.carrier ?? null,
        parcel.trackingNumber ?? null,
        parcel.trackingUrl ?? null,
        parcel.sentAt ?? null,
        parcel.deliveredAt ?? null,
      ],
    );
  }
}

/** The parcels of several orders in one statement, in the order of their numbers. */
export async function parcelsOf(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, BookParcel[]>> {
  const rows: ParcelRow[] = await manager.query(
    `SELECT p.id, p.order_id AS "orderId", p.number, p.status, p.carrier, p.tracking_number AS "trackingNumber",
       p.tracking_url AS "trackingUrl", p.created_at AS "createdAt", p.sent_at AS "sentAt",
       p.delivered_at AS "deliveredAt",
       (SELECT jsonb_agg(jsonb_build_object('lineId', l.line_id, 'quantity', l.quantity) ORDER BY o.position)
        FROM parcel_line l JOIN order_line o ON o.id = l.line_id WHERE l.parcel_id = p.id) AS lines
     FROM parcel p WHERE p.order_id = ANY($1) ORDER BY p.order_id, p.number`,
    [orderIds],
  );
  const parcels = new Map<string, BookParcel[]>();
  for (const { orderId, ...row } of rows) {
    const parcel: BookParcel = {
      ...row,
      carrier: row.carrier ?? undefined,
      trackingNumber: row.trackingNumber ?? undefined,
      trackingUrl: row.trackingUrl ?? undefined,
      sentAt: row.sentAt ?? undefined,
      deliveredAt: row.deliveredAt ?? undefined,
    };
    parcels.set(orderId, [...(parcels.get(orderId) ?? []), parcel]);
  }
  return parcels;
}

/** Puts together what rules look at. */
export function bookOf(
  order: OrderEntity,
  lines: readonly OrderLineEntity[],
  parcels: readonly BookParcel[],
  payments: PaymentTotals | undefined,
): OrderBook {
  const { status, paymentStatus, fulfilmentStatus } = order;
  return {
    state: { status, paymentStatus, fulfilmentStatus },
    lines: lines.map(bookLineOf),
    parcels,
    money: {
      totalMinor: order.totalMinor,
      cancelledMinor: order.cancelledMinor,
      creditedMinor: order.creditedMinor,
      refundedShippingMinor: order.refundedShippingMinor,
      capturedMinor: payments?.capturedMinor ?? 0n,
      refundedMinor: payments?.refundedMinor ?? 0n,
    },
  };
}

/** What a line was sold for. */
export function costOfLine(line: OrderLineEntity) {
  const { discountsMinor, taxMinor, totalMinor, taxLines } = line;
  const subtotalMinor = line.unitPriceMinor * BigInt(line.quantity);
  return {
    subtotalMinor,
    discountsMinor,
    shippingMinor: 0n,
    taxMinor,
    totalMinor: totalMinor ?? subtotalMinor,
    taxLines: thawTaxLines(taxLines),
  };
}

/** A line as rules look at it. */
export function bookLineOf(line: OrderLineEntity): BookLine {
  const { id, quantity, cancelledQuantity, packedQuantity, refundedQuantity } = line;
  const { returnedQuantity } = line;
  const counts = { cancelledQuantity, packedQuantity, refundedQuantity, returnedQuantity };
  return { id, quantity, ...counts, cost: costOfLine(line) };
}

function counters(line: BookLine): string {
  const { cancelledQuantity, packedQuantity, refundedQuantity, returnedQuantity } = line;
  return [cancelledQuantity, packedQuantity, refundedQuantity, returnedQuantity].join();
}
