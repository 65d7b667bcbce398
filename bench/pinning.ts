import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The core of the server that is measured, and the one of everything else. */
export const cores = { measured: 0, rest: 1 } as const;

/** Ties a process to one core, with the threads it has and will have. Says whether that was possible. */
export function pin(pid: number, core: number): boolean {
  // Not `availableParallelism`: it counts one core as soon as this process itself is tied to one.
  if (cpus().length < 2) return false;
  try {
    execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
