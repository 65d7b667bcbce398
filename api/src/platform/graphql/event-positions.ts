import { decodeEventCursor } from '../events/event-cursor';
import { decodeFeedCursor, type FeedPosition } from '../events/feed-position';
import { AppError } from './app-error';

/** The sequence number behind a cursor of one aggregate's events; refuses every other cursor. */
export function sequenceOf(cursor: string | null | undefined): number | undefined {
  if (!cursor) return undefined;
  const sequence = decodeEventCursor(cursor);
  if (sequence !== undefined) return sequence;
  throw new AppError(
    'BAD_USER_INPUT',
    decodeFeedCursor(cursor)
      ? 'This cursor belongs to a feed of many, not to the events of one.'
      : 'This cursor is not valid.',
  );
}

/** The position behind a cursor of a feed; refuses every other cursor. */
export function feedPositionOf(cursor: string | null | undefined): FeedPosition | undefined {
  if (!cursor) return undefined;
  const position = decodeFeedCursor(cursor);
  if (position) return position;
  throw new AppError(
    'BAD_USER_INPUT',
    decodeEventCursor(cursor) === undefined
      ? 'This cursor is not valid.'
      : 'This cursor belongs to the events of one, not to a feed of many.',
  );
}
