import type { DataSource } from 'typeorm';

import type { Transaction } from '../../platform/database/transaction';
import type { Rounding } from '../domain/rounding';
import type { RegionalTaxRate } from '../domain/tax-region';

/** A class of goods that are taxed alike. */
export interface TaxClassRecord {
  readonly code: string;
  readonly name: string;
}

/** A rate that the shop knows. */
export interface TaxRateRecord extends RegionalTaxRate {
  readonly id: string;
}

/** What holds wherever nothing else is said. */
export interface TaxSettings {
  readonly rounding: Rounding;
  readonly defaultClass: string;
  readonly shippingClass: string;
  /** A setting of the shop, read here because taxes are told together. */
  readonly pricesIncludeTax: boolean;
}

const RATE = `id, tax_class AS "taxClass", country_code AS "countryCode", region,
  postcode_prefix AS "postcodePrefix", layer, name, rate_ppm AS "ratePpm", is_compound AS "isCompound"`;

/** Reads and writes how the shop takes tax. */
export class TaxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All classes, by code. */
  classes(): Promise<TaxClassRecord[]> {
    return this.dataSource.query(`SELECT code, name FROM tax_class ORDER BY code`);
  }

  /** The rates of one country or of all, by place, class and layer. */
  rates(countryCode: string | undefined): Promise<TaxRateRecord[]> {
    return this.dataSource.query(
      `SELECT ${RATE} FROM tax_rate WHERE country_code = coalesce($1, country_code)
       ORDER BY country_code, region, postcode_prefix, tax_class, layer`,
      [countryCode ?? null],
    );
  }

  /** The settings. */
  async settings(): Promise<TaxSettings> {
    const rows: TaxSettings[] = await this.dataSource.query(
      `SELECT t.rounding, t.default_class AS "defaultClass", t.shipping_class AS "shippingClass",
         s.prices_include_tax AS "pricesIncludeTax"
       FROM tax_settings t CROSS JOIN shop s`,
    );
    const [settings] = rows;
    if (!settings) throw new Error('The shop has no tax settings.');
    return settings;
  }

  /** Whether the shop has any rate. */
  async hasRates(tx: Transaction): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(`SELECT 1 FROM tax_rate LIMIT 1`);
    return rows.length > 0;
  }

  /** Those of these codes that are classes; they stay until the transaction ends. */
  async lockClasses(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { code: string }[] = await tx.manager.query(
      `SELECT code FROM tax_class WHERE code = ANY($1) ORDER BY code FOR KEY SHARE`,
      [codes],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Makes or renames a class. */
  async putClass(tx: Transaction, { code, name }: TaxClassRecord): Promise<void> {
    await tx.manager.query(
      `INSERT INTO tax_class (code, name) VALUES ($1, $2)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name`,
      [code, name],
    );
  }

  /** Makes a rate, or replaces the one of the same class, place and layer. Returns its id. */
  async putRate(tx: Transaction, rate: TaxRateRecord): Promise<string> {
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO tax_rate (id, tax_class, country_code, region, postcode_prefix, layer, name,
         rate_ppm, is_compound)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (country_code, region, postcode_prefix, tax_class, layer) DO UPDATE
         SET name = excluded.name, rate_ppm = excluded.rate_ppm, is_compound = excluded.is_compound
       RETURNING id`,
      [
        rate.id,
        rate.taxClass,
        rate.countryCode,
        rate.region,
        rate.postcodePrefix,
        rate.layer,
        rate.name,
        rate.ratePpm,
        rate.isCompound,
      ],
    );
    return rows[0]?.id ?? rate.id;
  }

  /** Removes a rate, if it is there. */
  async removeRate(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query(`DELETE FROM tax_rate WHERE id = $1`, [id]);
  }

  /** Writes settings. */
  async putSettings(
    tx: Transaction,
    settings: Omit<TaxSettings, 'pricesIncludeTax'>,
  ): Promise<void> {
    await tx.manager.query(
      `UPDATE tax_settings SET rounding = $1, default_class = $2, shipping_class = $3`,
      [settings.rounding, settings.defaultClass, settings.shippingClass],
    );
  }

  /** Puts products into a class. */
  async assignClass(
    tx: Transaction,
    productIds: readonly string[],
    taxClass: string,
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO product_tax_class (product_id, tax_class)
       SELECT DISTINCT p.id, $2 FROM unnest($1::uuid[]) AS p(id)
       ON CONFLICT (product_id) DO UPDATE SET tax_class = excluded.tax_class`,
      [productIds, taxClass],
    );
  }
}
