import type { EntityManager } from 'typeorm';

import type { PriceRule } from '../domain/price-rules';
import { type PriceBook, targetOf } from '../domain/pricing-terms';
import type { Rounding } from '../domain/rounding';
import type { RegionalTaxRate } from '../domain/tax-region';
import { type RuleTerms, toTerms } from './price-list.repository';

interface BookRow {
  readonly rounding: Rounding;
  readonly defaultTaxClass: string;
  readonly shippingTaxClass: string;
  readonly pricesIncludeTax: boolean;
  readonly homeCountry: string;
  readonly taxRates: readonly RegionalTaxRate[];
  readonly taxClasses: Readonly<Record<string, string>>;
  readonly priceRules: readonly (Omit<PriceRule, 'terms'> & RuleTerms)[];
}

/** The whole book in one statement, so that all of it is of one moment. */
const BOOK = `
  SELECT t.rounding, t.default_class AS "defaultTaxClass", t.shipping_class AS "shippingTaxClass",
    s.prices_include_tax AS "pricesIncludeTax", coalesce(s.country_codes[1], '') AS "homeCountry",
    coalesce((
      SELECT json_agg(json_build_object('taxClass', r.tax_class, 'countryCode', r.country_code,
        'region', r.region, 'postcodePrefix', r.postcode_prefix, 'layer', r.layer, 'name', r.name,
        'ratePpm', r.rate_ppm, 'isCompound', r.is_compound)) FROM tax_rate r
    ), '[]') AS "taxRates",
    coalesce((
      SELECT json_object_agg(c.product_id, c.tax_class) FROM product_tax_class c
    ), '{}') AS "taxClasses",
    coalesce((
      SELECT json_agg(json_build_object('priceListId', l.id, 'productId', r.product_id,
        'variationId', r.variation_id, 'priority', l.priority, 'customerGroup', l.customer_group,
        'minQuantity', r.min_quantity, 'priceMinor', r.price_minor::text, 'offPpm', r.off_ppm))
      FROM price_list l JOIN price_rule r ON r.price_list_id = l.id
      WHERE l.in_force AND l.currency_code = s.currency_code
    ), '[]') AS "priceRules"
  FROM tax_settings t CROSS JOIN shop s`;

/** Reads what the shop says about prices and taxes now. */
export async function readPriceBook(manager: EntityManager): Promise<PriceBook> {
  const rows: BookRow[] = await manager.query(BOOK);
  const [row] = rows;
  if (!row) throw new Error('The shop has no tax settings.');
  const { rounding, pricesIncludeTax, taxRates, taxClasses, priceRules, ...rest } = row;
  const rules = priceRules.map(({ priceMinor, offPpm, ...rule }) => ({
    ...rule,
    terms: toTerms({ priceMinor, offPpm }),
  }));
  return {
    ...rest,
    rules: { rounding, pricesIncludeTax },
    ratesByCountry: Map.groupBy(taxRates, ({ countryCode }) => countryCode),
    taxClasses: new Map(Object.entries(taxClasses)),
    priceRules: Map.groupBy(rules, targetOf),
  };
}
