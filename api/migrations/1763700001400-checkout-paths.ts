import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several steps of a checkout in one statement, each still checked and kept; and what a cart's own checkout holds. */
export class CheckoutPaths1763700001400 implements MigrationInterface {
  readonly name = 'CheckoutPaths1763700001400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Statuses that an update passes on its way; the trigger takes them out before the row is stored.
      ALTER TABLE checkout ADD COLUMN passing text[] CHECK (passing IS NULL);

      CREATE OR REPLACE FUNCTION check_checkout_status() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        reached text;
        following text;
        path text[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'CREATED' THEN
            RAISE EXCEPTION 'a checkout begins as CREATED, not %', NEW.status;
          END IF;
          path := ARRAY[NEW.status];
        ELSIF NEW.status = OLD.status AND NEW.passing IS NULL THEN
          RETURN NEW;
        ELSE
          path := coalesce(NEW.passing, '{}') || NEW.status;
          reached := OLD.status;
          FOREACH following IN ARRAY path LOOP
            IF NOT EXISTS (
              SELECT 1 FROM checkout_status_step WHERE from_status = reached AND to_status = following
            ) THEN
              RAISE EXCEPTION 'a checkout cannot go from % to %', reached, following;
            END IF;
            reached := following;
          END LOOP;
          NEW.passing := NULL;
        END IF;
        INSERT INTO checkout_history (checkout_id, status, reached_at)
        SELECT NEW.id, p.status, NEW.updated_at
        FROM unnest(path) WITH ORDINALITY AS p(status, position) ORDER BY p.position;
        RETURN NEW;
      END $$;

      CREATE VIEW cart_hold AS
        SELECT k.cart_id, r.variation_id, sum(r.quantity)::int AS quantity
        FROM checkout k JOIN stock_reservation r ON r.checkout_id = k.id
        WHERE k.status NOT IN ('COMPLETED', 'EXPIRED', 'CANCELLED')
        GROUP BY k.cart_id, r.variation_id;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW cart_hold;
      ALTER TABLE checkout DROP COLUMN passing;

      CREATE OR REPLACE FUNCTION check_checkout_status() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'CREATED' THEN
            RAISE EXCEPTION 'a checkout begins as CREATED, not %', NEW.status;
          END IF;
        ELSIF NEW.status = OLD.status THEN
          RETURN NEW;
        ELSIF NOT EXISTS (
          SELECT 1 FROM checkout_status_step WHERE from_status = OLD.status AND to_status = NEW.status
        ) THEN
          RAISE EXCEPTION 'a checkout cannot go from % to %', OLD.status, NEW.status;
        END IF;
        INSERT INTO checkout_history (checkout_id, status, reached_at)
        VALUES (NEW.id, NEW.status, NEW.updated_at);
        RETURN NEW;
      END $$;
    `);
  }
}
