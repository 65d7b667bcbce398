import { type Cost, deliveryCost, lineCost } from './cost';
import type { TaxRate, TaxRules } from './tax';
import { ratesAt, type RegionalTaxRate, type TaxPlace } from './tax-region';

/** Everything that decides what a basket costs, read at once: all of it is priced by one state of the shop. */
export interface PricingTerms {
  readonly rules: TaxRules;
  readonly place: TaxPlace;
  readonly taxRates: readonly RegionalTaxRate[];
  /** Tax class by product, of those that have another than most. */
  readonly taxClasses: ReadonlyMap<string, string>;
  readonly defaultTaxClass: string;
  readonly shippingTaxClass: string;
}

/** What somebody wants to buy. */
export interface Wish {
  readonly productId: string;
  readonly basePriceMinor: bigint;
  readonly quantity: number;
}

/** What a line costs, and one unit of it. */
export interface PricedWish {
  readonly unitPriceMinor: bigint;
  readonly cost: Cost;
}

/** Prices one line. */
export function priceWish(
  { productId, basePriceMinor, quantity }: Wish,
  terms: PricingTerms,
): PricedWish {
  const taxClass = terms.taxClasses.get(productId) ?? terms.defaultTaxClass;
  const unitPriceMinor = basePriceMinor;
  const taxRates = ratesOf(taxClass, terms);
  return { unitPriceMinor, cost: lineCost({ unitPriceMinor, quantity, taxRates }, terms.rules) };
}

/** Prices a way of delivery. */
export function priceDelivery(priceMinor: bigint, terms: PricingTerms): Cost {
  return deliveryCost(
    { priceMinor, taxRates: ratesOf(terms.shippingTaxClass, terms) },
    terms.rules,
  );
}

function ratesOf(taxClass: string, { place, taxRates }: PricingTerms): TaxRate[] {
  return ratesAt(place, taxClass, taxRates);
}
