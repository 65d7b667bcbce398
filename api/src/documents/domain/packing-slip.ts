import { type OrderSnapshot, printedAddress, printedDate, printedGoods } from './order-snapshot';
import type { PrintedDocument } from './printed';

/** What goes into an order's parcels, for whoever packs it. It names no price: it may be a present. */
export function packingSlipOf(order: OrderSnapshot, shopName: string): PrintedDocument {
  const packed = order.lines
    .map((line) => ({ ...line, quantity: line.quantity - line.cancelledQuantity }))
    .filter(({ quantity }) => quantity > 0);
  return {
    title: `Packing slip ${order.number}`,
    shopName,
    facts: [
      { label: 'Order', value: order.number },
      { label: 'Date', value: printedDate(order.placedAt) },
      { label: 'Delivery', value: order.shippingMethodName },
    ].filter(({ value }) => value !== ''),
    addresses: [{ label: 'Deliver to', lines: printedAddress(order.shippingAddress) }],
    columns: ['Item', 'SKU', 'Quantity'],
    rows: packed.map((line) => ({
      cells: [printedGoods(line), line.sku, String(line.quantity)],
      details: (line.parts ?? []).map(
        (part) => `${part.quantity * line.quantity} × ${printedGoods(part)} (${part.sku})`,
      ),
    })),
    totals: [
      {
        label: 'Items',
        value: String(packed.reduce((sum, { quantity }) => sum + quantity, 0)),
        isStrong: true,
      },
    ],
    closing: '',
    date: order.placedAt,
  };
}
