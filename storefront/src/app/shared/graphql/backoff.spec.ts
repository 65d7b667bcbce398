import { backoffMs } from './backoff';

describe('waiting before the next attempt', () => {
  it('doubles from attempt to attempt', () => {
    expect([0, 1, 2].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1000, 2000]);
  });

  it('never waits longer than five seconds, however often it failed', () => {
    expect(backoffMs(1000, () => 1)).toBe(5_000);
  });

  it('spreads clients over the second half of the wait', () => {
    expect(backoffMs(2, () => 0)).toBe(1000);
    expect(backoffMs(2, () => 0.5)).toBe(1500);
  });
});
