import { DestroyRef, inject, Service, signal } from '@angular/core';

const tickMilliseconds = 20_000;

/** The present moment, moving every twenty seconds, so that relative times stay true. */
@Service()
export class Clock {
  private readonly current = signal(Date.now());
  readonly now = this.current.asReadonly();

  constructor() {
    const timer = setInterval(() => this.current.set(Date.now()), tickMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
