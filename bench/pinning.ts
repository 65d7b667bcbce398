import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

const isRoomy = cpus().length >= 4;

/** Who runs where: what is measured on a core of its own; the rest shares what is left. */
export const cores = {
  measured: 0,
  /** Of a second API process: a core of its own only where there are enough. */
  second: isRoomy ? 2 : 0,
  load: 1,
  stores: isRoomy ? 3 : 1,
} as const;

/** Whether two API processes have more to run on than one. */
export const canScale = cores.second !== cores.measured;

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
