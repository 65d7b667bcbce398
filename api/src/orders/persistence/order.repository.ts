import type { Transaction } from '../../platform/database/transaction';
import { OrderEntity, type OrderLineEntity } from './order.entity';

/** Writes orders. */
export class OrderRepository {
  /** The next number; one that a rollback wasted is not given again. */
  async nextNumber(tx: Transaction, prefix: string): Promise<string> {
    const rows: { value: string }[] = await tx.manager.query(
      `SELECT nextval('order_number')::text AS value`,
    );
    return `${prefix}-${rows[0]?.value ?? ''}`;
  }

  /** Writes a new order with its lines, in one statement each. */
  async insert(
    tx: Transaction,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
  ): Promise<void> {
    await tx.manager.insert(OrderEntity, order);
    await tx.manager.query(
      `INSERT INTO order_line (id, order_id, position, product_id, variation_id, product_title,
         variation_title, sku, image, quantity, unit_price_minor)
       SELECT l.id, $2, l.position, l.product_id, l.variation_id, l.product_title, l.variation_title,
         l.sku, l.image, l.quantity, l.unit_price_minor
       FROM jsonb_to_recordset($1::jsonb) AS l(id uuid, position int, product_id uuid,
         variation_id uuid, product_title text, variation_title text, sku text, image jsonb,
         quantity int, unit_price_minor bigint)`,
      [
        JSON.stringify(
          lines.map((line) => ({
            id: line.id,
            position: line.position,
            product_id: line.productId,
            variation_id: line.variationId,
            product_title: line.productTitle,
            variation_title: line.variationTitle,
            sku: line.sku,
            image: line.image,
            quantity: line.quantity,
            unit_price_minor: line.unitPriceMinor.toString(),
          })),
        ),
        order.id,
      ],
    );
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
