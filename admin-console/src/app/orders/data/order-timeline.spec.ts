import { latestCursor, timelineDays } from './order-timeline';

const now = new Date(2026, 10, 20, 12).getTime();

function anEvent(sequence: number, at: Date) {
  return { sequence, cursor: `c${sequence}`, occurredAt: at.toISOString() };
}

describe('order timeline', () => {
  it('groups events by day, the newest first', () => {
    const days = timelineDays(
      [
        anEvent(1, new Date(2026, 10, 18, 9)),
        anEvent(2, new Date(2026, 10, 19, 23)),
        anEvent(3, new Date(2026, 10, 20, 1)),
        anEvent(4, new Date(2026, 10, 20, 2)),
      ],
      now,
    );

    expect(days.map(({ heading, events }) => [heading, events.map((e) => e.sequence)])).toEqual([
      ['Today', [4, 3]],
      ['Yesterday', [2]],
      ['18 Nov 2026', [1]],
    ]);
  });

  it('goes on from the event with the highest sequence', () => {
    const at = new Date(now);

    expect(latestCursor([anEvent(2, at), anEvent(3, at), anEvent(1, at)])).toBe('c3');
    expect(latestCursor([])).toBeUndefined();
  });
});
