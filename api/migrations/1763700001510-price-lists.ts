import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of customers, price lists, the prices that they make the catalog show, and what was asked before. */
export class PriceLists1763700001510 implements MigrationInterface {
  readonly name = 'PriceLists1763700001510';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE customer_group (
        code text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]{1,40}$'),
        name text NOT NULL
      );
      ALTER TABLE customer ADD COLUMN group_code text REFERENCES customer_group (code);

      CREATE TABLE price_list (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL UNIQUE,
        currency_code text NOT NULL CHECK (currency_code ~ '^[A-Z]{3}$'),
        customer_group text,
        priority integer NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
        in_force boolean NOT NULL,
        CHECK (ends_at > starts_at)
      );
      CREATE TABLE price_rule (
        price_list_id uuid NOT NULL REFERENCES price_list (id) ON DELETE CASCADE,
        position integer NOT NULL,
        product_id uuid,
        variation_id uuid,
        min_quantity integer NOT NULL CHECK (min_quantity > 0),
        price_minor bigint CHECK (price_minor >= 0),
        off_ppm integer CHECK (off_ppm BETWEEN 0 AND 1000000),
        PRIMARY KEY (price_list_id, position),
        CHECK (num_nonnulls(price_minor, off_ppm) = 1),
        CHECK (num_nonnulls(product_id, variation_id) <= 1)
      );
      CREATE INDEX price_rule_product ON price_rule (product_id) WHERE product_id IS NOT NULL;
      CREATE INDEX price_rule_variation ON price_rule (variation_id) WHERE variation_id IS NOT NULL;

      CREATE TABLE asked_price (
        variation_id uuid NOT NULL,
        price_minor bigint NOT NULL,
        shown_until timestamptz
      );
      CREATE UNIQUE INDEX asked_price_now ON asked_price (variation_id) WHERE shown_until IS NULL;
      CREATE INDEX asked_price_past ON asked_price (variation_id, shown_until);
      INSERT INTO asked_price (variation_id, price_minor)
        SELECT v.id, p.base_price_minor + v.price_modifier_minor
        FROM product_variation v JOIN product p ON p.id = v.product_id;

      ALTER TABLE product_variation
        ADD COLUMN list_price_minor bigint CHECK (list_price_minor >= 0),
        ADD COLUMN prior_price_minor bigint CHECK (prior_price_minor >= 0);
      UPDATE product_document d SET revision = nextval('product_document_revision'),
        document = jsonb_set(d.document::jsonb, '{variations}', (
          SELECT coalesce(jsonb_agg(v || jsonb_build_object('basePriceMinor', v -> 'priceMinor',
            'priorPriceMinor', NULL) ORDER BY position), '[]')
          FROM jsonb_array_elements(d.document::jsonb -> 'variations') WITH ORDINALITY
            AS each(v, position)
        ))::json;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE product_variation DROP COLUMN list_price_minor, DROP COLUMN prior_price_minor;
      DROP TABLE asked_price;
      DROP TABLE price_rule;
      DROP TABLE price_list;
      ALTER TABLE customer DROP COLUMN group_code;
      DROP TABLE customer_group;
    `);
  }
}
