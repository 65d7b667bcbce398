import type { Clock } from '../kernel/clock';

/** A clock that runs with the machine's until it is moved on. */
export class TestClock implements Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** Moves on by so many seconds. */
  advance(seconds: number): void {
    this.aheadMs += seconds * 1_000;
  }
}
