import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Budgets, lineFor, type Measured } from './judge-budgets';

const root = join(__dirname, '..', '..', '..', '..');
const file = join(root, 'api', 'operation-budgets.json');

/** What the apps send, as codegen wrote it. */
export const manifestPaths = ['storefront', 'admin-console'].map((app) =>
  join(root, app, 'operations.generated.json'),
);

/** What each operation of the apps may take. */
export function readBudgets(): Budgets {
  return JSON.parse(readFileSync(file, 'utf8')) as Budgets;
}

/** Writes what was measured as what may be taken, where `npm run budgets:update` asked for that. */
export function updateBudgets(measured: Readonly<Record<string, Measured>>): void {
  if (process.env['UPDATE_BUDGETS'] !== '1') return;
  const lines = Object.entries(measured)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, took]) => {
      const { cost, statements, bytes } = lineFor(took);
      const line = `{ "cost": ${cost}, "statements": ${statements}, "bytes": ${bytes} }`;
      return `  ${JSON.stringify(name)}: ${line}`;
    });
  // One line for each, so that a difference shows what became dearer.
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
