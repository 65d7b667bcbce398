import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const portColumn = 1;
const inodeColumn = 9;

/** The local ports of a process's TCP connections over IPv4, read from Linux. */
export function connectionPortsOf(pid: number): number[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1] ?? [];
      } catch {
        // Closed between the listing and the look.
        return [];
      }
    }),
  );
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => sockets.has(columns[inodeColumn] ?? ''))
    .map((columns) => Number.parseInt(columns[portColumn]?.split(':')[1] ?? '', 16));
}
