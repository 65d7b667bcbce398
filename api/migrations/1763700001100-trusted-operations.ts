import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The documents that builds of the apps send, kept while those builds may still be in use. */
export class TrustedOperations1763700001100 implements MigrationInterface {
  readonly name = 'TrustedOperations1763700001100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE trusted_operation (
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        contract text NOT NULL CHECK (contract IN ('public', 'admin')),
        app text NOT NULL,
        name text NOT NULL,
        body text NOT NULL,
        first_seen timestamptz NOT NULL DEFAULT now(),
        last_deployed timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (hash, contract),
        CHECK (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
      );
      CREATE INDEX trusted_operation_age ON trusted_operation (last_deployed);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE trusted_operation');
  }
}
