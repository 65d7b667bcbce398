import { type Cost, deliveryCost, lineCost } from './cost';
import { type PriceRule, unitPrice } from './price-rules';
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
  /** Of the price lists in force that concern the buyer. */
  readonly priceRules: readonly PriceRule[];
  readonly customerGroup: string | undefined;
}

/** What somebody wants to buy. */
export interface Wish {
  readonly productId: string;
  readonly variationId: string;
  readonly basePriceMinor: bigint;
  readonly quantity: number;
}

/** What a line costs, and one unit of it. */
export interface PricedWish {
  readonly unitPriceMinor: bigint;
  readonly cost: Cost;
}

/** Prices one line. */
export function priceWish({ basePriceMinor, ...wish }: Wish, terms: PricingTerms): PricedWish {
  const { priceRules, customerGroup, rules } = terms;
  const purchase = { ...wish, customerGroup };
  const { priceMinor: unitPriceMinor } = unitPrice(basePriceMinor, priceRules, purchase);
  const taxRates = ratesOf(terms.taxClasses.get(wish.productId) ?? terms.defaultTaxClass, terms);
  const { quantity } = wish;
  return { unitPriceMinor, cost: lineCost({ unitPriceMinor, quantity, taxRates }, rules) };
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
