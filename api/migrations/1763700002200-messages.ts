import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to shoppers, where their reader stands in the event log, and who wants to be told of what. */
export class Messages1763700002200 implements MigrationInterface {
  readonly name = 'Messages1763700002200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE event_reader (
        name text PRIMARY KEY,
        xact xid8 NOT NULL,
        position bigint NOT NULL
      );
      -- What happened before there were messages is told to nobody.
      INSERT INTO event_reader VALUES ('messages', pg_current_xact_id(), 0);

      CREATE TABLE message (
        id uuid PRIMARY KEY,
        template text NOT NULL,
        cause_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('WAITING', 'SENT', 'KEPT', 'FAILED', 'DROPPED')),
        recipient text NOT NULL,
        details jsonb NOT NULL,
        order_id uuid,
        customer_id uuid,
        subject text,
        html text,
        plain_text text,
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        resends integer NOT NULL DEFAULT 0 CHECK (resends >= 0),
        last_error text,
        created_at timestamptz NOT NULL,
        -- Since when it is to be sent, and when it is tried next. Whoever tries it puts the latter off first.
        due_since timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        sent_at timestamptz,
        UNIQUE (template, cause_id),
        CHECK (num_nonnulls(subject, html, plain_text) IN (0, 3)),
        CHECK (status NOT IN ('SENT', 'KEPT') OR html IS NOT NULL)
      );
      CREATE INDEX message_due ON message (due_at) WHERE status = 'WAITING';
      CREATE INDEX message_backlog ON message (status) WHERE status IN ('WAITING', 'FAILED');
      CREATE INDEX message_newest ON message (created_at DESC, id DESC);
      CREATE INDEX message_order ON message (order_id) WHERE order_id IS NOT NULL;

      CREATE TABLE back_in_stock_request (
        id uuid PRIMARY KEY,
        variation_id uuid NOT NULL,
        email text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (variation_id, email)
      );

      CREATE TABLE marketing_consent (
        email text PRIMARY KEY,
        accepts boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('ACCOUNT', 'CHECKOUT', 'UNSUBSCRIBE')),
        -- The cart at whose checkout it was given.
        cart_id uuid,
        decided_at timestamptz NOT NULL
      );
      CREATE INDEX marketing_consent_cart ON marketing_consent (cart_id) WHERE cart_id IS NOT NULL;

      CREATE TABLE cart_reminder (
        cart_id uuid PRIMARY KEY,
        reminded_at timestamptz NOT NULL
      );

      UPDATE staff_role SET permissions = permissions || ARRAY['MESSAGES_READ', 'MESSAGES_WRITE']
      WHERE name = 'owner' AND NOT 'MESSAGES_READ' = ANY (permissions);
      UPDATE staff_role SET permissions = permissions || ARRAY['MESSAGES_READ']
      WHERE name = 'order-desk' AND NOT 'MESSAGES_READ' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role
      SET permissions = array_remove(array_remove(permissions, 'MESSAGES_READ'), 'MESSAGES_WRITE');
      DROP TABLE cart_reminder;
      DROP TABLE marketing_consent;
      DROP TABLE back_in_stock_request;
      DROP TABLE message;
      DROP TABLE event_reader;
    `);
  }
}
