import { effect } from '@angular/core';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10_000;

/** How long to wait before asking once more: longer each time, so that a slow bank is not pressed. */
export function waitBefore(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 1.5 ** attempt);
}

/** Asks again and again as long as there is something to wait for and the page can be seen. */
export function pollWhile(isWaiting: () => boolean, ask: () => void): void {
  let attempt = 0;
  effect((onCleanup) => {
    if (!isWaiting()) return;
    let timer = setTimeout(function poll() {
      if (document.visibilityState === 'visible') {
        attempt += 1;
        ask();
      } else {
        timer = setTimeout(poll, FIRST_WAIT_MS);
      }
    }, waitBefore(attempt));
    onCleanup(() => clearTimeout(timer));
  });
}
