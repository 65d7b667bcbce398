import { reconnectDelay } from './reconnect-delay';

describe('reconnectDelay', () => {
  it('grows with each attempt up to a quarter of a minute', () => {
    const delays = [0, 1, 2, 3, 20].map((attempt) => reconnectDelay(attempt, () => 1));

    expect(delays).toEqual([300, 600, 1200, 2400, 15_000]);
  });

  it('spreads clients over half of the delay', () => {
    expect(reconnectDelay(3, () => 0)).toBe(1200);
    expect(reconnectDelay(3, () => 1)).toBe(2400);
  });
});
