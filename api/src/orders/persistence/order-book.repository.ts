import type { PaymentKeeper } from '../../payments';
import type { Transaction } from '../../platform/database/transaction';
import type { BookLine, BookParcel, OrderBook } from '../domain/order-book';
import { OrderLineEntity } from './order.entity';
import type { OrderRepository } from './order.repository';
import { bookOf, type OpenOrder, parcelsOf } from './read-order-book';

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
    return { order, lines, book };
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

function counters(line: BookLine): string {
  const { cancelledQuantity, packedQuantity, refundedQuantity, returnedQuantity } = line;
  return [cancelledQuantity, packedQuantity, refundedQuantity, returnedQuantity].join();
}
