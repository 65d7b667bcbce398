import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event log with its relay's cursor, and the idempotency keys. */
export class Platform1763700000100 implements MigrationInterface {
  readonly name = 'Platform1763700000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE event_log (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
        aggregate_type text NOT NULL,
        aggregate_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        type text NOT NULL,
        payload jsonb NOT NULL,
        actor jsonb NOT NULL,
        request_id text,
        occurred_at timestamptz NOT NULL,
        UNIQUE (aggregate_type, aggregate_id, sequence)
      );
      CREATE INDEX event_log_relay ON event_log (xact, position);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE ON event_log
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE event_relay_cursor (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        xact xid8 NOT NULL,
        position bigint NOT NULL
      );
      INSERT INTO event_relay_cursor (xact, position) VALUES ('0', 0);

      CREATE TABLE idempotency_key (
        operation text NOT NULL,
        owner text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        outcome text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (operation, owner, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE idempotency_key;
      DROP TABLE event_relay_cursor;
      DROP TABLE event_log;
      DROP FUNCTION refuse_change;
    `);
  }
}
