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
  | { readonly kind: CancellationRefusal; readonly invoiceNumber: string };

export type CancellationRefusal =
  'partial: not a whole order' | 'original not known' | 'no line is a product';

type Units = ReadonlyMap<string, number>;

/**
 * Finds for each cancellation the order that it takes back: the latest earlier one of the same customer that has
 * exactly the cancelled codes and quantities and is not taken back yet. The shop cancels whole orders only, so a
 * cancellation of some units of an order is told apart, and a guest's is never known.
 */
export function matchCancellations(
  invoices: readonly Invoice[],
  orders: readonly PlannedOrder[],
  skus: { has(sku: string): boolean },
): CancellationPlan[] {
  const planned = new Map(orders.map((order) => [order.invoiceNumber, order]));
  const earlier = new Map<string, PlannedOrder[]>();
  const takenBack = new Set<string>();
  const plans: CancellationPlan[] = [];
  for (const invoice of invoices) {
    const own = earlier.get(invoice.customerId ?? '') ?? [];
    if (!invoice.isCancellation) {
      const order = planned.get(invoice.number);
      if (order && invoice.customerId) earlier.set(invoice.customerId, [...own, order]);
      continue;
    }
    const cancelled = cancelledUnits(invoice, skus);
    const original = own.findLast(
      ({ invoiceNumber, units }) => !takenBack.has(invoiceNumber) && isSame(units, cancelled),
    );
    if (original) takenBack.add(original.invoiceNumber);
    plans.push(
      original
        ? {
            kind: 'whole order',
            invoiceNumber: invoice.number,
            originalNumber: original.invoiceNumber,
          }
        : { kind: refusalOf(cancelled, own), invoiceNumber: invoice.number },
    );
  }
  return plans;
}

function refusalOf(cancelled: Units, own: readonly PlannedOrder[]): CancellationRefusal {
  if (cancelled.size === 0) return 'no line is a product';
  return own.some(({ units }) => contains(units, cancelled))
    ? 'partial: not a whole order'
    : 'original not known';
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
  return (
    other.size > 0 && units.size === other.size && contains(units, other) && contains(other, units)
  );
}
