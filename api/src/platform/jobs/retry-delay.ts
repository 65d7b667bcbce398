const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 15 * 60;

/** How long to wait before the next try of something that failed so many times: longer each time, up to a limit. */
export function retryDelaySeconds(failures: number): number {
  return Math.min(FIRST_SECONDS * 2 ** Math.max(failures - 1, 0), LONGEST_SECONDS);
}
