import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { contractStepsOf } from './migration-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const migrations = globSync('api/migrations/[0-9]*.ts', { cwd: root });

const migration = (up: string): string => `
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`${up}\`);
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`DROP TABLE way_down; ALTER TABLE shop DROP COLUMN motto\`);
  }`;

describe('migrations', () => {
  it('are looked at', () => {
    assert.ok(migrations.length > 30);
  });

  for (const file of migrations) {
    it(`${file} leaves the version before running`, () => {
      assert.deepEqual(contractStepsOf(readFileSync(join(root, file), 'utf8')), []);
    });
  }

  for (const step of [
    'ALTER TABLE product DROP COLUMN care',
    'ALTER TABLE product ADD COLUMN care text, DROP COLUMN wash',
    'DROP TABLE product',
    'DROP TABLE IF EXISTS product',
    'ALTER TABLE product RENAME COLUMN care TO wash',
    'ALTER TABLE product RENAME TO goods',
    'ALTER TABLE product ALTER COLUMN care SET NOT NULL',
    'ALTER TABLE product ALTER COLUMN care TYPE integer',
    'ALTER TABLE product ADD COLUMN care text NOT NULL',
    'ALTER TABLE product ADD COLUMN care text NOT NULL, ADD COLUMN wash text DEFAULT 30',
  ]) {
    it(`may not contain ${step}`, () => {
      assert.deepEqual(contractStepsOf(migration(`SELECT 1;\n${step};`)), [step]);
    });

    it(`may contain ${step} as a step that was thought about`, () => {
      const marked = `SELECT 1;\n-- contract: nothing reads it since the release before\n${step};`;
      assert.deepEqual(contractStepsOf(migration(marked)), []);
    });
  }

  for (const step of [
    'ALTER TABLE product ADD COLUMN care text',
    'ALTER TABLE product ADD COLUMN care text NOT NULL DEFAULT 1',
    'ALTER TABLE product ALTER COLUMN care DROP NOT NULL',
    '-- DROP TABLE product would be too early',
    'CREATE TABLE fresh (id uuid NOT NULL); ALTER TABLE fresh ALTER COLUMN id SET NOT NULL',
  ]) {
    it(`may contain ${step}`, () => {
      assert.deepEqual(contractStepsOf(migration(step)), []);
    });
  }
});
