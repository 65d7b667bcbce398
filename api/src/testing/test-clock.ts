import type { Clock } from '../kernel/clock';

/** A clock that runs with the machine's until it is moved on or stopped. */
export class TestClock implements Clock {
  private aheadMs = 0;
  private stoppedAt: number | undefined;

  now(): Date {
    return new Date((this.stoppedAt ?? Date.now()) + this.aheadMs);
  }

  /** From now on it only moves when it is moved on. */
  stop(): void {
    this.stoppedAt ??= Date.now();
  }

  /** Moves on by so many seconds. */
  advance(seconds: number): void {
    this.aheadMs += seconds * 1_000;
  }
}
