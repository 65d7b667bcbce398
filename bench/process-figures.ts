import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;
/** Position of the user time in /proc/PID/stat, counted after the name, which may hold blanks. */
const userTime = 11;

/** CPU time that a process has used, in microseconds; undefined where the system does not tell. */
export function cpuMicroseconds(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[userTime]) + Number(fields[userTime + 1])) * 1_000_000) / ticksPerSecond;
}

/** Memory of a process that lies in RAM, in bytes; undefined where the system does not tell. */
export function residentBytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Lets a process open so many files, if the system allows it. Gives how many it may open now. */
export function allowOpenFiles(pid: number, wanted: number): number {
  if (openFiles(pid) >= wanted) return openFiles(pid);
  for (const limit of [`${wanted}:${wanted}`, `${wanted}:`]) {
    try {
      execFileSync('prlimit', ['--pid', String(pid), `--nofile=${limit}`], { stdio: 'ignore' });
      break;
    } catch {
      // Raising the hard limit takes rights that few have; raising the soft one up to it is for everybody.
    }
  }
  return openFiles(pid);
}

function openFiles(pid: number): number {
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(read(`/proc/${pid}/limits`) ?? '')?.[1];
  // Node has raised its own limit as far as it may; where nobody tells how far, connecting will show it.
  return soft === undefined || soft === 'unlimited' ? Infinity : Number(soft);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
