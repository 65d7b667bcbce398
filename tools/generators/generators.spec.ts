import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { singular, spell } from './names.ts';
import { moduleFilling, pageFilling, tidy, write } from './templates.ts';

const root = join(import.meta.dirname, '..', '..');
const copied = [
  ...['.dependency-cruiser.cjs', '.prettierrc.json', 'codegen.yml', 'eslint.config.mjs'],
  ...['package.json', 'tsconfig.base.json', 'tools/lint', 'tools/operations', 'schema'],
  ...['api/tsconfig.json', 'api/src', 'api/migrations'],
  ...['storefront/tsconfig.json', 'storefront/tsconfig.app.json', 'storefront/tsconfig.spec.json'],
  ...['storefront/src', 'admin-console/tsconfig.json', 'admin-console/tsconfig.app.json'],
  ...['admin-console/tsconfig.spec.json', 'admin-console/src'],
  ...['storefront/jest.config.mjs', 'admin-console/jest.config.mjs'],
];

describe('generated code', { concurrency: 2 }, () => {
  const house = mkdtempSync(join(tmpdir(), 'generated-'));
  let files: readonly string[];

  before(async () => {
    for (const path of copied) cpSync(join(root, path), join(house, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    files = [
      ...write(moduleFilling('size-charts', new Date(1_800_000_000_000)), house),
      ...write(moduleFilling('loyalty', new Date(1_800_000_000_001)), house),
      ...write(pageFilling('storefront', 'size-charts', 'size-chart-list'), house),
      ...write(pageFilling('admin-console', 'size-charts', 'size-chart-list'), house),
    ];
    await run('graphql-codegen', '--config', 'codegen.yml');
    tidy(files, house);
  });
  after(() => rmSync(house, { recursive: true }));

  /** What a tool says, whether it is content or not. */
  async function run(tool: string, ...args: string[]): Promise<string> {
    const outcome = await promisify(execFile)(join(root, 'node_modules', '.bin', tool), args, {
      cwd: house,
      env: { ...process.env, FORCE_COLOR: '0' },
      maxBuffer: 50_000_000,
    }).catch((error: unknown) => error as { readonly stdout: string });
    return outcome.stdout;
  }

  /** The lines that concern generated files; the rest of the copy is judged elsewhere. */
  function complaints(output: string): string[] {
    const lines = output.split('\n');
    return lines.filter((line) => /size-?chart|loyalty/i.test(line));
  }

  for (const [compiler, project] of [
    ['tsc', 'api/tsconfig.json'],
    ['ngc', 'storefront/tsconfig.app.json'],
    ['ngc', 'admin-console/tsconfig.app.json'],
  ] as const) {
    it(`compiles in ${project}`, async () => {
      const output = await run(compiler, '-p', project, '--noEmit', '--pretty', 'false');
      const compiled = await run('tsc', '-p', project, '--listFilesOnly');

      assert.deepEqual(complaints(output), []);
      assert.notDeepEqual(complaints(compiled), []);
    });
  }

  for (const app of ['storefront', 'admin-console']) {
    it(`passes its own tests in ${app}`, async () => {
      const report = join(house, `${app}.json`);
      await run(
        'jest',
        '--config',
        `${app}/jest.config.mjs`,
        '--json',
        '--outputFile',
        report,
        'size-chart',
      );
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
        readonly numPassedTests: number;
        readonly numFailedTests: number;
      };

      assert.equal(numFailedTests, 0);
      assert.ok(numPassedTests > 0);
    });
  }

  it('keeps the rules of the house', async () => {
    const results = JSON.parse(await run('eslint', '--format', 'json', ...files)) as {
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

  it('keeps the boundaries', async () => {
    const args = ['api', 'storefront', 'admin-console', '--output-type', 'err'];

    assert.deepEqual(
      complaints(await run('depcruise', '--config', '.dependency-cruiser.cjs', ...args)),
      [],
    );
  });

  it('is formatted', async () => {
    assert.deepEqual(complaints(await run('prettier', '--list-different', ...files)), []);
  });

  it('leaves no placeholder behind', () => {
    assert.deepEqual(
      files.filter((file) =>
        /__\w+__/.test(readFileSync(join(house, file), 'utf8').replaceAll('__typename', '')),
      ),
      [],
    );
    assert.deepEqual(
      files.filter((file) => file.includes('__')),
      [],
    );
  });

  it('never replaces what is there', () => {
    assert.throws(
      () => write(pageFilling('storefront', 'size-charts', 'size-chart-list'), house),
      /is there already/,
    );
  });
});

describe('names', () => {
  it('are spelt for every use', () => {
    assert.deepEqual(spell('size-charts'), {
      kebab: 'size-charts',
      camel: 'sizeCharts',
      pascal: 'SizeCharts',
      snake: 'size_charts',
      words: 'size charts',
    });
  });

  it('are refused when they are not kebab-case', () => {
    assert.deepEqual(
      ['SizeCharts', 'size_charts', '', '-a', '../x'].map(spell),
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
