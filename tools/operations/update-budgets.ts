// Measures every operation of the apps and writes what each may take from now on; the difference is for a person to see.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runTool, stopEverything } from '../launcher/child-processes.ts';
import { newPassword, startPostgres } from '../launcher/postgres-server.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'cartwright-budgets-'));
try {
  const logFile = join(folder, 'codegen.log');
  await runTool(root, ['graphql-codegen', '--config', 'codegen.yml'], {
    logFile,
    env: process.env,
  });
  const given = process.env['TEST_DATABASE_URL'];
  const url = given ?? (await startThrowawayPostgres());
  await runTool(root, ['jest', '--config', 'api/jest.config.cjs', 'operation-budgets'], {
    logFile: join(folder, 'jest.log'),
    env: { ...process.env, TEST_DATABASE_URL: url, UPDATE_BUDGETS: '1' },
  });
  console.log('Wrote api/operation-budgets.json; look at the difference before you commit it.');
} finally {
  await stopEverything();
  rmSync(folder, { recursive: true, force: true });
}

async function startThrowawayPostgres(): Promise<string> {
  const { url } = await startPostgres({
    pgData: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    password: newPassword(),
    database: 'postgres',
    throwaway: true,
  });
  return url;
}
