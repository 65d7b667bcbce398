import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes on carts, the parts that lines of bundles consist of, and goods that come back from buyers. */
export class CartCouponsAndParts1763700001700 implements MigrationInterface {
  readonly name = 'CartCouponsAndParts1763700001700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE cart
        ADD COLUMN coupon_codes text[] NOT NULL DEFAULT '{}' CHECK (cardinality(coupon_codes) <= 20);

      -- The same variation with other parts is another line; the key says which parts, and is empty without any.
      ALTER TABLE cart_line
        ADD COLUMN parts jsonb CHECK (jsonb_typeof(parts) = 'array'),
        ADD COLUMN parts_key text NOT NULL DEFAULT '',
        ADD CHECK ((parts IS NULL) = (parts_key = '')),
        DROP CONSTRAINT cart_line_cart_id_variation_id_key,
        ADD UNIQUE (cart_id, variation_id, parts_key);

      ALTER TABLE order_line
        ADD COLUMN parts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(parts) = 'array');

      ALTER TABLE stock_movement
        DROP CONSTRAINT stock_movement_kind_check,
        DROP CONSTRAINT stock_movement_check,
        ADD CONSTRAINT stock_movement_kind_check
          CHECK (kind IN ('RECEIPT', 'ADJUSTMENT', 'SALE', 'CANCELLATION', 'RETURN')),
        ADD CONSTRAINT stock_movement_order_check
          CHECK (order_id IS NOT NULL OR kind NOT IN ('SALE', 'CANCELLATION', 'RETURN'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE stock_movement
        DROP CONSTRAINT stock_movement_kind_check,
        DROP CONSTRAINT stock_movement_order_check,
        ADD CONSTRAINT stock_movement_kind_check
          CHECK (kind IN ('RECEIPT', 'ADJUSTMENT', 'SALE', 'CANCELLATION')),
        ADD CONSTRAINT stock_movement_check
          CHECK (order_id IS NOT NULL OR kind NOT IN ('SALE', 'CANCELLATION'));
      ALTER TABLE order_line DROP COLUMN parts;
      DELETE FROM cart_line WHERE parts IS NOT NULL;
      ALTER TABLE cart_line
        DROP COLUMN parts, DROP COLUMN parts_key, ADD UNIQUE (cart_id, variation_id);
      ALTER TABLE cart DROP COLUMN coupon_codes;
    `);
  }
}
