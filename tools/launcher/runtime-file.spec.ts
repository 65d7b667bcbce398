import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

import { readRuntime, writeRuntime } from './runtime-file.ts';

const databaseUrl = 'postgres://postgres:secret@127.0.0.1:5432/cartwright';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cartwright-runtime-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('tells where the database of the running shop is, until it stops', () => {
  const runtime = writeRuntime(folder, { databaseUrl });

  assert.deepEqual(readRuntime(folder), { databaseUrl });
  runtime.remove();
  assert.equal(readRuntime(folder), undefined);
});

test('is for the owner alone, also where a careless file was left', () => {
  const file = join(folder, 'runtime.json');
  writeFileSync(file, '{}', { mode: 0o644 });
  writeRuntime(folder, { databaseUrl });

  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('counts a file that was cut off as absent', () => {
  writeFileSync(join(folder, 'runtime.json'), '{"databaseUrl":"postg');

  assert.equal(readRuntime(folder), undefined);
});
