import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Refusal } from './refusal.ts';

/** Refuses a data folder that cannot be one of this version, before the server stumbles over it. */
export function refuseDamagedData(pgData: string, major: string): void {
  const versionFile = join(pgData, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined;
  if (version === major) return;
  const fault = !version
    ? 'its PG_VERSION is missing or empty'
    : /^\d+$/.test(version)
      ? `it belongs to PostgreSQL ${version}, this is ${major}`
      : 'its PG_VERSION is not a version';
  throw damagedData(pgData, fault);
}

/** The sentence for a data folder that PostgreSQL cannot open. */
export function damagedData(pgData: string, fault: string): Refusal {
  return new Refusal(
    `The data folder ${pgData} is damaged (${fault}); restore it from a backup, or remove it to begin with an empty shop.`,
  );
}

/**
 * Removes the postmaster.pid of a server that was killed. PostgreSQL itself would refuse to start when another process
 * has since been given that number, which is usual in containers. Returns the number if that server still runs.
 */
export function clearStalePid(pgData: string): number | undefined {
  const pidFile = join(pgData, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (isServerOf(pid, pgData)) return pid;
  rmSync(pidFile, { force: true });
  return undefined;
}

function isServerOf(pid: number, pgData: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgData);
  } catch {
    // Without /proc, or for another user's process, leave the decision to PostgreSQL.
    return existsSync('/proc/self') ? false : true;
  }
}
