import { DestroyRef, inject } from '@angular/core';

/** A handler that waits until its caller has paused, and can be told not to wait. */
export interface Debounced<T> {
  (value: T): void;
  now(value: T): void;
}

/** Makes a handler wait for a pause in the calls to it. */
export function debounced<T>(milliseconds: number, handle: (value: T) => void): Debounced<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  const now = (value: T) => {
    clearTimeout(timer);
    handle(value);
  };
  const later = (value: T) => {
    clearTimeout(timer);
    timer = setTimeout(() => handle(value), milliseconds);
  };
  return Object.assign(later, { now });
}
