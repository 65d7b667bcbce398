import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gift cards that were sold can be taken back with their order's line: what is left goes, and they stay disabled. */
export class GiftCardsTakenBack1763700002420 implements MigrationInterface {
  readonly name = 'GiftCardsTakenBack1763700002420';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE gift_card
        ADD COLUMN taken_back_at timestamptz,
        ADD CHECK (taken_back_at IS NULL OR (disabled_at IS NOT NULL AND order_line_id IS NOT NULL));
      ALTER TABLE gift_card_entry DROP CONSTRAINT gift_card_entry_kind_check;
      ALTER TABLE gift_card_entry
        ADD CONSTRAINT gift_card_entry_kind_check
          CHECK (kind IN ('ISSUE', 'USE', 'REFUND', 'ADJUST', 'TAKEN_BACK')),
        ADD CONSTRAINT gift_card_entry_taken_back
          CHECK (kind <> 'TAKEN_BACK' OR (amount_minor < 0 AND order_id IS NOT NULL));
      CREATE UNIQUE INDEX gift_card_entry_taken_back_once ON gift_card_entry (gift_card_id)
        WHERE kind = 'TAKEN_BACK';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX gift_card_entry_taken_back_once;
      ALTER TABLE gift_card_entry DROP CONSTRAINT gift_card_entry_taken_back;
      ALTER TABLE gift_card_entry DROP CONSTRAINT gift_card_entry_kind_check;
      ALTER TABLE gift_card_entry
        ADD CONSTRAINT gift_card_entry_kind_check
          CHECK (kind IN ('ISSUE', 'USE', 'REFUND', 'ADJUST')) NOT VALID;
      ALTER TABLE gift_card DROP COLUMN taken_back_at;
    `);
  }
}
