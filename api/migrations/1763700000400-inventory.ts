import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stock per variation and location, what open checkouts hold of it, and the ledger of every movement. */
export class Inventory1763700000400 implements MigrationInterface {
  readonly name = 'Inventory1763700000400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE stock_location (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE
      );
      INSERT INTO stock_location (id, name) VALUES ('01900000-0000-7000-8000-000000000001', 'Main');

      CREATE TABLE stock_level (
        variation_id uuid NOT NULL,
        location_id uuid NOT NULL REFERENCES stock_location (id),
        on_hand integer NOT NULL CHECK (on_hand >= 0),
        reserved integer NOT NULL CHECK (reserved >= 0),
        PRIMARY KEY (variation_id, location_id),
        CHECK (reserved <= on_hand)
      );

      CREATE VIEW variation_stock AS
        SELECT variation_id, sum(on_hand)::int AS on_hand, sum(reserved)::int AS reserved,
               sum(on_hand - reserved)::int AS available
        FROM stock_level GROUP BY variation_id;

      CREATE TABLE stock_reservation (
        checkout_id uuid NOT NULL,
        variation_id uuid NOT NULL,
        location_id uuid NOT NULL,
        quantity integer NOT NULL CHECK (quantity > 0),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (checkout_id, variation_id, location_id),
        FOREIGN KEY (variation_id, location_id) REFERENCES stock_level
      );

      CREATE TABLE stock_movement (
        id uuid PRIMARY KEY,
        variation_id uuid NOT NULL,
        location_id uuid NOT NULL REFERENCES stock_location (id),
        units integer NOT NULL CHECK (units <> 0),
        kind text NOT NULL CHECK (kind IN ('RECEIPT', 'ADJUSTMENT', 'SALE', 'CANCELLATION')),
        order_id uuid,
        reason text,
        actor jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        CHECK (order_id IS NOT NULL OR kind NOT IN ('SALE', 'CANCELLATION'))
      );
      CREATE INDEX stock_movement_order ON stock_movement (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX stock_movement_variation ON stock_movement (variation_id, occurred_at);
      CREATE INDEX stock_movement_time ON stock_movement (occurred_at);
      CREATE TRIGGER stock_movement_append_only BEFORE UPDATE OR DELETE ON stock_movement
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE stock_movement;
      DROP TABLE stock_reservation;
      DROP VIEW variation_stock;
      DROP TABLE stock_level;
      DROP TABLE stock_location;
    `);
  }
}
