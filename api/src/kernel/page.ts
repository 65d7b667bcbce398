/** One page of a list walked by keyset. */
export interface Page<T> {
  readonly items: readonly PageItem<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A list item with the opaque cursor that stands for its position. */
export interface PageItem<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A validated request for a page: `limit` items after or before a position. */
export interface PageRequest {
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly position?: readonly (string | number)[];
}

export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 24;

/** Encodes the sort values of a row as an opaque cursor. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Decodes a cursor; undefined for anything that `encodeCursor` did not write. */
export function decodeCursor(cursor: string): readonly (string | number)[] | undefined {
  if (cursor.length > 500) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = (value: unknown): value is string | number =>
      typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
    return Array.isArray(values) && values.length > 0 && values.every(isKey) ? values : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Turns rows fetched with `limit + 1` into a page. Rows of a backward page come in reverse order
 * (as its SQL reads them) and are turned round here.
 */
export function toPage<T>(
  rows: readonly T[],
  request: PageRequest,
  cursorOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const hasMore = rows.length > request.limit;
  const kept = rows.slice(0, request.limit);
  if (request.direction === 'backward') kept.reverse();
  const hasPosition = request.position !== undefined;
  return {
    items: kept.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node })),
    hasNextPage: request.direction === 'forward' ? hasMore : hasPosition,
    hasPreviousPage: request.direction === 'forward' ? hasPosition : hasMore,
  };
}
