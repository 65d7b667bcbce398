import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that were cancelled before they gave their uses of promotions back do so now. */
export class UsesOfCancelledOrders1763700002400 implements MigrationInterface {
  readonly name = 'UsesOfCancelledOrders1763700002400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM promotion_use u USING orders o WHERE o.id = u.order_id AND o.status = 'CANCELLED'
    `);
  }

  async down(): Promise<void> {
    // Nobody knows any more which uses these were, and limits that count fewer harm nobody.
  }
}
