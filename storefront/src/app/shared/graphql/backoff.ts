const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** How long to wait before the next attempt: doubling, capped, and never the same for all clients. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
