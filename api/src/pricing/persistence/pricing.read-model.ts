import type { EntityManager } from 'typeorm';

import type { PricingTerms } from '../domain/pricing-terms';
import type { Rounding } from '../domain/rounding';
import { placeKey, type RegionalTaxRate, type TaxPlace } from '../domain/tax-region';

/** What is to be priced, and where it goes. */
export interface PricingRequest {
  readonly lines: readonly { readonly productId: string }[];
  /** Absent until an address is known: then it counts as going to the shop's first country. */
  readonly place: TaxPlace | undefined;
}

interface TermsRow {
  readonly rounding: Rounding;
  readonly defaultTaxClass: string;
  readonly shippingTaxClass: string;
  readonly pricesIncludeTax: boolean;
  readonly countryCode: string;
  readonly taxRates: readonly RegionalTaxRate[];
  readonly taxClasses: Readonly<Record<string, string>>;
}

/** Reads what decides about prices. */
export class PricingReadModel {
  /** The terms for a basket, in one statement whatever its length. */
  async terms(manager: EntityManager, { lines, place }: PricingRequest): Promise<PricingTerms> {
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
         ), '{}') AS "taxClasses"
       FROM tax_settings t CROSS JOIN shop s
       CROSS JOIN LATERAL (SELECT coalesce($1, s.country_codes[1], '') AS country) w`,
      [
        place?.countryCode ?? null,
        placeKey(place?.region),
        placeKey(place?.postcode),
        lines.map(({ productId }) => productId),
      ],
    );
    const [row] = rows;
    if (!row) throw new Error('The shop has no tax settings.');
    const { rounding, pricesIncludeTax, countryCode, taxClasses, ...rest } = row;
    return {
      ...rest,
      rules: { rounding, pricesIncludeTax },
      place: { ...place, countryCode },
      taxClasses: new Map(Object.entries(taxClasses)),
    };
  }
}
