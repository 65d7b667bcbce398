import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What providers tell, once each; what needs a person's eye; and checkouts that a late payment takes up again. */
export class ProviderEvents1763700001910 implements MigrationInterface {
  readonly name = 'ProviderEvents1763700001910';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE provider_event (
        provider_code text NOT NULL,
        event_id text NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('NEW', 'DONE', 'HELD', 'IGNORED')),
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        handled_at timestamptz,
        note text,
        PRIMARY KEY (provider_code, event_id)
      );
      CREATE INDEX provider_event_new ON provider_event (due_at) WHERE state = 'NEW';

      CREATE TABLE payment_alert (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('WRONG_AMOUNT', 'UNKNOWN_PAYMENT', 'MONEY_RETURNED',
          'REFUND_FAILED', 'FOREIGN_REFUND', 'AUTHORIZATION_LOST')),
        payment_id uuid,
        order_id uuid,
        message text NOT NULL,
        raised_at timestamptz NOT NULL,
        resolved_at timestamptz,
        resolved_by text
      );
      CREATE INDEX payment_alert_open ON payment_alert (raised_at DESC) WHERE resolved_at IS NULL;

      ALTER TABLE checkout ADD COLUMN hold_extended boolean NOT NULL DEFAULT false;
      -- A payment that arrives after the time was over takes the checkout up again.
      INSERT INTO checkout_status_step VALUES ('EXPIRED', 'PAYMENT_PENDING');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM checkout_status_step WHERE from_status = 'EXPIRED';
      ALTER TABLE checkout DROP COLUMN hold_extended;
      DROP TABLE payment_alert;
      DROP TABLE provider_event;
    `);
  }
}
