/** What the timeline needs to know about an event to keep it in its place. */
export interface SequencedEvent {
  readonly sequence: number;
  readonly cursor: string;
}

/** Events shown, without gap or duplicate, and later ones held back until the gap is filled. */
export interface Timeline<T extends SequencedEvent> {
  readonly events: readonly T[];
  readonly held: readonly T[];
}

/** A timeline that knows nothing yet. */
export function emptyTimeline<T extends SequencedEvent>(): Timeline<T> {
  return { events: [], held: [] };
}

/**
 * Merges events from any source, in any order, any number of times. An event is shown only when
 * everything before it is shown too, so that the newest cursor never skips one that was missed.
 */
export function mergeEvents<T extends SequencedEvent>(
  timeline: Timeline<T>,
  incoming: readonly T[],
): Timeline<T> {
  const bySequence = new Map<number, T>();
  for (const event of [...incoming, ...timeline.held, ...timeline.events]) {
    bySequence.set(event.sequence, event);
  }
  if (bySequence.size === timeline.events.length + timeline.held.length) {
    return timeline;
  }
  const sorted = [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
  const gap = sorted.findIndex((event, index) => event.sequence !== index + 1);
  return gap < 0
    ? { events: sorted, held: [] }
    : { events: sorted.slice(0, gap), held: sorted.slice(gap) };
}

/** The position to resume from: the last event shown, never one that is held back. */
export function newestCursor<T extends SequencedEvent>(timeline: Timeline<T>): string | null {
  return timeline.events.at(-1)?.cursor ?? null;
}
