import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that takes a while, with how far it is. */
export class Tasks1763700001000 implements MigrationInterface {
  readonly name = 'Tasks1763700001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE task (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('IMPORT', 'JOB')),
        title text NOT NULL,
        status text NOT NULL CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED', 'INTERRUPTED')),
        version integer NOT NULL CHECK (version > 0),
        done integer NOT NULL CHECK (done >= 0),
        total integer CHECK (total >= 0),
        note text,
        started_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        finished_at timestamptz,
        CHECK ((status = 'RUNNING') = (finished_at IS NULL))
      );
      CREATE INDEX task_newest ON task (started_at DESC, id DESC);
      CREATE INDEX task_running ON task (updated_at) WHERE status = 'RUNNING';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE task');
  }
}
