import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gift cards: the ledger moves the balance, and the balance never falls below zero or what checkouts hold of it. */
export class GiftCards1763700002000 implements MigrationInterface {
  readonly name = 'GiftCards1763700002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE gift_card (
        id uuid PRIMARY KEY,
        version integer NOT NULL CHECK (version > 0),
        code_hash bytea NOT NULL UNIQUE,
        last4 text NOT NULL CHECK (length(last4) = 4),
        currency_code text NOT NULL,
        initial_minor bigint NOT NULL CHECK (initial_minor > 0),
        balance_minor bigint NOT NULL DEFAULT 0 CHECK (balance_minor >= 0),
        held_minor bigint NOT NULL DEFAULT 0 CHECK (held_minor >= 0),
        expires_at timestamptz,
        disabled_at timestamptz,
        recipient_email text,
        message text,
        order_id uuid,
        order_line_id uuid,
        unit integer,
        created_at timestamptz NOT NULL,
        CHECK (held_minor <= balance_minor),
        CHECK ((order_line_id IS NULL) = (unit IS NULL)),
        UNIQUE (order_line_id, unit)
      );
      CREATE INDEX gift_card_last4 ON gift_card (last4);

      CREATE TABLE gift_card_entry (
        id uuid PRIMARY KEY,
        gift_card_id uuid NOT NULL REFERENCES gift_card (id),
        kind text NOT NULL CHECK (kind IN ('ISSUE', 'USE', 'REFUND', 'ADJUST')),
        amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
        order_id uuid,
        refund_id uuid,
        reason text,
        actor jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        CHECK (kind <> 'USE' OR (amount_minor < 0 AND order_id IS NOT NULL)),
        CHECK (kind NOT IN ('ISSUE', 'REFUND') OR amount_minor > 0),
        CHECK (kind <> 'ADJUST' OR reason IS NOT NULL)
      );
      CREATE INDEX gift_card_entry_card ON gift_card_entry (gift_card_id, id);
      CREATE UNIQUE INDEX gift_card_entry_one_refund ON gift_card_entry (gift_card_id, refund_id)
        WHERE refund_id IS NOT NULL;
      CREATE UNIQUE INDEX gift_card_entry_one_use ON gift_card_entry (gift_card_id, order_id)
        WHERE kind = 'USE';
      CREATE TRIGGER gift_card_entry_append_only BEFORE UPDATE OR DELETE ON gift_card_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- Only the ledger moves a balance, so that it is the sum of its entries whoever writes.
      CREATE FUNCTION move_gift_card_balance() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE gift_card c SET balance_minor = c.balance_minor + e.amount_minor
        FROM (SELECT gift_card_id, sum(amount_minor) AS amount_minor FROM entries GROUP BY 1) e
        WHERE c.id = e.gift_card_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER gift_card_entry_moves_balance AFTER INSERT ON gift_card_entry
        REFERENCING NEW TABLE AS entries
        FOR EACH STATEMENT EXECUTE FUNCTION move_gift_card_balance();
      CREATE FUNCTION guard_gift_card_balance() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF pg_trigger_depth() < 2 AND NEW.balance_minor <> 0
           AND (TG_OP = 'INSERT' OR NEW.balance_minor <> OLD.balance_minor) THEN
          RAISE EXCEPTION 'the balance of a gift card is moved by its ledger alone';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER gift_card_balance BEFORE INSERT OR UPDATE OF balance_minor ON gift_card
        FOR EACH ROW EXECUTE FUNCTION guard_gift_card_balance();

      CREATE TABLE gift_card_hold (
        checkout_id uuid NOT NULL,
        gift_card_id uuid NOT NULL REFERENCES gift_card (id),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        PRIMARY KEY (checkout_id, gift_card_id)
      );
      CREATE INDEX gift_card_hold_card ON gift_card_hold (gift_card_id);

      ALTER TABLE checkout ADD COLUMN gift_cards jsonb;
      ALTER TABLE orders ADD COLUMN gift_cards jsonb NOT NULL DEFAULT '[]';

      UPDATE staff_role SET permissions = permissions || ARRAY['GIFT_CARDS_WRITE']
      WHERE name = 'owner' AND NOT 'GIFT_CARDS_WRITE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = array_remove(permissions, 'GIFT_CARDS_WRITE');
      ALTER TABLE orders DROP COLUMN gift_cards;
      ALTER TABLE checkout DROP COLUMN gift_cards;
      DROP TABLE gift_card_hold;
      DROP TABLE gift_card_entry;
      DROP TABLE gift_card;
      DROP FUNCTION move_gift_card_balance;
      DROP FUNCTION guard_gift_card_balance;
    `);
  }
}
