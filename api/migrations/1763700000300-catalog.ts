import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products with options and variations, and the collections they are shown in. */
export class Catalog1763700000300 implements MigrationInterface {
  readonly name = 'Catalog1763700000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE product (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        title text NOT NULL,
        description text NOT NULL,
        attributes jsonb NOT NULL,
        base_price_minor bigint NOT NULL,
        lowest_price_minor bigint NOT NULL CHECK (lowest_price_minor >= 0),
        highest_price_minor bigint NOT NULL,
        featured_rank integer NOT NULL,
        skus text NOT NULL,
        input_hash text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        search tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('english', title), 'A') ||
          setweight(to_tsvector('simple', skus), 'B') ||
          setweight(to_tsvector('english', description), 'C')
        ) STORED,
        CHECK (highest_price_minor >= lowest_price_minor)
      );
      CREATE INDEX product_featured ON product (featured_rank, id);
      CREATE INDEX product_newest ON product (created_at, id);
      CREATE INDEX product_price ON product (lowest_price_minor, id);
      CREATE INDEX product_title ON product (lower(title), id);
      CREATE INDEX product_search ON product USING gin (search);
      CREATE INDEX product_title_trigrams ON product USING gin (lower(title) gin_trgm_ops);
      CREATE INDEX product_sku_trigrams ON product USING gin (lower(skus) gin_trgm_ops);

      CREATE TABLE product_option (
        id uuid PRIMARY KEY,
        product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
        name text NOT NULL,
        position integer NOT NULL,
        UNIQUE (product_id, name)
      );
      CREATE TABLE option_value (
        id uuid PRIMARY KEY,
        option_id uuid NOT NULL REFERENCES product_option (id) ON DELETE CASCADE,
        name text NOT NULL,
        swatch text CHECK (swatch ~ '^#[0-9a-f]{6}$'),
        position integer NOT NULL,
        UNIQUE (option_id, name)
      );
      CREATE TABLE product_variation (
        id uuid PRIMARY KEY,
        product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
        sku text NOT NULL UNIQUE,
        title text NOT NULL,
        price_modifier_minor bigint NOT NULL,
        image_id uuid,
        position integer NOT NULL
      );
      CREATE INDEX product_variation_product ON product_variation (product_id, position);
      CREATE TABLE variation_option_value (
        variation_id uuid NOT NULL REFERENCES product_variation (id) ON DELETE CASCADE,
        option_id uuid NOT NULL REFERENCES product_option (id) ON DELETE CASCADE,
        option_value_id uuid NOT NULL REFERENCES option_value (id) ON DELETE CASCADE,
        PRIMARY KEY (variation_id, option_id)
      );
      CREATE INDEX variation_option_value_option ON variation_option_value (option_id);
      CREATE INDEX variation_option_value_value ON variation_option_value (option_value_id);

      CREATE TABLE product_image (
        product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
        position integer NOT NULL,
        asset_id uuid NOT NULL,
        PRIMARY KEY (product_id, position)
      );

      CREATE TABLE collection (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        title text NOT NULL,
        description text NOT NULL,
        image_id uuid,
        position integer NOT NULL
      );
      CREATE INDEX collection_position ON collection (position, id);
      CREATE TABLE collection_product (
        collection_id uuid NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
        product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
        PRIMARY KEY (collection_id, product_id)
      );
      CREATE INDEX collection_product_product ON collection_product (product_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE collection_product;
      DROP TABLE collection;
      DROP TABLE product_image;
      DROP TABLE variation_option_value;
      DROP TABLE product_variation;
      DROP TABLE option_value;
      DROP TABLE product_option;
      DROP TABLE product;
    `);
  }
}
