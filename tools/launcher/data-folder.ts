import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Refusal } from './refusal.ts';

/** Opens the data folder for this launcher alone. */
export function claimDataFolder(dataDir: string): { release(): void } {
  const lock = join(dataDir, 'launcher.pid');
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    mkdirSync(join(dataDir, 'media'), { recursive: true });
    const other = runningLauncher(lock);
    if (other) {
      throw new Refusal(
        `The data folder ${dataDir} is in use by another start (process ${other}); stop that one or set DATA_DIR.`,
      );
    }
    writeFileSync(lock, String(process.pid));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `The data folder ${dataDir} cannot be used (${(error as NodeJS.ErrnoException).code}).`,
      { cause: error },
    );
  }
  return { release: () => rmSync(lock, { force: true }) };
}

function runningLauncher(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return undefined;
    process.kill(pid, 0);
    // The number may since belong to anything; only a launcher counts.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('launcher') ? pid : undefined;
  } catch {
    return undefined;
  }
}
