import type { EntityManager } from 'typeorm';

import type { Band, Rate, RateKind } from '../domain/rates';
import { makeBook, type Method, type ShippingBook } from '../domain/shipping-book';
import type { Zone } from '../domain/zones';

/** A band as it is stored; texts, because JSON has no bigint. */
export interface StoredBand {
  readonly from: string;
  readonly below: string | null;
  readonly priceMinor: string;
}

interface StoredRate {
  readonly zoneId: string;
  readonly kind: RateKind;
  readonly bands: readonly StoredBand[];
  readonly freeFromMinor: string | null;
  readonly minDays: number | null;
  readonly maxDays: number | null;
}

interface BookRow {
  readonly countryCodes: readonly string[];
  readonly zones: readonly Zone[];
  readonly methods: readonly (Omit<Method, 'rates'> & { readonly rates: readonly StoredRate[] })[];
}

/** The whole book in one statement, so that all of it is of one moment. */
const BOOK = `
  SELECT s.country_codes AS "countryCodes",
    coalesce((
      SELECT json_agg(json_build_object('id', z.id, 'name', z.name, 'places', coalesce((
        SELECT json_agg(json_build_object('countryCode', p.country_code, 'postcodes', p.postcodes)
          ORDER BY p.country_code, p.postcodes)
        FROM shipping_zone_place p WHERE p.zone_id = z.id
      ), '[]')) ORDER BY z.name, z.id) FROM shipping_zone z
    ), '[]') AS zones,
    coalesce((
      SELECT json_agg(json_build_object('code', m.code, 'name', m.name,
        'description', m.description, 'isActive', m.is_active, 'rates', coalesce((
          SELECT json_agg(json_build_object('zoneId', r.zone_id, 'kind', r.kind, 'bands', r.bands,
            'freeFromMinor', r.free_from_minor::text, 'minDays', r.min_days, 'maxDays', r.max_days)
            ORDER BY r.zone_id)
          FROM shipping_rate r WHERE r.method_code = m.code
        ), '[]')) ORDER BY m.name, m.code) FROM shipping_method m
    ), '[]') AS methods
  FROM shop s`;

/** Reads what the shop says about delivery now. */
export async function readShippingBook(manager: EntityManager): Promise<ShippingBook> {
  const rows: BookRow[] = await manager.query(BOOK);
  const [row] = rows;
  if (!row) throw new Error('There is no shop.');
  const methods = row.methods.map(({ rates, ...method }) => ({
    ...method,
    rates: new Map(rates.map((rate) => [rate.zoneId, toRate(rate)])),
  }));
  const { countryCodes, zones } = row;
  return makeBook({ countryCodes, zones, methods });
}

/** The form in which a band is stored. */
export function storeBand({ from, below, priceMinor }: Band): StoredBand {
  return {
    from: from.toString(),
    below: below === undefined ? null : below.toString(),
    priceMinor: priceMinor.toString(),
  };
}

function toRate({ kind, bands, freeFromMinor, minDays, maxDays }: StoredRate): Rate {
  return {
    kind,
    bands: bands.map(({ from, below, priceMinor }) => ({
      from: BigInt(from),
      below: below === null ? undefined : BigInt(below),
      priceMinor: BigInt(priceMinor),
    })),
    freeFromMinor: freeFromMinor === null ? undefined : BigInt(freeFromMinor),
    minDays: minDays ?? undefined,
    maxDays: maxDays ?? undefined,
  };
}
