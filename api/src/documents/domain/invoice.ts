import { ppmToPercent } from '../../kernel/percent';
import {
  type OrderSnapshot,
  printedAddress,
  printedAmount,
  printedDate,
  printedGoods,
  type SnapshotLine,
} from './order-snapshot';
import type { PrintedDocument, PrintedFact, PrintedRow } from './printed';

/** The bill of an order, from what it was sold with; what has changed since is told below the total. */
export function invoiceOf(order: OrderSnapshot, shopName: string): PrintedDocument {
  return {
    title: `Invoice ${order.number}`,
    shopName,
    facts: [
      { label: 'Order', value: order.number },
      { label: 'Date', value: printedDate(order.placedAt) },
      { label: 'Payment', value: order.paymentMethodName },
      { label: 'Delivery', value: order.shippingMethodName },
    ].filter(({ value }) => value !== ''),
    addresses: [
      { label: 'Sold to', lines: [...printedAddress(order.shippingAddress), order.email] },
    ],
    columns: ['Item', 'Quantity', 'Unit price', 'Amount'],
    rows: order.lines.map((line) => rowOf(line, order.currencyCode)),
    totals: totalsOf(order),
    closing: 'Thank you for your order.',
    date: order.placedAt,
  };
}

function rowOf(line: SnapshotLine, currencyCode: string): PrintedRow {
  const { quantity, unitPriceMinor, discountsMinor, totalMinor, parts = [], sku } = line;
  const discount = printedAmount(-discountsMinor, currencyCode);
  return {
    cells: [
      printedGoods(line),
      String(quantity),
      printedAmount(unitPriceMinor, currencyCode),
      printedAmount(totalMinor, currencyCode),
    ],
    details: [
      sku,
      ...parts.map((part) => `${part.quantity} × ${printedGoods(part)} (${part.sku})`),
      ...(discountsMinor > 0n ? [`Discount ${discount}`] : []),
    ],
  };
}

function totalsOf(order: OrderSnapshot): PrintedFact[] {
  const amount = (minor: bigint): string => printedAmount(minor, order.currencyCode);
  const { discountsMinor, refundedMinor, cancelledMinor, giftCards } = order;
  const isIncluded =
    order.totalMinor === order.subtotalMinor - discountsMinor + order.shippingMinor;
  const paid = giftCards.reduce((sum, card) => sum + card.amountMinor, 0n);
  return [
    { label: 'Subtotal', value: amount(order.subtotalMinor) },
    ...(discountsMinor > 0n ? [{ label: 'Discounts', value: amount(-discountsMinor) }] : []),
    { label: 'Delivery', value: amount(order.shippingMinor) },
    ...order.taxLines.map(({ name, ratePpm, amountMinor }) => ({
      label: `${isIncluded ? 'Includes ' : ''}${name} ${ppmToPercent(ratePpm)} %`,
      value: amount(amountMinor),
    })),
    { label: 'Total', value: amount(order.totalMinor), isStrong: true },
    ...giftCards.map(({ last4, amountMinor }) => ({
      label: `Gift card ending ${last4}`,
      value: amount(-amountMinor),
    })),
    ...(paid > 0n
      ? [{ label: 'Due', value: amount(order.totalMinor - paid), isStrong: true }]
      : []),
    ...(cancelledMinor > 0n ? [{ label: 'Cancelled', value: amount(-cancelledMinor) }] : []),
    ...(refundedMinor > 0n ? [{ label: 'Refunded', value: amount(-refundedMinor) }] : []),
  ];
}
