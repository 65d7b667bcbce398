import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The database itself refuses a state of a payment that may not follow another. */
export class PaymentSteps1763700001920 implements MigrationInterface {
  readonly name = 'PaymentSteps1763700001920';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE payment_state_step (
        from_state text NOT NULL,
        to_state text NOT NULL,
        PRIMARY KEY (from_state, to_state)
      );
      INSERT INTO payment_state_step VALUES
        ('PENDING', 'AUTHORIZED'), ('PENDING', 'CAPTURED'), ('PENDING', 'DECLINED'), ('PENDING', 'ABANDONED'),
        ('PENDING', 'VOIDED'),
        ('DECLINED', 'AUTHORIZED'), ('DECLINED', 'CAPTURED'), ('DECLINED', 'VOIDED'),
        ('ABANDONED', 'AUTHORIZED'), ('ABANDONED', 'CAPTURED'), ('ABANDONED', 'VOIDED'),
        ('AUTHORIZED', 'CAPTURED'), ('AUTHORIZED', 'VOIDED'),
        ('VOIDED', 'CAPTURED'), ('CAPTURED', 'REFUNDED'), ('REFUNDED', 'CAPTURED');

      CREATE FUNCTION check_payment_state() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state <> OLD.state AND NOT EXISTS (
          SELECT 1 FROM payment_state_step WHERE from_state = OLD.state AND to_state = NEW.state
        ) THEN
          RAISE EXCEPTION 'a payment cannot go from % to %', OLD.state, NEW.state;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER payment_state BEFORE UPDATE OF state ON payment
        FOR EACH ROW EXECUTE FUNCTION check_payment_state();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER payment_state ON payment;
      DROP FUNCTION check_payment_state;
      DROP TABLE payment_state_step;
    `);
  }
}
