import { DestroyRef, inject, Service, signal } from '@angular/core';

const highlightMilliseconds = 4000;

/** The rows that have just arrived and are pointed out for a moment. */
@Service({ autoProvided: false })
export class FreshRows {
  private readonly current = signal<ReadonlySet<string>>(new Set());
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  readonly ids = this.current.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach(clearTimeout));
  }

  pointOut(ids: ReadonlySet<string>): void {
    this.current.update((current) => new Set([...current, ...ids]));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.current.update((current) => new Set([...current].filter((id) => !ids.has(id))));
    }, highlightMilliseconds);
    this.timers.add(timer);
  }
}
