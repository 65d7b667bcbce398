import { countryCodeOf } from './countries.ts';
import type { Invoice, InvoiceLine } from './invoices.ts';
import { type CancellationPlan, matchCancellations } from './match-cancellations.ts';

/** What the shop sells and where it delivers. */
export interface ShopOffer {
  readonly skus: { has(sku: string): boolean };
  readonly countryCodes: readonly string[];
}

/** An invoice that can be played as an order. */
export interface PlannedOrder {
  readonly invoiceNumber: string;
  readonly customerId: string | undefined;
  readonly country: string;
  /** Units by SKU; lines with the same code are one. */
  readonly units: ReadonlyMap<string, number>;
}

/** What is going to be played, decided before the first call. */
export interface ReplayPlan {
  readonly orders: readonly PlannedOrder[];
  /** Invoices that cannot become orders, by reason. */
  readonly refused: ReadonlyMap<string, number>;
  readonly skippedLines: ReadonlyMap<string, number>;
  readonly cancellations: readonly CancellationPlan[];
}

/** Counts occurrences by name. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }
}

/** Decides for every invoice whether it becomes an order, takes one back, or why neither. */
export function planReplay(invoices: readonly Invoice[], offer: ShopOffer): ReplayPlan {
  const refused = new Tally();
  const skippedLines = new Tally();
  const orders: PlannedOrder[] = [];
  for (const invoice of invoices) {
    if (invoice.isCancellation) continue;
    const units = new Map<string, number>();
    for (const line of invoice.lines) {
      const reason = reasonToSkip(line, offer);
      if (reason) skippedLines.add(reason);
      else units.set(line.sku, (units.get(line.sku) ?? 0) + line.quantity);
    }
    const refusal = reasonToRefuse(invoice, units, offer);
    if (refusal) refused.add(refusal);
    else {
      const { number, customerId, country } = invoice;
      orders.push({ invoiceNumber: number, customerId, country, units });
    }
  }
  return {
    orders,
    refused: refused.counts,
    skippedLines: skippedLines.counts,
    cancellations: matchCancellations(invoices, orders, offer.skus),
  };
}

function reasonToSkip({ sku, quantity, isPriced }: InvoiceLine, { skus }: ShopOffer) {
  if (!skus.has(sku)) return 'the code is no product of the shop';
  if (quantity <= 0) return 'no units sold (stock adjustment)';
  if (!isPriced) return 'no price in the file (given away or written off)';
  return undefined;
}

function reasonToRefuse(
  { country }: Invoice,
  units: ReadonlyMap<string, number>,
  { countryCodes }: ShopOffer,
): string | undefined {
  if (units.size === 0) return 'no line is a sale of a product';
  const code = countryCodeOf(country);
  if (code === undefined) return `"${country}" is no country`;
  return countryCodes.includes(code) ? undefined : `the shop does not deliver to ${country}`;
}
