import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding customers by any part of a name or an e-mail address reads an index, not everybody. */
export class CustomerWords1763700002500 implements MigrationInterface {
  readonly name = 'CustomerWords1763700002500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX customer_words ON customer USING gin (lower(name || ' ' || email) gin_trgm_ops)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX customer_words`);
  }
}
