import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running shop tells the commands that work beside it. */
export interface Runtime {
  /** Its private PostgreSQL, password included. */
  readonly databaseUrl: string;
}

/** Leaves the address of the private database in the data folder, for the owner's eyes alone. */
export function writeRuntime(dataDir: string, runtime: Runtime): { remove(): void } {
  const file = fileOf(dataDir);
  // A file that is there already would keep the mode it has.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(runtime)}\n`, { mode: 0o600 });
  return { remove: () => rmSync(file, { force: true }) };
}

/** What the last start left; after a crash it may name a database that is gone. */
export function readRuntime(dataDir: string): Runtime | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    const { databaseUrl } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Runtime>;
    return databaseUrl ? { databaseUrl } : undefined;
  } catch {
    // Cut off in the middle of being written: as good as absent.
    return undefined;
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'runtime.json');
}
