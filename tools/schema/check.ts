// Holds the committed contracts to what the API serves, and the public one to what its clients were promised.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { baseContract } from './base-contract.ts';
import { breakingChanges } from './breaking-changes.ts';
import { contracts, emitContracts } from './emit.ts';

const root = join(import.meta.dirname, '..', '..');
const publicContract = 'schema/public.graphql';

function drifted(): readonly string[] {
  const emitted = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    if (!emitContracts(emitted)) return ['The API could not write its contracts.'];
    return contracts
      .filter(
        (file) =>
          readFileSync(join(emitted, file), 'utf8') !==
          readFileSync(join(root, 'schema', file), 'utf8'),
      )
      .map((file) => `schema/${file} is not what the API serves; run \`npm run schema:emit\`.`);
  } finally {
    rmSync(emitted, { recursive: true });
  }
}

async function broken(): Promise<readonly string[]> {
  const base = baseContract(root, publicContract);
  if (!base) {
    console.log('There is no earlier public contract to compare with.');
    return [];
  }
  const changes = await breakingChanges(base.sdl, readFileSync(join(root, publicContract), 'utf8'));
  if (changes.length === 0) return [];
  return [
    `${publicContract} breaks what clients of ${base.commit.slice(0, 8)} rely on. Deprecate first, remove later:`,
    ...changes.map((change) => `  ${change}`),
  ];
}

const problems = [...drifted(), ...(await broken())];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
