import { emptyTimeline, mergeEvents, newestCursor, type SequencedEvent } from './order-timeline';

const event = (sequence: number): SequencedEvent => ({ sequence, cursor: `c${sequence}` });
const shown = (timeline: { events: readonly SequencedEvent[] }): number[] =>
  timeline.events.map(({ sequence }) => sequence);

describe('order timeline', () => {
  it('shows each event once and in order, however often and in whatever order it comes', () => {
    const first = mergeEvents(emptyTimeline(), [event(2), event(1), event(1)]);
    const second = mergeEvents(first, [event(3), event(2)]);

    expect(shown(second)).toEqual([1, 2, 3]);
  });

  it('holds back an event that arrives before the one it follows', () => {
    const gapped = mergeEvents(mergeEvents(emptyTimeline(), [event(1)]), [event(3)]);

    expect(shown(gapped)).toEqual([1]);
    expect(gapped.held).toEqual([event(3)]);
  });

  it('resumes from before the gap, so that nothing is skipped', () => {
    const gapped = mergeEvents(emptyTimeline(), [event(1), event(3), event(4)]);

    expect(newestCursor(gapped)).toBe('c1');
  });

  it('releases held events when the gap is filled', () => {
    const gapped = mergeEvents(emptyTimeline(), [event(1), event(3), event(4)]);

    expect(shown(mergeEvents(gapped, [event(2)]))).toEqual([1, 2, 3, 4]);
  });

  it('stays the same object when nothing new came', () => {
    const timeline = mergeEvents(emptyTimeline(), [event(1), event(2)]);

    expect(mergeEvents(timeline, [event(2)])).toBe(timeline);
  });

  it('has no cursor before the first event', () => {
    expect(newestCursor(emptyTimeline())).toBeNull();
  });
});
