/** Writes a position in one aggregate's event log as an opaque cursor. */
export function encodeEventCursor(sequence: number): string {
  return Buffer.from(`e${sequence}`).toString('base64url');
}

/** Reads a cursor back; undefined for anything that `encodeEventCursor` did not write. */
export function decodeEventCursor(cursor: string): number | undefined {
  const match = /^e(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return match ? Number(match[1]) : undefined;
}
