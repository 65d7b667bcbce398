import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amounts of a promotion are of one currency: it holds while the shop sells in it. */
export class PromotionCurrency1763700001610 implements MigrationInterface {
  readonly name = 'PromotionCurrency1763700001610';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE promotion ADD COLUMN currency_code text;
      UPDATE promotion SET currency_code = (SELECT currency_code FROM shop);
      -- contract: the table comes with the migration before, in the same release
      ALTER TABLE promotion ALTER COLUMN currency_code SET NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE promotion DROP COLUMN currency_code`);
  }
}
