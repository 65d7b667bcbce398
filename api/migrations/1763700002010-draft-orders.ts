import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that staff prepare for somebody, before they are placed. */
export class DraftOrders1763700002010 implements MigrationInterface {
  readonly name = 'DraftOrders1763700002010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE draft_order (
        id uuid PRIMARY KEY,
        version integer NOT NULL CHECK (version > 0),
        status text NOT NULL CHECK (status IN ('OPEN', 'COMPLETED')),
        customer_id uuid,
        email text,
        shipping_address jsonb,
        shipping_method_code text,
        coupon_codes text[] NOT NULL,
        note text,
        currency_code text NOT NULL,
        lines jsonb NOT NULL,
        quote jsonb,
        order_id uuid UNIQUE,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK ((status = 'COMPLETED') = (order_id IS NOT NULL)),
        CHECK (status = 'OPEN' OR quote IS NOT NULL)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE draft_order`);
  }
}
