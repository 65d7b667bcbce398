import type { EntityManager } from 'typeorm';

import type { PriceRule } from '../domain/price-rules';
import type { PricingTerms } from '../domain/pricing-terms';
import type { Rounding } from '../domain/rounding';
import { placeKey, type RegionalTaxRate, type TaxPlace } from '../domain/tax-region';
import { type RuleTerms, toTerms } from './price-list.repository';

/** What is to be priced, and where it goes. */
export interface PricingRequest {
  readonly lines: readonly { readonly productId: string; readonly variationId: string }[];
  /** Absent for guests. */
  readonly customerId: string | undefined;
  /** Absent until an address is known: then it counts as going to the shop's first country. */
  readonly place: TaxPlace | undefined;
}

type RuleRow = Omit<PriceRule, 'terms'> & RuleTerms;

interface TermsRow {
  readonly rounding: Rounding;
  readonly defaultTaxClass: string;
  readonly shippingTaxClass: string;
  readonly pricesIncludeTax: boolean;
  readonly countryCode: string;
  readonly taxRates: readonly RegionalTaxRate[];
  readonly taxClasses: Readonly<Record<string, string>>;
  readonly customerGroup: string | null;
  readonly priceRules: readonly RuleRow[];
}

/** Reads what decides about prices. */
export class PricingReadModel {
  /** The terms for a basket, in one statement whatever its length. */
  async terms(
    manager: EntityManager,
    { lines, customerId, place }: PricingRequest,
  ): Promise<PricingTerms> {
    const rows: TermsRow[] = await manager.query(
      `SELECT t.rounding, t.default_class AS "defaultTaxClass", t.shipping_class AS "shippingTaxClass",
         s.prices_include_tax AS "pricesIncludeTax", w.country AS "countryCode",
         coalesce((
           SELECT json_agg(json_build_object('taxClass', r.tax_class, 'countryCode', r.country_code,
             'region', r.region, 'postcodePrefix', r.postcode_prefix, 'layer', r.layer,
             'name', r.name, 'ratePpm', r.rate_ppm, 'isCompound', r.is_compound))
           FROM tax_rate r WHERE r.country_code = w.country AND r.region IN ('', $2)
             AND starts_with($3, r.postcode_prefix)
         ), '[]') AS "taxRates",
         coalesce((
           SELECT json_object_agg(c.product_id, c.tax_class)
           FROM product_tax_class c WHERE c.product_id = ANY($4)
         ), '{}') AS "taxClasses",
         w.customer_group AS "customerGroup",
         coalesce((
           SELECT json_agg(json_build_object('priceListId', l.id, 'productId', r.product_id,
             'variationId', r.variation_id, 'priority', l.priority,
             'customerGroup', l.customer_group, 'minQuantity', r.min_quantity,
             'priceMinor', r.price_minor::text, 'offPpm', r.off_ppm))
           FROM price_list l JOIN price_rule r ON r.price_list_id = l.id
           WHERE l.in_force AND l.currency_code = s.currency_code
             AND coalesce(l.customer_group = w.customer_group, l.customer_group IS NULL)
             AND (r.product_id = ANY($4) OR r.variation_id = ANY($5)
               OR r.product_id IS NULL AND r.variation_id IS NULL)
         ), '[]') AS "priceRules"
       FROM tax_settings t CROSS JOIN shop s
       CROSS JOIN LATERAL (
         SELECT coalesce($1, s.country_codes[1], '') AS country,
           (SELECT c.group_code FROM customer c WHERE c.id = $6) AS customer_group
       ) w`,
      [
        place?.countryCode ?? null,
        placeKey(place?.region),
        placeKey(place?.postcode),
        lines.map(({ productId }) => productId),
        lines.map(({ variationId }) => variationId),
        customerId ?? null,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('The shop has no tax settings.');
    const { rounding, pricesIncludeTax, countryCode, taxClasses, priceRules, ...rest } = row;
    return {
      ...rest,
      customerGroup: rest.customerGroup ?? undefined,
      priceRules: priceRules.map(({ priceMinor, offPpm, ...rule }) => ({
        ...rule,
        terms: toTerms({ priceMinor, offPpm }),
      })),
      rules: { rounding, pricesIncludeTax },
      place: { ...place, countryCode },
      taxClasses: new Map(Object.entries(taxClasses)),
    };
  }
}
