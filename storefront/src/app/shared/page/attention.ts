import { afterNextRender, computed, DestroyRef, inject, type Signal, signal } from '@angular/core';

const LATEST_REST_MS = 10_000;
const REST_WITHOUT_IDLE_MS = 500;

/** Whether the page has come to rest and is being looked at: the time for what is not urgent. Never on the server. */
export function injectAttention(): Signal<boolean> {
  const destroyRef = inject(DestroyRef);
  const isAtRest = signal(false);
  const isVisible = signal(false);

  afterNextRender(() => {
    const look = () => isVisible.set(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    const stopWaiting = afterRest(() => isAtRest.set(true));
    destroyRef.onDestroy(() => {
      document.removeEventListener('visibilitychange', look);
      stopWaiting();
    });
  });

  return computed(() => isAtRest() && isVisible());
}

/** Calls back once everything has loaded and the browser has nothing else to do; answers how to call it off. */
function afterRest(callback: () => void): () => void {
  let calledOff = false;
  const rest = () => {
    if (!calledOff) callback();
  };
  const wait = () => {
    // Not every browser says when it is idle.
    if ('requestIdleCallback' in window) requestIdleCallback(rest, { timeout: LATEST_REST_MS });
    else setTimeout(rest, REST_WITHOUT_IDLE_MS);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => {
    calledOff = true;
    removeEventListener('load', wait);
  };
}
