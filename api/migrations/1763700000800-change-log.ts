import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which shown things each transaction changed: what every process learns the age of its answers from. */
export class ChangeLog1763700000800 implements MigrationInterface {
  readonly name = 'ChangeLog1763700000800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE change_log (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
        tags text[] NOT NULL CHECK (cardinality(tags) > 0),
        changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX change_log_xact ON change_log (xact);
      CREATE INDEX change_log_age ON change_log (changed_at);

      CREATE TABLE change_log_horizon (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        forgotten_xact xid8 NOT NULL
      );
      INSERT INTO change_log_horizon (forgotten_xact) VALUES (pg_current_xact_id());
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE change_log_horizon;
      DROP TABLE change_log;
    `);
  }
}
