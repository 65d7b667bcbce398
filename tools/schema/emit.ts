import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The contracts, by file name, each as the API of this working tree serves it. */
export const contracts = ['public.graphql', 'admin.graphql'] as const;

/** Builds what changed of the API and lets it write both contracts; false when it cannot, after saying why. */
export function emitContracts(directory: string): boolean {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return (
    runs(compiler, '-p', 'api/tsconfig.json') &&
    runs('api/dist/src/cli.js', 'emit-schema', directory)
  );
}

function runs(...args: readonly string[]): boolean {
  const options: SpawnSyncOptions = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  return spawnSync(process.execPath, args, options).status === 0;
}

if (import.meta.main && !emitContracts(join(root, 'schema'))) process.exitCode = 1;
