import { parseSnapshot } from './snapshot';

/**
 * How far a reader is in the log of all aggregates of a type. Transactions end in another order than they
 * begin, so no number tells what has been read; a snapshot does. `part` says how far the reader has come in
 * what `upTo` shows beyond `seen`.
 */
export interface FeedPosition {
  readonly seen: string;
  readonly part?: FeedPart;
}

export interface FeedPart {
  readonly upTo: string;
  readonly xact: string;
  readonly position: string;
}

/** Writes a position as an opaque cursor. */
export function encodeFeedCursor({ seen, part }: FeedPosition): string {
  const parts = part ? [seen, part.upTo, part.xact, part.position] : [seen];
  return Buffer.from(`f${parts.join(';')}`).toString('base64url');
}

/** Reads a cursor back; undefined for anything that `encodeFeedCursor` did not write. */
export function decodeFeedCursor(cursor: string): FeedPosition | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [seen = '', upTo, xact = '', position = ''] = text.slice(1).split(';');
  if (!text.startsWith('f') || !parseSnapshot(seen)) return undefined;
  if (upTo === undefined) return { seen };
  const isNumber = (digits: string): boolean => /^\d{1,18}$/.test(digits);
  if (!parseSnapshot(upTo) || !isNumber(xact) || !isNumber(position)) return undefined;
  return { seen, part: { upTo, xact, position } };
}
