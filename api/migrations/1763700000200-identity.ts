import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers, staff with their roles, and the sessions of both. */
export class Identity1763700000200 implements MigrationInterface {
  readonly name = 'Identity1763700000200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE customer (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE staff_role (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        permissions text[] NOT NULL
      );
      INSERT INTO staff_role (id, name, permissions) VALUES
        ('019ab000-0000-7000-8000-000000000001', 'owner', ARRAY[
          'CATALOG_READ','CATALOG_WRITE','INVENTORY_READ','INVENTORY_WRITE','ORDERS_READ','ORDERS_WRITE']),
        ('019ab000-0000-7000-8000-000000000002', 'order-desk', ARRAY[
          'CATALOG_READ','INVENTORY_READ','ORDERS_READ','ORDERS_WRITE']);

      CREATE TABLE staff_member (
        id uuid PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text NOT NULL,
        role_id uuid NOT NULL REFERENCES staff_role,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX staff_member_role ON staff_member (role_id);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        customer_id uuid REFERENCES customer ON DELETE CASCADE,
        staff_member_id uuid REFERENCES staff_member ON DELETE CASCADE,
        client_network text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        revoked_at timestamptz,
        CHECK (num_nonnulls(customer_id, staff_member_id) = 1)
      );
      CREATE INDEX session_customer ON session (customer_id, client_network) WHERE customer_id IS NOT NULL;
      CREATE INDEX session_staff ON session (staff_member_id, client_network) WHERE staff_member_id IS NOT NULL;
      CREATE INDEX session_expiry ON session (expires_at);

      CREATE TABLE refresh_token (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        issued_at timestamptz NOT NULL,
        rotated_at timestamptz,
        successor_hash bytea UNIQUE,
        CHECK ((rotated_at IS NULL) = (successor_hash IS NULL))
      );
      CREATE INDEX refresh_token_session ON refresh_token (session_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE refresh_token;
      DROP TABLE session;
      DROP TABLE staff_member;
      DROP TABLE staff_role;
      DROP TABLE customer;
    `);
  }
}
