import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TestApp } from './test-app';

const sql = readFileSync(join(__dirname, '../../../e2e/invariants.sql'), 'utf8');

/** What in the test's database breaks the rules that every shop keeps; empty in a sound one. */
export function breaches(test: TestApp): Promise<{ rule: string; breach: string }[]> {
  return test.sql(sql);
}
