import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Classes of goods, their rates by place, who may set them, and the taxes that an order was sold with. */
export class Tax1763700001500 implements MigrationInterface {
  readonly name = 'Tax1763700001500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE tax_class (
        code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{1,40}$'),
        name text NOT NULL
      );
      INSERT INTO tax_class VALUES ('standard', 'Standard');

      CREATE TABLE tax_settings (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        rounding text NOT NULL CHECK (rounding IN ('HALF_UP', 'HALF_EVEN')),
        default_class text NOT NULL REFERENCES tax_class (code),
        shipping_class text NOT NULL REFERENCES tax_class (code)
      );
      INSERT INTO tax_settings VALUES (true, 'HALF_UP', 'standard', 'standard');

      CREATE TABLE product_tax_class (
        product_id uuid PRIMARY KEY,
        tax_class text NOT NULL REFERENCES tax_class (code)
      );

      CREATE TABLE tax_rate (
        id uuid PRIMARY KEY,
        tax_class text NOT NULL REFERENCES tax_class (code),
        country_code text NOT NULL CHECK (country_code ~ '^[A-Z]{2}$'),
        region text NOT NULL CHECK (region ~ '^[^a-z\\s-]*$'),
        postcode_prefix text NOT NULL CHECK (postcode_prefix ~ '^[^a-z\\s-]*$'),
        layer integer NOT NULL CHECK (layer BETWEEN 1 AND 5),
        name text NOT NULL,
        rate_ppm integer NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
        is_compound boolean NOT NULL,
        UNIQUE (country_code, region, postcode_prefix, tax_class, layer)
      );

      ALTER TABLE orders ADD COLUMN tax_lines jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE order_line
        ADD COLUMN discounts_minor bigint NOT NULL DEFAULT 0 CHECK (discounts_minor >= 0),
        ADD COLUMN tax_minor bigint NOT NULL DEFAULT 0 CHECK (tax_minor >= 0),
        ADD COLUMN total_minor bigint CHECK (total_minor >= 0),
        ADD COLUMN tax_lines jsonb NOT NULL DEFAULT '[]';
      UPDATE order_line SET total_minor = unit_price_minor * quantity;

      UPDATE staff_role SET permissions = permissions || ARRAY['PRICING_WRITE']
      WHERE name = 'owner' AND NOT 'PRICING_WRITE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = array_remove(permissions, 'PRICING_WRITE');
      ALTER TABLE order_line DROP COLUMN discounts_minor, DROP COLUMN tax_minor,
        DROP COLUMN total_minor, DROP COLUMN tax_lines;
      ALTER TABLE orders DROP COLUMN tax_lines;
      DROP TABLE tax_rate;
      DROP TABLE product_tax_class;
      DROP TABLE tax_settings;
      DROP TABLE tax_class;
    `);
  }
}
