import type { PriceRule } from './price-rules';
import type { PromotionTerms } from './promotion';
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
  readonly promotions: PromotionTerms;
}

/** Whose rules one has to look at under which key. */
export function targetOf({ variationId, productId }: Pick<PriceRule, 'variationId' | 'productId'>) {
  return variationId ?? productId ?? '';
}

/** What price lists say about a variation, of itself, of its product and of everything. */
export function rulesFor(
  { productId, variationId }: { readonly productId: string; readonly variationId: string },
  { priceRules }: PriceBook,
): readonly PriceRule[] {
  return [variationId, productId, ''].flatMap((target) => priceRules.get(target) ?? []);
}

/** The taxes on a product where it goes. */
export function ratesFor(productId: string, terms: PricingTerms): readonly TaxRate[] {
  const { taxClasses, defaultTaxClass } = terms.book;
  return ratesOf(taxClasses.get(productId) ?? defaultTaxClass, terms);
}

/** The taxes on delivery. */
export function shippingRates(terms: PricingTerms): readonly TaxRate[] {
  return ratesOf(terms.book.shippingTaxClass, terms);
}

function ratesOf(taxClass: string, { book, place }: PricingTerms): TaxRate[] {
  return ratesAt(place, taxClass, book.ratesByCountry.get(place.countryCode) ?? []);
}
