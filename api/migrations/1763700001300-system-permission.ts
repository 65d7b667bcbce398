import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The permission to look into the machinery of the shop, such as its cache, for its owner. */
export class SystemPermission1763700001300 implements MigrationInterface {
  readonly name = 'SystemPermission1763700001300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = permissions || ARRAY['SYSTEM_MANAGE']
      WHERE name = 'owner' AND NOT 'SYSTEM_MANAGE' = ANY (permissions);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE staff_role SET permissions = array_remove(permissions, 'SYSTEM_MANAGE');
    `);
  }
}
