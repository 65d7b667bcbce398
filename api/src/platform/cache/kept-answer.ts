import { createHash } from 'node:crypto';

import type { AnswerTags } from './answer-policy';

/** An answer as it is kept, with everything needed to decide whether it may still be given. */
export interface KeptAnswer {
  readonly bytes: Buffer;
  /** Strong entity tag, quotes included. */
  readonly etag: string;
  readonly tags: AnswerTags;
  /** Oldest open transaction and era of the moment before it was made: later changes count against it. */
  readonly xmin: number;
  readonly era: string;
  /** When it was made, in milliseconds of the epoch. */
  readonly madeAt: number;
  readonly maxAgeSeconds: number;
  /** Name of the operation it answers, for those who look into the cache. */
  readonly operation: string;
  /** The variables it was made for, as JSON. */
  readonly variables: string;
}

/** The entity tag of an answer. */
export function etagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
}

const HEAD_LENGTH_BYTES = 4;

/** One piece of bytes: the length of the head, the head as JSON, the answer. */
export function encodeAnswer({ bytes, ...head }: KeptAnswer): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(HEAD_LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, bytes]);
}

/** Reads what `encodeAnswer` wrote; undefined for anything else. */
export function decodeAnswer(stored: Buffer): KeptAnswer | undefined {
  if (stored.length < HEAD_LENGTH_BYTES) return undefined;
  const end = HEAD_LENGTH_BYTES + stored.readUInt32BE();
  if (end > stored.length) return undefined;
  try {
    const head = JSON.parse(stored.toString('utf8', HEAD_LENGTH_BYTES, end)) as Omit<
      KeptAnswer,
      'bytes'
    >;
    return { ...head, bytes: stored.subarray(end) };
  } catch {
    return undefined;
  }
}
