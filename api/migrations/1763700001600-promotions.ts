import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promotions, the codes that open them, who has used them, and what orders were given by them. */
export class Promotions1763700001600 implements MigrationInterface {
  readonly name = 'Promotions1763700001600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- By what a guest is recognised: without capitals, and without what stands behind a plus sign.
      CREATE FUNCTION email_key(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN regexp_replace(lower(btrim(email)), '\\+[^@]*@', '@');
      CREATE INDEX orders_email_key ON orders (email_key(email));

      CREATE TABLE promotion (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        name text NOT NULL UNIQUE,
        class text NOT NULL CHECK (class IN ('LINE', 'ORDER', 'SHIPPING')),
        is_active boolean NOT NULL,
        requires_code boolean NOT NULL,
        priority integer NOT NULL,
        exclusive_group text,
        combines_with text[] NOT NULL CHECK (combines_with <@ ARRAY['LINE', 'ORDER', 'SHIPPING']),
        benefit jsonb NOT NULL,
        targets jsonb NOT NULL,
        conditions jsonb NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
        usage_limit integer CHECK (usage_limit > 0),
        customer_limit integer CHECK (customer_limit > 0),
        CHECK (starts_at < ends_at)
      );

      CREATE TABLE coupon_code (
        code text PRIMARY KEY CHECK (code ~ '^[^a-z\\s]{3,40}$'),
        promotion_id uuid NOT NULL REFERENCES promotion (id) ON DELETE CASCADE,
        -- How often it can be used by everybody together.
        usage_limit integer CHECK (usage_limit > 0),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX coupon_code_promotion ON coupon_code (promotion_id, code);

      -- One row per promotion that a locked checkout or an order uses.
      CREATE TABLE promotion_use (
        checkout_id uuid NOT NULL,
        promotion_id uuid NOT NULL REFERENCES promotion (id) ON DELETE CASCADE,
        cart_id uuid,
        code text,
        customer_id uuid,
        email_key text NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        -- Null while the checkout is only locked.
        order_id uuid,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (checkout_id, promotion_id)
      );
      CREATE INDEX promotion_use_email ON promotion_use (promotion_id, email_key);
      CREATE INDEX promotion_use_customer ON promotion_use (promotion_id, customer_id);
      CREATE INDEX promotion_use_code ON promotion_use (code) WHERE code IS NOT NULL;

      ALTER TABLE orders
        ADD COLUMN promotions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(promotions) = 'array');
      ALTER TABLE order_line
        ADD COLUMN promotions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(promotions) = 'array');

      UPDATE staff_role SET permissions = permissions || ARRAY['PROMOTIONS_WRITE']
      WHERE name = 'owner' AND NOT 'PROMOTIONS_WRITE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = array_remove(permissions, 'PROMOTIONS_WRITE');
      ALTER TABLE order_line DROP COLUMN promotions;
      ALTER TABLE orders DROP COLUMN promotions;
      DROP TABLE promotion_use;
      DROP TABLE coupon_code;
      DROP TABLE promotion;
      DROP INDEX orders_email_key;
      DROP FUNCTION email_key;
    `);
  }
}
