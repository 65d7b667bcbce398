import { isProgressDue, SIGN_OF_LIFE_SECONDS, SILENCE_SECONDS, silentSince } from './task';

const at = (milliseconds: number): Date => new Date(milliseconds);

describe('a task', () => {
  it('tells its progress once a second at most', () => {
    expect(isProgressDue(at(0), at(999))).toBe(false);
    expect(isProgressDue(at(0), at(1_000))).toBe(true);
  });

  it('counts as interrupted only after several signs of life have failed to come', () => {
    expect(SILENCE_SECONDS).toBeGreaterThanOrEqual(3 * SIGN_OF_LIFE_SECONDS);
    expect(silentSince(at(100_000))).toEqual(at(40_000));
  });
});
