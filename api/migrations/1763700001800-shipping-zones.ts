import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the shop delivers on which terms. What methods cost so far holds on everywhere, as one zone. */
export class ShippingZones1763700001800 implements MigrationInterface {
  readonly name = 'ShippingZones1763700001800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shipping_zone (
        id uuid PRIMARY KEY,
        name text NOT NULL
      );

      -- A place belongs to one zone. The country * stands for every country that is named nowhere.
      CREATE TABLE shipping_zone_place (
        zone_id uuid NOT NULL REFERENCES shipping_zone ON DELETE CASCADE,
        country_code text NOT NULL CHECK (country_code ~ '^([A-Z]{2}|[*])$'),
        postcodes text NOT NULL
          CHECK (postcodes ~ '^([A-Z0-9]{1,12}[*]?|[0-9]{1,10}-[0-9]{1,10})?$'),
        PRIMARY KEY (country_code, postcodes),
        CHECK (country_code <> '*' OR postcodes = '')
      );

      ALTER TABLE shipping_method ADD COLUMN is_active boolean NOT NULL DEFAULT true;

      CREATE TABLE shipping_rate (
        method_code text NOT NULL REFERENCES shipping_method ON DELETE CASCADE,
        zone_id uuid NOT NULL REFERENCES shipping_zone ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('FLAT', 'WEIGHT', 'SUBTOTAL')),
        bands jsonb NOT NULL CHECK (jsonb_array_length(bands) > 0),
        free_from_minor bigint CHECK (free_from_minor >= 0),
        min_days integer CHECK (min_days BETWEEN 0 AND 365),
        max_days integer CHECK (max_days BETWEEN min_days AND 365),
        PRIMARY KEY (method_code, zone_id),
        CHECK ((min_days IS NULL) = (max_days IS NULL)),
        CHECK (kind <> 'FLAT' OR jsonb_array_length(bands) = 1)
      );

      INSERT INTO shipping_zone
      SELECT gen_random_uuid(), 'Everywhere' WHERE EXISTS (SELECT 1 FROM shipping_method);
      INSERT INTO shipping_zone_place SELECT id, '*', '' FROM shipping_zone;
      INSERT INTO shipping_rate (method_code, zone_id, kind, bands, min_days, max_days)
      SELECT m.code, z.id, 'FLAT',
        jsonb_build_array(jsonb_build_object(
          'from', '0', 'below', NULL, 'priceMinor', m.price_minor::text)),
        CASE WHEN m.description = 'Arrives within three to five working days.' THEN 3 END,
        CASE WHEN m.description = 'Arrives within three to five working days.' THEN 5 END
      FROM shipping_method m CROSS JOIN shipping_zone z;

      -- The version before reads it and writes it while this one starts; nothing of this one does. The next release
      -- drops it: ALTER TABLE shipping_method DROP COLUMN IF EXISTS price_minor.
      ALTER TABLE shipping_method ALTER COLUMN price_minor DROP NOT NULL;

      UPDATE staff_role SET permissions = permissions || ARRAY['SHIPPING_WRITE']
      WHERE name = 'owner' AND NOT 'SHIPPING_WRITE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = array_remove(permissions, 'SHIPPING_WRITE');
      ALTER TABLE shipping_method ADD COLUMN IF NOT EXISTS price_minor bigint CHECK (price_minor >= 0);
      UPDATE shipping_method m SET price_minor = coalesce((
        SELECT min((r.bands->0->>'priceMinor')::bigint) FROM shipping_rate r WHERE r.method_code = m.code
      ), 0);
      ALTER TABLE shipping_method ALTER COLUMN price_minor SET NOT NULL, DROP COLUMN is_active;
      DROP TABLE shipping_rate;
      DROP TABLE shipping_zone_place;
      DROP TABLE shipping_zone;
    `);
  }
}
