import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products that are gift cards: what is sold of them is made when it is paid for, and nothing is delivered. */
export class GiftCardProducts1763700002020 implements MigrationInterface {
  readonly name = 'GiftCardProducts1763700002020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE product ADD COLUMN is_gift_card boolean NOT NULL DEFAULT false;
      CREATE INDEX product_gift_card ON product (id) WHERE is_gift_card;
      ALTER TABLE order_line ADD COLUMN is_gift_card boolean NOT NULL DEFAULT false;
      CREATE INDEX order_line_gift_card ON order_line (order_id) WHERE is_gift_card;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE order_line DROP COLUMN is_gift_card;
      ALTER TABLE product DROP COLUMN is_gift_card;
    `);
  }
}
