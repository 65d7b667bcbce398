import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open baskets of guests and customers. */
export class Cart1763700000500 implements MigrationInterface {
  readonly name = 'Cart1763700000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE cart (
        id uuid PRIMARY KEY,
        token_hash text UNIQUE,
        customer_id uuid UNIQUE,
        version integer NOT NULL CHECK (version >= 0),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK (num_nonnulls(token_hash, customer_id) = 1)
      );
      CREATE INDEX cart_abandoned ON cart (updated_at) WHERE customer_id IS NULL;

      CREATE TABLE cart_line (
        id uuid PRIMARY KEY,
        cart_id uuid NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
        variation_id uuid NOT NULL,
        quantity integer NOT NULL CHECK (quantity > 0),
        price_at_add_minor bigint NOT NULL CHECK (price_at_add_minor >= 0),
        UNIQUE (cart_id, variation_id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE cart_line; DROP TABLE cart');
  }
}
