const firstMilliseconds = 300;
const longestMilliseconds = 15_000;

/** How long to wait before a further attempt: doubling, capped, and spread so that not all clients return at once. */
export function reconnectDelay(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
