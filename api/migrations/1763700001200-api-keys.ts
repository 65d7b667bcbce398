import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of third parties, and the permission to hand them out. */
export class ApiKeys1763700001200 implements MigrationInterface {
  readonly name = 'ApiKeys1763700001200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        prefix text NOT NULL,
        hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
        scopes text[] NOT NULL CHECK (NOT 'API_KEYS_WRITE' = ANY (scopes)),
        created_by uuid NOT NULL REFERENCES staff_member,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        expires_at timestamptz CHECK (expires_at > created_at),
        revoked_at timestamptz
      );
      CREATE INDEX api_key_newest ON api_key (created_at DESC, id DESC);
      CREATE INDEX api_key_creator ON api_key (created_by);

      UPDATE staff_role SET permissions = permissions || ARRAY['API_KEYS_WRITE']
      WHERE name = 'owner' AND NOT 'API_KEYS_WRITE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE api_key;
      UPDATE staff_role SET permissions = array_remove(permissions, 'API_KEYS_WRITE');
    `);
  }
}
