import type { AsideReason, JudgedRow } from './invoice-row';
import { cleanName } from './product-name';

/** A product that the invoices show. */
export interface PlannedProduct {
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly onHand: number;
}

/** A stock code that cannot become a product. */
export interface UnsellableCode {
  readonly sku: string;
  readonly reason: 'it has no price anywhere' | 'it has no description anywhere';
}

/** What the file says once every line has been judged. */
export interface CataloguePlan {
  readonly products: readonly PlannedProduct[];
  readonly unsellable: readonly UnsellableCode[];
  /** Lines that are no sale of goods, in the order of the file. */
  readonly aside: readonly (JudgedRow & { readonly aside: AsideReason })[];
}

const SMALLEST_STOCK = 1_000;
const MONTHS_OF_STOCK = 10;

/** Makes one product of each stock code: its most frequent name, its usual price, plenty of stock. */
export function planCatalogue(rows: readonly JudgedRow[]): CataloguePlan {
  const products: PlannedProduct[] = [];
  const unsellable: UnsellableCode[] = [];
  const nameless = new Set<string>();
  const goods = Map.groupBy(
    rows.filter(({ isGoods }) => isGoods),
    ({ sku }) => sku,
  );
  for (const [sku, group] of goods) {
    const name = usualName(group);
    const priceMinor = usualPrice(group);
    if (name !== undefined && priceMinor !== undefined) {
      products.push({ sku, name, priceMinor, onHand: plentyFor(group) });
    } else if (priceMinor === undefined) {
      unsellable.push({ sku, reason: 'it has no price anywhere' });
    } else {
      unsellable.push({ sku, reason: 'it has no description anywhere' });
      nameless.add(sku);
    }
  }
  const aside = rows.flatMap((row): (JudgedRow & { readonly aside: AsideReason })[] => {
    if (row.aside) return [{ ...row, aside: row.aside }];
    const reason = 'sale of a code that has no description anywhere';
    return nameless.has(row.sku) ? [{ ...row, aside: reason }] : [];
  });
  return { products, unsellable, aside };
}

function usualName(rows: readonly JudgedRow[]): string | undefined {
  return mostFrequent(rows.flatMap(({ description }) => cleanName(description) ?? []));
}

/**
 * The unit price on most lines: what most buyers of the code were asked for. Weighing by units would let one
 * wholesale order decide. A code that was only ever taken back has the price of its cancellations.
 */
function usualPrice(rows: readonly JudgedRow[]): number | undefined {
  const priced = rows.filter(({ unitPriceMinor }) => unitPriceMinor > 0);
  const sold = priced.filter(({ aside }) => aside === undefined);
  const evidence = sold.length > 0 ? sold : priced;
  const units = new Map<number, number>();
  for (const { unitPriceMinor, quantity } of evidence) {
    units.set(unitPriceMinor, (units.get(unitPriceMinor) ?? 0) + Math.abs(quantity));
  }
  // Sorted first, so that of two prices on equally many lines the one with more units is met first.
  const byUnits = evidence.toSorted(
    (one, other) =>
      (units.get(other.unitPriceMinor) ?? 0) - (units.get(one.unitPriceMinor) ?? 0) ||
      other.unitPriceMinor - one.unitPriceMinor,
  );
  return mostFrequent(byUnits.map(({ unitPriceMinor }) => unitPriceMinor));
}

function plentyFor(rows: readonly JudgedRow[]): number {
  const sold = rows
    .filter(({ aside }) => aside === undefined)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(SMALLEST_STOCK, Math.ceil((sold * MONTHS_OF_STOCK) / 100) * 100);
}

/** The value that occurs most often; of several, the one met first. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
