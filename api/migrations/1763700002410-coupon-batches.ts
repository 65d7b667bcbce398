import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that were made together are known by their set, by which a repeated request finds them again. */
export class CouponBatches1763700002410 implements MigrationInterface {
  readonly name = 'CouponBatches1763700002410';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE coupon_code ADD COLUMN batch_id uuid;
      CREATE INDEX coupon_code_batch ON coupon_code (batch_id) WHERE batch_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE coupon_code DROP COLUMN batch_id`);
  }
}
