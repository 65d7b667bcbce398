import type { EntityManager } from 'typeorm';

import type { PaymentTotals } from '../../payments';
import { thawTaxLines } from '../../pricing';
import type {
  BookLine,
  BookParcel,
  LineUnits,
  OrderBook,
  ParcelStatus,
} from '../domain/order-book';
import type { OrderEntity, OrderLineEntity } from './order.entity';

/** A placed order with all that rules look at, locked until the transaction ends. */
export interface OpenOrder {
  readonly order: OrderEntity;
  readonly lines: readonly OrderLineEntity[];
  readonly book: OrderBook;
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
      authorizedMinor: payments?.authorizedMinor ?? 0n,
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
