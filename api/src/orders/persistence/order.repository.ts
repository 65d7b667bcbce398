import type { Transaction } from '../../platform/database/transaction';
import { eventInsertion, type PreparedEvent } from '../../platform/events/event-log';
import { OrderEntity, OrderLineEntity } from './order.entity';

/** Writes orders. */
export class OrderRepository {
  /**
   * Writes a new order with its lines and its event, in one statement, and returns the number it got. A number that
   * a rollback wasted is not given again, so nobody waits for another's.
   */
  async insert(
    tx: Transaction,
    { prefix, ...order }: Omit<OrderEntity, 'number'> & { readonly prefix: string },
    lines: readonly OrderLineEntity[],
    event: PreparedEvent,
  ): Promise<string> {
    const rows: { number: string }[] = await tx.manager.query(
      `WITH placed AS (
         INSERT INTO orders (id, number, version, status, payment_status, fulfilment_status, checkout_id,
           customer_id, email, shipping_address, shipping_method_name, payment_method_name,
           currency_code, subtotal_minor, discounts_minor, shipping_minor, tax_minor, total_minor,
           tracking_token, placed_at, tax_lines, gift_cards, promotions)
         VALUES ($1, concat($2::text, '-', nextval('order_number')), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
           $14, $15, $16, $17, $18, $19, $20, $23, $24, $25)
         RETURNING number
       ), lines AS (
         INSERT INTO order_line (id, order_id, position, product_id, variation_id, product_title,
           variation_title, sku, image, parts, quantity, unit_price_minor, discounts_minor, tax_minor,
           total_minor, tax_lines, is_gift_card, promotions)
         SELECT l.id, $1, l.position, l.product_id, l.variation_id, l.product_title, l.variation_title,
           l.sku, l.image, l.parts, l.quantity, l.unit_price_minor, l.discounts_minor, l.tax_minor,
           l.total_minor, l.tax_lines, l.is_gift_card, l.promotions
         FROM jsonb_to_recordset($21::jsonb) AS l(id uuid, position int, product_id uuid,
           variation_id uuid, product_title text, variation_title text, sku text, image jsonb,
           parts jsonb, quantity int, unit_price_minor bigint, discounts_minor bigint, tax_minor bigint,
           total_minor bigint, tax_lines jsonb, is_gift_card boolean, promotions jsonb)
       ), logged AS (${eventInsertion('$22')})
       SELECT number FROM placed`,
      [
        order.id,
        prefix,
        order.version,
        order.status,
        order.paymentStatus,
        order.fulfilmentStatus,
        order.checkoutId,
        order.customerId,
        order.email,
        JSON.stringify(order.shippingAddress),
        order.shippingMethodName,
        order.paymentMethodName,
        order.currencyCode,
        order.subtotalMinor.toString(),
        order.discountsMinor.toString(),
        order.shippingMinor.toString(),
        order.taxMinor.toString(),
        order.totalMinor.toString(),
        order.trackingToken,
        order.placedAt,
        lineRows(lines),
        event.parameter,
        JSON.stringify(order.taxLines),
        JSON.stringify(order.giftCards),
        JSON.stringify(order.promotions),
      ],
    );
    return rows[0]?.number ?? '';
  }

  /** Writes more lines of an order that is placed already. */
  async insertLines(tx: Transaction, lines: readonly OrderLineEntity[]): Promise<void> {
    await tx.manager.insert(OrderLineEntity, lines as OrderLineEntity[]);
  }

  /** An order, locked until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<OrderEntity | undefined> {
    const order = await tx.manager.findOne(OrderEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return order ?? undefined;
  }

  /** Writes what changed of a locked order and counts the change. */
  async update(tx: Transaction, order: OrderEntity, changes: Partial<OrderEntity>): Promise<void> {
    await tx.manager.update(
      OrderEntity,
      { id: order.id },
      { ...changes, version: order.version + 1 },
    );
  }
}

/** All lines as one parameter, so that the statement is the same however many there are. */
function lineRows(lines: readonly OrderLineEntity[]): string {
  return JSON.stringify(
    lines.map((line) => ({
      id: line.id,
      position: line.position,
      product_id: line.productId,
      variation_id: line.variationId,
      product_title: line.productTitle,
      variation_title: line.variationTitle,
      sku: line.sku,
      image: line.image,
      parts: line.parts,
      quantity: line.quantity,
      unit_price_minor: line.unitPriceMinor.toString(),
      discounts_minor: line.discountsMinor.toString(),
      tax_minor: line.taxMinor.toString(),
      total_minor: line.totalMinor?.toString() ?? null,
      tax_lines: line.taxLines,
      is_gift_card: line.isGiftCard,
      promotions: line.promotions,
    })),
  );
}
