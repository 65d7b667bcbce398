import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways of delivery, payments and checkouts, whose every change of status is checked and kept. */
export class Checkout1763700000600 implements MigrationInterface {
  readonly name = 'Checkout1763700000600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shipping_method (
        code text PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL,
        price_minor bigint NOT NULL CHECK (price_minor >= 0)
      );
      INSERT INTO shipping_method VALUES
        ('standard', 'Standard delivery', 'Arrives within three to five working days.', 450);

      CREATE TABLE payment (
        id uuid PRIMARY KEY,
        checkout_id uuid NOT NULL,
        order_id uuid UNIQUE,
        provider_code text NOT NULL,
        state text NOT NULL
          CHECK (state IN ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'VOIDED', 'REFUNDED')),
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        currency_code text NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK (order_id IS NOT NULL OR state IN ('PENDING', 'DECLINED'))
      );
      CREATE UNIQUE INDEX payment_one_pending ON payment (checkout_id) WHERE state = 'PENDING';

      CREATE TABLE checkout (
        id uuid PRIMARY KEY,
        cart_id uuid NOT NULL,
        customer_id uuid,
        token_hash text,
        status text NOT NULL,
        version integer NOT NULL,
        email text,
        shipping_address jsonb,
        shipping_method_code text,
        currency_code text NOT NULL,
        quote jsonb,
        reserved_until timestamptz,
        payment_id uuid,
        payment_provider_code text,
        order_id uuid UNIQUE,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK (status IN ('CREATED', 'EXPIRED', 'CANCELLED') OR quote IS NOT NULL),
        CHECK (status NOT IN ('ORDER_CREATED', 'COMPLETED') OR order_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX checkout_one_open ON checkout (cart_id)
        WHERE status NOT IN ('COMPLETED', 'EXPIRED', 'CANCELLED');
      CREATE INDEX checkout_unfinished ON checkout (status, updated_at)
        WHERE status NOT IN ('COMPLETED', 'EXPIRED', 'CANCELLED');

      CREATE TABLE checkout_status_step (
        from_status text NOT NULL,
        to_status text NOT NULL,
        PRIMARY KEY (from_status, to_status)
      );
      INSERT INTO checkout_status_step VALUES
        ('CREATED', 'LOCKED'), ('CREATED', 'EXPIRED'), ('CREATED', 'CANCELLED'),
        ('LOCKED', 'CREATED'), ('LOCKED', 'PAYMENT_PENDING'), ('LOCKED', 'EXPIRED'),
        ('LOCKED', 'CANCELLED'),
        ('PAYMENT_PENDING', 'PAYMENT_CONFIRMED'), ('PAYMENT_PENDING', 'LOCKED'),
        ('PAYMENT_CONFIRMED', 'ORDER_CREATED'), ('ORDER_CREATED', 'COMPLETED');

      CREATE TABLE checkout_history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        checkout_id uuid NOT NULL,
        status text NOT NULL,
        reached_at timestamptz NOT NULL
      );
      CREATE INDEX checkout_history_checkout ON checkout_history (checkout_id);

      CREATE FUNCTION check_checkout_status() RETURNS trigger LANGUAGE plpgsql AS $$
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
      CREATE TRIGGER checkout_status BEFORE INSERT OR UPDATE OF status ON checkout
        FOR EACH ROW EXECUTE FUNCTION check_checkout_status();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE checkout_history;
      DROP TABLE checkout;
      DROP FUNCTION check_checkout_status;
      DROP TABLE checkout_status_step;
      DROP TABLE payment;
      DROP TABLE shipping_method;
    `);
  }
}
