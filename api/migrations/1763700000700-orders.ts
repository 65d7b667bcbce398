import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Placed orders with their lines. The database itself refuses a status that may not follow another. */
export class Orders1763700000700 implements MigrationInterface {
  readonly name = 'Orders1763700000700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE order_number START 1001;

      CREATE TABLE orders (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        version integer NOT NULL CHECK (version > 0),
        status text NOT NULL,
        payment_status text NOT NULL CHECK (payment_status IN ('PENDING', 'PAID', 'REFUNDED', 'VOIDED')),
        fulfilment_status text NOT NULL
          CHECK (fulfilment_status IN ('UNFULFILLED', 'FULFILLED', 'DELIVERED', 'CANCELLED')),
        checkout_id uuid NOT NULL UNIQUE,
        customer_id uuid,
        email text NOT NULL,
        shipping_address jsonb NOT NULL,
        shipping_method_name text NOT NULL,
        payment_method_name text NOT NULL,
        currency_code text NOT NULL,
        subtotal_minor bigint NOT NULL CHECK (subtotal_minor >= 0),
        discounts_minor bigint NOT NULL CHECK (discounts_minor >= 0),
        shipping_minor bigint NOT NULL CHECK (shipping_minor >= 0),
        tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
        total_minor bigint NOT NULL CHECK (total_minor >= 0),
        tracking_token text NOT NULL UNIQUE,
        carrier text,
        tracking_number text,
        shipped_at timestamptz,
        delivered_at timestamptz,
        placed_at timestamptz NOT NULL
      );
      CREATE INDEX orders_newest ON orders (placed_at DESC, id DESC);
      CREATE INDEX orders_status ON orders (status, placed_at DESC, id DESC);
      CREATE INDEX orders_customer ON orders (customer_id, placed_at DESC, id DESC)
        WHERE customer_id IS NOT NULL;

      CREATE TABLE order_line (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES orders (id),
        position integer NOT NULL,
        product_id uuid NOT NULL,
        variation_id uuid NOT NULL,
        product_title text NOT NULL,
        variation_title text NOT NULL,
        sku text NOT NULL,
        image jsonb,
        quantity integer NOT NULL CHECK (quantity > 0),
        unit_price_minor bigint NOT NULL CHECK (unit_price_minor >= 0),
        UNIQUE (order_id, position)
      );

      CREATE TABLE order_status_step (
        from_status text NOT NULL,
        to_status text NOT NULL,
        PRIMARY KEY (from_status, to_status)
      );
      INSERT INTO order_status_step VALUES
        ('PENDING', 'CONFIRMED'), ('CONFIRMED', 'PROCESSING'), ('PROCESSING', 'SHIPPED'),
        ('SHIPPED', 'DELIVERED'),
        ('PENDING', 'CANCELLED'), ('CONFIRMED', 'CANCELLED'), ('PROCESSING', 'CANCELLED'),
        ('SHIPPED', 'REFUNDED'), ('DELIVERED', 'REFUNDED');

      CREATE FUNCTION check_order_status() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'PENDING' THEN
            RAISE EXCEPTION 'an order begins as PENDING, not %', NEW.status;
          END IF;
        ELSIF NEW.status <> OLD.status AND NOT EXISTS (
          SELECT 1 FROM order_status_step WHERE from_status = OLD.status AND to_status = NEW.status
        ) THEN
          RAISE EXCEPTION 'an order cannot go from % to %', OLD.status, NEW.status;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER orders_status BEFORE INSERT OR UPDATE OF status ON orders
        FOR EACH ROW EXECUTE FUNCTION check_order_status();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE order_line;
      DROP TABLE orders;
      DROP FUNCTION check_order_status;
      DROP TABLE order_status_step;
      DROP SEQUENCE order_number;
    `);
  }
}
