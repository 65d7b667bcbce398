import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products that are sold as bundles: the sets one chooses from, and what may be chosen. */
export class Bundles1763700001710 implements MigrationInterface {
  readonly name = 'Bundles1763700001710';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE product_bundle (
        product_id uuid PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
        price_kind text NOT NULL CHECK (price_kind IN ('SUM', 'FIXED', 'PERCENT_OFF')),
        off_ppm integer CHECK (off_ppm BETWEEN 0 AND 1000000),
        CHECK ((price_kind = 'PERCENT_OFF') = (off_ppm IS NOT NULL))
      );

      CREATE TABLE bundle_choice (
        id uuid PRIMARY KEY,
        product_id uuid NOT NULL REFERENCES product_bundle (product_id) ON DELETE CASCADE,
        position integer NOT NULL,
        name text NOT NULL,
        min_units integer NOT NULL CHECK (min_units >= 0),
        max_units integer NOT NULL CHECK (max_units >= greatest(min_units, 1)),
        UNIQUE (id, product_id)
      );
      CREATE INDEX bundle_choice_product ON bundle_choice (product_id);

      -- A variation stands in one set of a bundle at most: what can be made of the stock is then a plain sum.
      CREATE TABLE bundle_option (
        product_id uuid NOT NULL,
        variation_id uuid NOT NULL REFERENCES product_variation (id) ON DELETE CASCADE,
        choice_id uuid NOT NULL,
        position integer NOT NULL,
        default_units integer NOT NULL CHECK (default_units >= 0),
        PRIMARY KEY (product_id, variation_id),
        FOREIGN KEY (choice_id, product_id) REFERENCES bundle_choice (id, product_id) ON DELETE CASCADE
      );
      CREATE INDEX bundle_option_variation ON bundle_option (variation_id);
      CREATE INDEX bundle_option_choice ON bundle_option (choice_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE bundle_option;
      DROP TABLE bundle_choice;
      DROP TABLE product_bundle;
    `);
  }
}
