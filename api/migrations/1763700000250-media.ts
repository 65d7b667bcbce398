import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of each stored media file. */
export class Media1763700000250 implements MigrationInterface {
  readonly name = 'Media1763700000250';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE media_asset (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        alt text NOT NULL,
        width integer NOT NULL CHECK (width > 0),
        height integer NOT NULL CHECK (height > 0),
        byte_size integer NOT NULL CHECK (byte_size > 0),
        source_key text UNIQUE,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE media_asset');
  }
}
