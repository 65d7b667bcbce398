import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { singular, spell } from './names.ts';
import { moduleFilling, pageFilling, write } from './templates.ts';

const root = join(import.meta.dirname, '..', '..');
const copied = [
  ...['.dependency-cruiser.cjs', '.prettierrc.json', 'codegen.yml', 'eslint.config.mjs'],
  ...['package.json', 'tsconfig.base.json', 'tools/lint', 'schema'],
  ...['api/tsconfig.json', 'api/src', 'api/migrations'],
  ...['storefront/tsconfig.json', 'storefront/tsconfig.app.json', 'storefront/tsconfig.spec.json'],
  ...['storefront/src', 'admin-console/tsconfig.json', 'admin-console/tsconfig.app.json'],
  ...['admin-console/tsconfig.spec.json', 'admin-console/src'],
];

describe('generated code', () => {
  const house = mkdtempSync(join(tmpdir(), 'generated-'));
  let files: readonly string[];

  before(() => {
    for (const path of copied) cpSync(join(root, path), join(house, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    files = [
      ...write(moduleFilling('gift-cards', new Date(1_800_000_000_000)), house),
      ...write(moduleFilling('loyalty', new Date(1_800_000_000_001)), house),
      ...write(pageFilling('storefront', 'gift-cards', 'gift-card-list'), house),
      ...write(pageFilling('admin-console', 'gift-cards', 'gift-card-list'), house),
    ];
    run('prettier', '--write', '--log-level', 'warn', ...files);
    run('graphql-codegen', '--config', 'codegen.yml');
  });
  after(() => rmSync(house, { recursive: true }));

  /** What a tool says, whether it is content or not. */
  function run(tool: string, ...args: string[]): string {
    try {
      return execFileSync(join(root, 'node_modules', '.bin', tool), args, {
        cwd: house,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, FORCE_COLOR: '0' },
      });
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  }

  /** The lines that concern generated files; the rest of the copy is judged elsewhere. */
  function complaints(output: string): string[] {
    const lines = output.split('\n');
    return lines.filter((line) => /gift-?card|loyalty/i.test(line));
  }

  for (const [compiler, project] of [
    ['tsc', 'api/tsconfig.json'],
    ['ngc', 'storefront/tsconfig.app.json'],
    ['ngc', 'admin-console/tsconfig.app.json'],
  ] as const) {
    it(`compiles in ${project}`, () => {
      const output = run(compiler, '-p', project, '--noEmit', '--pretty', 'false');
      const compiled = run('tsc', '-p', project, '--listFilesOnly');

      assert.deepEqual(complaints(output), []);
      assert.notDeepEqual(complaints(compiled), []);
    });
  }

  it('keeps the rules of the house', () => {
    const results = JSON.parse(run('eslint', '--format', 'json', ...files)) as {
      readonly filePath: string;
      readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
    }[];

    assert.deepEqual(
      results.flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, message }) => `${filePath} ${ruleId}: ${message}`),
      ),
      [],
    );
    assert.equal(results.length, files.length);
  });

  it('keeps the boundaries', () => {
    const args = ['api', 'storefront', 'admin-console', '--output-type', 'err'];

    assert.deepEqual(
      complaints(run('depcruise', '--config', '.dependency-cruiser.cjs', ...args)),
      [],
    );
  });

  it('is formatted', () => {
    assert.deepEqual(complaints(run('prettier', '--list-different', ...files)), []);
  });

  it('leaves no placeholder behind', () => {
    assert.deepEqual(complaints(run('grep', '-rnE', '__[A-Za-z_]+__', ...files)), []);
    assert.deepEqual(
      files.filter((file) => file.includes('__')),
      [],
    );
  });

  it('never replaces what is there', () => {
    assert.throws(
      () => write(pageFilling('storefront', 'gift-cards', 'gift-card-list'), house),
      /is there already/,
    );
  });
});

describe('names', () => {
  it('are spelt for every use', () => {
    assert.deepEqual(spell('gift-cards'), {
      kebab: 'gift-cards',
      camel: 'giftCards',
      pascal: 'GiftCards',
      snake: 'gift_cards',
      words: 'gift cards',
    });
  });

  it('are refused when they are not kebab-case', () => {
    assert.deepEqual(
      ['GiftCards', 'gift_cards', '', '-a', '../x'].map(spell),
      Array(5).fill(undefined),
    );
  });

  it('know one from many', () => {
    assert.deepEqual(['wishlists', 'categories', 'search', 'analytics', 'address'].map(singular), [
      'wishlist',
      'category',
      'search',
      'analytics',
      'address',
    ]);
  });
});
