import type { Invoice } from './invoices.ts';
import type { PlannedOrder } from './plan.ts';

/** What a cancellation of the file comes to. */
export type CancellationPlan =
  | {
      readonly kind: 'whole order';
      readonly invoiceNumber: string;
      /** The invoice that is taken back. */
      readonly originalNumber: string;
    }
  | {
      readonly kind: 'part of an order';
      readonly invoiceNumber: string;
      readonly originalNumber: string;
      /** Units that are taken back, by SKU. */
      readonly units: Units;
    }
  | { readonly kind: CancellationRefusal; readonly invoiceNumber: string };

export type CancellationRefusal = 'original not known' | 'no line is a product';

type Units = ReadonlyMap<string, number>;

/** An earlier order, and what of it was not taken back yet. */
interface Earlier {
  readonly invoiceNumber: string;
  left: Units;
}

/**
 * Finds for each cancellation the order that it takes back, or takes back in part: the latest earlier one of the same
 * customer of which exactly these codes and quantities are left, else the latest of which they are left among others.
 * A guest's is never known.
 */
export function matchCancellations(
  invoices: readonly Invoice[],
  orders: readonly PlannedOrder[],
  skus: { has(sku: string): boolean },
): CancellationPlan[] {
  const planned = new Map(orders.map((order) => [order.invoiceNumber, order]));
  const earlier = new Map<string, Earlier[]>();
  const plans: CancellationPlan[] = [];
  for (const invoice of invoices) {
    const { number: invoiceNumber, customerId } = invoice;
    const own = earlier.get(customerId ?? '') ?? [];
    if (!invoice.isCancellation) {
      const order = planned.get(invoiceNumber);
      if (order && customerId) {
        earlier.set(customerId, [...own, { invoiceNumber, left: order.units }]);
      }
      continue;
    }
    plans.push(takeBack(invoiceNumber, cancelledUnits(invoice, skus), own));
  }
  return plans;
}

function takeBack(
  invoiceNumber: string,
  cancelled: Units,
  own: readonly Earlier[],
): CancellationPlan {
  if (cancelled.size === 0) return { kind: 'no line is a product', invoiceNumber };
  const whole = own.findLast(({ left }) => isSame(left, cancelled));
  if (whole) {
    whole.left = new Map();
    return { kind: 'whole order', invoiceNumber, originalNumber: whole.invoiceNumber };
  }
  const original = own.findLast(({ left }) => contains(left, cancelled));
  if (!original) return { kind: 'original not known', invoiceNumber };
  original.left = without(original.left, cancelled);
  const { invoiceNumber: originalNumber } = original;
  return { kind: 'part of an order', invoiceNumber, originalNumber, units: cancelled };
}

function cancelledUnits(invoice: Invoice, skus: { has(sku: string): boolean }): Units {
  const units = new Map<string, number>();
  for (const { sku, quantity } of invoice.lines) {
    if (skus.has(sku) && quantity < 0) units.set(sku, (units.get(sku) ?? 0) - quantity);
  }
  return units;
}

function contains(units: Units, part: Units): boolean {
  return [...part].every(([sku, quantity]) => (units.get(sku) ?? 0) >= quantity);
}

function isSame(units: Units, other: Units): boolean {
  return units.size === other.size && contains(units, other) && contains(other, units);
}

function without(units: Units, part: Units): Units {
  const rest = [...units].map(([sku, count]) => [sku, count - (part.get(sku) ?? 0)] as const);
  return new Map(rest.filter(([, count]) => count > 0));
}
