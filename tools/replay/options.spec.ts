import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { demoLogins } from '../launcher/demo-logins.ts';
import { readOptions } from './options.ts';

const file = fileURLToPath(import.meta.url);

test('plays the whole file at the demo shop unless told otherwise', () => {
  assert.deepEqual(readOptions([file], '/'), {
    file,
    invoices: Infinity,
    concurrency: 8,
    url: new URL('http://localhost:8080'),
    staff: demoLogins.staff,
  });
});

test('refuses what cannot be meant in one sentence', () => {
  assert.throws(() => readOptions([], '/'), /^Refusal: Usage: npm run replay/);
  assert.throws(() => readOptions(['nothing.csv'], '/'), /There is no file \/nothing\.csv\./);
  assert.throws(() => readOptions([file, '--invoices', '0'], '/'), /--invoices must be a number/);
  assert.throws(() => readOptions([file, '--url', 'shop'], '/'), /--url must be an address/);
  assert.throws(() => readOptions([file, '--speed', '9'], '/'), /Unknown option '--speed'/);
});
