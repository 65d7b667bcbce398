import type { Transaction } from '../../platform/database/transaction';
import type { Rate } from '../domain/rates';
import type { Method, ShippingBook } from '../domain/shipping-book';
import type { Zone } from '../domain/zones';
import { readShippingBook, storeBand } from './shipping-book.read-model';

/** Writes how the shop delivers. */
export class ShippingRepository {
  /** What is stored now; nobody else changes it until the transaction ends. */
  async lock(tx: Transaction): Promise<ShippingBook> {
    await tx.manager.query(`LOCK TABLE shipping_zone IN SHARE ROW EXCLUSIVE MODE`);
    return readShippingBook(tx.manager);
  }

  /** Makes a zone or puts other places in it. */
  async putZone(tx: Transaction, { id, name, places }: Zone): Promise<void> {
    await tx.manager.query(
      `INSERT INTO shipping_zone (id, name) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
      [id, name],
    );
    await tx.manager.query(`DELETE FROM shipping_zone_place WHERE zone_id = $1`, [id]);
    await tx.manager.query(
      `INSERT INTO shipping_zone_place (zone_id, country_code, postcodes)
       SELECT $1, p.country_code, p.postcodes FROM unnest($2::text[], $3::text[])
         AS p(country_code, postcodes)`,
      [id, places.map(({ countryCode }) => countryCode), places.map(({ postcodes }) => postcodes)],
    );
  }

  /** Adds countries to those that the shop sells to, after those it has. */
  async addCountries(tx: Transaction, countryCodes: readonly string[]): Promise<void> {
    await tx.manager.query(`UPDATE shop SET country_codes = country_codes || $1::text[]`, [
      countryCodes,
    ]);
  }

  /** Removes a zone and the rates in it. */
  async removeZone(tx: Transaction, id: string): Promise<void> {
    await tx.manager.query(`DELETE FROM shipping_zone WHERE id = $1`, [id]);
  }

  /** Makes a way of delivery or replaces all that is said of it. */
  async putMethod(tx: Transaction, { rates, ...method }: Method): Promise<void> {
    await tx.manager.query(
      `INSERT INTO shipping_method (code, name, description, is_active) VALUES ($1, $2, $3, $4)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, description = excluded.description,
         is_active = excluded.is_active`,
      [method.code, method.name, method.description, method.isActive],
    );
    await tx.manager.query(`DELETE FROM shipping_rate WHERE method_code = $1`, [method.code]);
    for (const [zoneId, rate] of rates) await this.insertRate(tx, method.code, zoneId, rate);
  }

  /** Removes a way of delivery and its rates. */
  async removeMethod(tx: Transaction, code: string): Promise<void> {
    await tx.manager.query(`DELETE FROM shipping_method WHERE code = $1`, [code]);
  }

  private async insertRate(
    tx: Transaction,
    methodCode: string,
    zoneId: string,
    { kind, bands, freeFromMinor, minDays, maxDays }: Rate,
  ): Promise<void> {
    await tx.manager.query(
      `INSERT INTO shipping_rate (method_code, zone_id, kind, bands, free_from_minor, min_days,
         max_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        methodCode,
        zoneId,
        kind,
        JSON.stringify(bands.map(storeBand)),
        freeFromMinor ?? null,
        minDays ?? null,
        maxDays ?? null,
      ],
    );
  }
}
