import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several payments per order, what of them arrived and went back, and refunds that never exceed what was captured. */
export class Payments1763700001900 implements MigrationInterface {
  readonly name = 'Payments1763700001900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE payment
        DROP CONSTRAINT payment_order_id_key,
        DROP CONSTRAINT payment_check,
        DROP CONSTRAINT payment_state_check,
        ALTER COLUMN checkout_id DROP NOT NULL,
        ADD COLUMN reference text,
        ADD COLUMN captured_minor bigint NOT NULL DEFAULT 0,
        ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0,
        ADD COLUMN returned_because text,
        ADD COLUMN cancel_due_at timestamptz,
        ADD COLUMN attempts integer NOT NULL DEFAULT 0;
      UPDATE payment SET captured_minor = amount_minor WHERE state IN ('CAPTURED', 'REFUNDED');
      UPDATE payment SET refunded_minor = amount_minor WHERE state = 'REFUNDED';
      ALTER TABLE payment
        ADD CONSTRAINT payment_state_check CHECK (state IN
          ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'ABANDONED', 'VOIDED', 'REFUNDED')),
        ADD CONSTRAINT payment_captured CHECK (captured_minor BETWEEN 0 AND amount_minor),
        ADD CONSTRAINT payment_refunded CHECK (refunded_minor BETWEEN 0 AND captured_minor),
        ADD CONSTRAINT payment_is_for_something CHECK (checkout_id IS NOT NULL OR order_id IS NOT NULL),
        -- Money that was taken belongs to an order, or goes back for a reason that is known.
        ADD CONSTRAINT payment_is_kept_for_an_order CHECK (order_id IS NOT NULL
          OR state IN ('PENDING', 'DECLINED', 'ABANDONED') OR returned_because IS NOT NULL);
      CREATE INDEX payment_order ON payment (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX payment_checkout ON payment (checkout_id);
      CREATE INDEX payment_to_cancel ON payment (cancel_due_at) WHERE cancel_due_at IS NOT NULL;
      -- One charge per checkout, whoever confirms it. Gift cards pay beside it.
      CREATE UNIQUE INDEX payment_one_per_checkout ON payment (checkout_id)
        WHERE order_id IS NOT NULL AND provider_code <> 'gift-card';
      CREATE UNIQUE INDEX payment_reference ON payment (provider_code, reference)
        WHERE reference IS NOT NULL AND provider_code <> 'gift-card';

      CREATE TABLE refund (
        id uuid PRIMARY KEY,
        refund_id uuid NOT NULL,
        payment_id uuid NOT NULL REFERENCES payment (id),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        state text NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
        reference text,
        failure text,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (refund_id, payment_id)
      );
      CREATE INDEX refund_payment ON refund (payment_id);
      CREATE INDEX refund_due ON refund (due_at) WHERE state = 'PENDING';

      -- What goes back is counted where it is written, so that no code can pass by the limit.
      CREATE FUNCTION count_refund() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        delta bigint := CASE WHEN NEW.state = 'FAILED' THEN 0 ELSE NEW.amount_minor END;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          delta := delta - CASE WHEN OLD.state = 'FAILED' THEN 0 ELSE OLD.amount_minor END;
        END IF;
        IF delta <> 0 THEN
          UPDATE payment SET refunded_minor = refunded_minor + delta, updated_at = NEW.updated_at,
            state = CASE WHEN refunded_minor + delta = captured_minor THEN 'REFUNDED' ELSE 'CAPTURED' END
          WHERE id = NEW.payment_id;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refund_counted AFTER INSERT OR UPDATE OF state, amount_minor ON refund
        FOR EACH ROW EXECUTE FUNCTION count_refund();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE refund;
      DROP FUNCTION count_refund;
      DELETE FROM payment WHERE checkout_id IS NULL OR provider_code = 'gift-card';
      UPDATE payment SET state = 'DECLINED', order_id = NULL WHERE state = 'ABANDONED' OR order_id IS NULL;
      DROP INDEX payment_order;
      DROP INDEX payment_checkout;
      DROP INDEX payment_to_cancel;
      DROP INDEX payment_one_per_checkout;
      DROP INDEX payment_reference;
      ALTER TABLE payment
        DROP CONSTRAINT payment_state_check,
        DROP CONSTRAINT payment_captured,
        DROP CONSTRAINT payment_refunded,
        DROP CONSTRAINT payment_is_for_something,
        DROP CONSTRAINT payment_is_kept_for_an_order,
        DROP COLUMN reference,
        DROP COLUMN captured_minor,
        DROP COLUMN refunded_minor,
        DROP COLUMN returned_because,
        DROP COLUMN cancel_due_at,
        DROP COLUMN attempts,
        ALTER COLUMN checkout_id SET NOT NULL,
        ADD CONSTRAINT payment_order_id_key UNIQUE (order_id),
        ADD CONSTRAINT payment_state_check CHECK (state IN
          ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'VOIDED', 'REFUNDED')),
        ADD CONSTRAINT payment_check CHECK (order_id IS NOT NULL OR state IN ('PENDING', 'DECLINED'));
    `);
  }
}
