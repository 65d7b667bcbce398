import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shop's settings, with values that a new shop can start from. */
export class Shop1763700000150 implements MigrationInterface {
  readonly name = 'Shop1763700000150';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shop (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        name text NOT NULL,
        description text NOT NULL,
        currency_code text NOT NULL CHECK (currency_code ~ '^[A-Z]{3}$'),
        prices_include_tax boolean NOT NULL,
        country_codes text[] NOT NULL,
        order_prefix text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO shop (name, description, currency_code, prices_include_tax, country_codes, order_prefix)
      VALUES ('My shop', 'A new shop on Cartwright.', 'GBP', true,
        ARRAY['GB','IE','AU','AT','BE','CA','HR','CY','CZ','DK','FI','FR','DE','GR','HU','IS','IT','JP','LT','LU','MT','NL','NZ','NO','PL','PT','SG','SK','SI','ES','SE','CH','US'], 'CW');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE shop');
  }
}
