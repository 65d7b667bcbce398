import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Revisions of documents become random. A number may be given twice when a database is set back to a backup, and a
 * process that remembers the first document would take it for the second.
 */
export class ProductRevisions1763700001520 implements MigrationInterface {
  readonly name = 'ProductRevisions1763700001520';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- contract: processes compare revisions as texts, and leave it to the default to give them
      ALTER TABLE product_document
        ALTER COLUMN revision DROP DEFAULT,
        ALTER COLUMN revision TYPE uuid USING gen_random_uuid(),
        ALTER COLUMN revision SET DEFAULT gen_random_uuid();
      DROP SEQUENCE product_document_revision;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE product_document_revision;
      ALTER TABLE product_document
        DROP COLUMN revision,
        ADD COLUMN revision bigint NOT NULL DEFAULT nextval('product_document_revision');
      ALTER SEQUENCE product_document_revision OWNED BY product_document.revision;
    `);
  }
}
