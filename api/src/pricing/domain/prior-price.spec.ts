import { priorPrice } from './prior-price';

const DAY_MS = 86_400_000;
const reducedAt = new Date('2026-11-27T00:00:00.000Z');
const shown = (priceMinor: bigint, daysBefore: number, milliseconds = 0) => ({
  priceMinor,
  shownUntil: new Date(reducedAt.getTime() - daysBefore * DAY_MS + milliseconds),
});

describe('the prior price', () => {
  it('is the one that was reduced, when it held all the time', () => {
    expect(priorPrice(1_600n, [shown(2_000n, 0)], reducedAt)).toBe(2_000n);
  });

  it('is the lowest of 30 days, though it was raised in between', () => {
    expect(priorPrice(1_400n, [shown(1_500n, 9), shown(2_000n, 0)], reducedAt)).toBe(1_500n);
  });

  it('is none when the new price only looks lower than a raised one', () => {
    expect(priorPrice(1_600n, [shown(1_500n, 9), shown(2_000n, 0)], reducedAt)).toBeUndefined();
    expect(priorPrice(1_500n, [shown(1_500n, 9), shown(2_000n, 0)], reducedAt)).toBeUndefined();
  });

  it('forgets what ended 30 days before to the millisecond, and counts what ended later', () => {
    const until = (milliseconds: number) => [shown(1_700n, 30, milliseconds), shown(2_000n, 0)];

    expect(priorPrice(1_600n, until(0), reducedAt)).toBe(2_000n);
    expect(priorPrice(1_600n, until(1), reducedAt)).toBe(1_700n);
  });

  it('of a second reduction is the first reduced price', () => {
    expect(priorPrice(1_200n, [shown(2_000n, 3), shown(1_600n, 0)], reducedAt)).toBe(1_600n);
  });

  it('is none for something new, or dearer', () => {
    expect(priorPrice(1_600n, [], reducedAt)).toBeUndefined();
    expect(priorPrice(2_100n, [shown(2_000n, 0)], reducedAt)).toBeUndefined();
  });
});
