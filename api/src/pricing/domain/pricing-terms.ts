import { type Cost, deliveryCost, lineCost } from './cost';
import { type PriceRule, unitPrice } from './price-rules';
import type { TaxRate, TaxRules } from './tax';
import { ratesAt, type RegionalTaxRate, type TaxPlace } from './tax-region';

/** Everything that a shop says about prices and taxes at one moment. */
export interface PriceBook {
  readonly rules: TaxRules;
  /** Where something goes whose address is not known yet. */
  readonly homeCountry: string;
  readonly ratesByCountry: ReadonlyMap<string, readonly RegionalTaxRate[]>;
  /** Tax class by product, of those that have another than most. */
  readonly taxClasses: ReadonlyMap<string, string>;
  readonly defaultTaxClass: string;
  readonly shippingTaxClass: string;
  /** Of the price lists in force: by variation, by product, and under the empty text for everything. */
  readonly priceRules: ReadonlyMap<string, readonly PriceRule[]>;
}

/** A price book in the eyes of one buyer. */
export interface PricingTerms {
  readonly book: PriceBook;
  readonly place: TaxPlace;
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

/** Whose rules one has to look at under which key. */
export function targetOf({ variationId, productId }: Pick<PriceRule, 'variationId' | 'productId'>) {
  return variationId ?? productId ?? '';
}

/** Prices one line. */
export function priceWish({ basePriceMinor, ...wish }: Wish, terms: PricingTerms): PricedWish {
  const { book, customerGroup } = terms;
  const rules = [wish.variationId, wish.productId, ''].flatMap(
    (target) => book.priceRules.get(target) ?? [],
  );
  const { priceMinor } = unitPrice(basePriceMinor, rules, { ...wish, customerGroup });
  const taxRates = ratesOf(book.taxClasses.get(wish.productId) ?? book.defaultTaxClass, terms);
  const line = { unitPriceMinor: priceMinor, quantity: wish.quantity, taxRates };
  return { unitPriceMinor: priceMinor, cost: lineCost(line, book.rules) };
}

/** Prices a way of delivery. */
export function priceDelivery(priceMinor: bigint, terms: PricingTerms): Cost {
  const { rules, shippingTaxClass } = terms.book;
  return deliveryCost({ priceMinor, taxRates: ratesOf(shippingTaxClass, terms) }, rules);
}

function ratesOf(taxClass: string, { book, place }: PricingTerms): TaxRate[] {
  return ratesAt(place, taxClass, book.ratesByCountry.get(place.countryCode) ?? []);
}
