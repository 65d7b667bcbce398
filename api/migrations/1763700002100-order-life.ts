import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels, cancelled units, refunds, returns and notes of orders, with the steps that each may take. */
export class OrderLife1763700002100 implements MigrationInterface {
  readonly name = 'OrderLife1763700002100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE orders
        DROP CONSTRAINT orders_payment_status_check,
        DROP CONSTRAINT orders_fulfilment_status_check,
        ADD CONSTRAINT orders_payment_status_check CHECK (payment_status IN
          ('PENDING', 'AUTHORIZED', 'PARTIALLY_PAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'VOIDED')),
        ADD CONSTRAINT orders_fulfilment_status_check CHECK (fulfilment_status IN
          ('UNFULFILLED', 'PARTIALLY_FULFILLED', 'FULFILLED', 'DELIVERED', 'CANCELLED')),
        ADD COLUMN cancelled_minor bigint NOT NULL DEFAULT 0 CHECK (cancelled_minor >= 0),
        ADD COLUMN credited_minor bigint NOT NULL DEFAULT 0 CHECK (credited_minor >= 0),
        ADD COLUMN refunded_shipping_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_shipping_minor >= 0),
        ADD CHECK (cancelled_minor <= total_minor);

      ALTER TABLE order_line
        ADD COLUMN cancelled_quantity integer NOT NULL DEFAULT 0 CHECK (cancelled_quantity >= 0),
        ADD COLUMN packed_quantity integer NOT NULL DEFAULT 0 CHECK (packed_quantity >= 0),
        ADD COLUMN refunded_quantity integer NOT NULL DEFAULT 0 CHECK (refunded_quantity >= 0),
        ADD COLUMN returned_quantity integer NOT NULL DEFAULT 0 CHECK (returned_quantity >= 0),
        ADD CHECK (cancelled_quantity + packed_quantity <= quantity),
        ADD CHECK (refunded_quantity <= packed_quantity),
        ADD CHECK (returned_quantity <= packed_quantity);

      INSERT INTO order_status_step VALUES
        ('PROCESSING', 'DELIVERED'), ('SHIPPED', 'PROCESSING'), ('DELIVERED', 'PROCESSING');

      CREATE TABLE parcel (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES orders (id),
        number integer NOT NULL,
        status text NOT NULL,
        carrier text,
        tracking_number text,
        tracking_url text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        delivered_at timestamptz,
        UNIQUE (order_id, number),
        CHECK ((sent_at IS NOT NULL) = (status IN ('SENT', 'DELIVERED'))),
        CHECK ((delivered_at IS NOT NULL) = (status = 'DELIVERED'))
      );
      CREATE TABLE parcel_line (
        parcel_id uuid NOT NULL REFERENCES parcel (id),
        line_id uuid NOT NULL REFERENCES order_line (id),
        quantity integer NOT NULL CHECK (quantity > 0),
        PRIMARY KEY (parcel_id, line_id)
      );

      CREATE TABLE order_return (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES orders (id),
        number integer NOT NULL,
        status text NOT NULL,
        is_exchange boolean NOT NULL,
        expected_minor bigint NOT NULL CHECK (expected_minor >= 0),
        note text,
        answer text,
        requested_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (order_id, number)
      );
      CREATE TABLE order_return_line (
        return_id uuid NOT NULL REFERENCES order_return (id),
        line_id uuid NOT NULL REFERENCES order_line (id),
        quantity integer NOT NULL CHECK (quantity > 0),
        reason text NOT NULL,
        note text,
        condition text,
        restocked boolean NOT NULL DEFAULT false,
        PRIMARY KEY (return_id, line_id)
      );
      CREATE INDEX order_return_line_line ON order_return_line (line_id);

      CREATE TABLE order_refund (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES orders (id),
        kind text NOT NULL CHECK (kind IN ('CANCELLATION', 'EDIT', 'REFUND', 'RETURN')),
        state text NOT NULL CHECK (state IN ('DONE', 'PENDING', 'FAILED')),
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        shipping_minor bigint NOT NULL DEFAULT 0 CHECK (shipping_minor >= 0),
        lines jsonb NOT NULL DEFAULT '[]',
        reason text,
        return_id uuid REFERENCES order_return (id),
        actor jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX order_refund_order ON order_refund (order_id, created_at, id);

      CREATE TABLE order_note (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES orders (id),
        text text NOT NULL,
        is_internal boolean NOT NULL,
        actor jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX order_note_order ON order_note (order_id, created_at, id);

      CREATE TABLE parcel_status_step (
        from_status text NOT NULL, to_status text NOT NULL, PRIMARY KEY (from_status, to_status)
      );
      INSERT INTO parcel_status_step VALUES
        ('PREPARED', 'SENT'), ('PREPARED', 'CANCELLED'), ('SENT', 'DELIVERED');
      CREATE TABLE order_return_step (
        from_status text NOT NULL, to_status text NOT NULL, PRIMARY KEY (from_status, to_status)
      );
      INSERT INTO order_return_step VALUES
        ('REQUESTED', 'APPROVED'), ('REQUESTED', 'REJECTED'), ('REQUESTED', 'CLOSED'),
        ('APPROVED', 'RECEIVED'), ('APPROVED', 'CLOSED'),
        ('RECEIVED', 'REFUNDED'), ('RECEIVED', 'CLOSED'), ('REFUNDED', 'CLOSED');

      CREATE FUNCTION check_step() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        is_step boolean;
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> ALL (TG_ARGV[2]::text[]) THEN
            RAISE EXCEPTION 'a % does not begin as %', TG_ARGV[0], NEW.status;
          END IF;
        ELSIF NEW.status <> OLD.status THEN
          EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE from_status = $1 AND to_status = $2)', TG_ARGV[1])
            INTO is_step USING OLD.status, NEW.status;
          IF NOT is_step THEN
            RAISE EXCEPTION 'a % cannot go from % to %', TG_ARGV[0], OLD.status, NEW.status;
          END IF;
        END IF;
        RETURN NEW;
      END $$;

      -- What was sent, cancelled and refunded before there were parcels and parts.
      INSERT INTO parcel (id, order_id, number, status, carrier, tracking_number, created_at, sent_at, delivered_at)
      SELECT uuidv7(), id, 1, CASE WHEN delivered_at IS NULL THEN 'SENT' ELSE 'DELIVERED' END,
        carrier, tracking_number, shipped_at, shipped_at, delivered_at
      FROM orders WHERE shipped_at IS NOT NULL;
      INSERT INTO parcel_line (parcel_id, line_id, quantity)
      SELECT p.id, l.id, l.quantity FROM parcel p JOIN order_line l ON l.order_id = p.order_id;
      UPDATE order_line l SET packed_quantity = quantity FROM parcel p WHERE p.order_id = l.order_id;
      UPDATE order_line l SET cancelled_quantity = quantity FROM orders o
      WHERE o.id = l.order_id AND o.status = 'CANCELLED';
      UPDATE orders SET cancelled_minor = total_minor WHERE status = 'CANCELLED';
      UPDATE orders SET credited_minor = total_minor WHERE status = 'REFUNDED';
      INSERT INTO order_refund (id, order_id, kind, state, amount_minor, actor, created_at)
      SELECT uuidv7(), id, CASE status WHEN 'CANCELLED' THEN 'CANCELLATION' ELSE 'REFUND' END, 'DONE', total_minor,
        '{"kind": "system"}', placed_at
      FROM orders WHERE payment_status = 'REFUNDED';

      CREATE TRIGGER parcel_status BEFORE INSERT OR UPDATE OF status ON parcel
        FOR EACH ROW EXECUTE FUNCTION check_step('parcel', 'parcel_status_step', '{PREPARED,SENT}');
      CREATE TRIGGER order_return_status BEFORE INSERT OR UPDATE OF status ON order_return
        FOR EACH ROW EXECUTE FUNCTION check_step('return', 'order_return_step', '{REQUESTED,APPROVED}');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE order_note, order_refund, order_return_line, order_return, parcel_line, parcel,
        parcel_status_step, order_return_step;
      DROP FUNCTION check_step;
      DELETE FROM order_status_step WHERE (from_status, to_status) IN
        (('PROCESSING', 'DELIVERED'), ('SHIPPED', 'PROCESSING'), ('DELIVERED', 'PROCESSING'));
      ALTER TABLE order_line
        DROP COLUMN cancelled_quantity, DROP COLUMN packed_quantity, DROP COLUMN refunded_quantity,
        DROP COLUMN returned_quantity;
      ALTER TABLE orders
        DROP CONSTRAINT orders_payment_status_check,
        DROP CONSTRAINT orders_fulfilment_status_check,
        ADD CONSTRAINT orders_payment_status_check
          CHECK (payment_status IN ('PENDING', 'PAID', 'REFUNDED', 'VOIDED')) NOT VALID,
        ADD CONSTRAINT orders_fulfilment_status_check
          CHECK (fulfilment_status IN ('UNFULFILLED', 'FULFILLED', 'DELIVERED', 'CANCELLED')) NOT VALID,
        DROP COLUMN cancelled_minor, DROP COLUMN credited_minor, DROP COLUMN refunded_shipping_minor;
    `);
  }
}
