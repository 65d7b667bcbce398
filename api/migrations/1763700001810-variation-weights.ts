import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit of a variation weighs, for delivery by weight. */
export class VariationWeights1763700001810 implements MigrationInterface {
  readonly name = 'VariationWeights1763700001810';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Nobody has weighed anything so far: documents without a weight say nothing else.
      ALTER TABLE product_variation ADD COLUMN weight_grams integer NOT NULL DEFAULT 0
        CHECK (weight_grams BETWEEN 0 AND 10000000);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE product_variation DROP COLUMN weight_grams`);
  }
}
