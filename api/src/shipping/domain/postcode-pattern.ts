/** Which postcodes of a country somebody means: one, those with a beginning, those from one to another, or all. */
export type PostcodePattern =
  | { readonly kind: 'ONE'; readonly key: string }
  | { readonly kind: 'PREFIX'; readonly key: string }
  | { readonly kind: 'RANGE'; readonly first: string; readonly last: string }
  | { readonly kind: 'ALL' };

/** How much of a country a pattern covers: `part` of `of` equal parts. */
export interface Coverage {
  readonly part: bigint;
  readonly of: bigint;
}

const RANGE = /^(\d{1,10})-(\d{1,10})$/;
const LETTERS = 26n;
const DIGITS = 10n;

/** A postcode the way it is compared: capital letters, without spaces and hyphens. */
export function postcodeKey(text: string | undefined): string {
  return (text ?? '').toUpperCase().replaceAll(/[\s-]/g, '');
}

/**
 * Reads "BT*", "10000-19999" or "SW1A 1AA"; the empty text means all. Undefined when it can be none of these. Two
 * numbers of different lengths are one postcode that is written with a hyphen, such as 1000-001.
 */
export function parsePattern(text: string): PostcodePattern | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'ALL' };
  const [, first = '', last = ''] = RANGE.exec(trimmed.replaceAll(/\s/g, '')) ?? [];
  if (first !== '' && first.length === last.length) {
    return first < last ? { kind: 'RANGE', first, last } : undefined;
  }
  const isPrefix = trimmed.endsWith('*');
  const key = postcodeKey(isPrefix ? trimmed.slice(0, -1) : trimmed);
  if (!/^[A-Z0-9]{1,12}$/.test(key)) return undefined;
  return { kind: isPrefix ? 'PREFIX' : 'ONE', key };
}

/** The one way in which a pattern is written, by which two of them are known to be the same. */
export function patternText(pattern: PostcodePattern): string {
  switch (pattern.kind) {
    case 'ALL':
      return '';
    case 'ONE':
      return pattern.key;
    case 'PREFIX':
      return `${pattern.key}*`;
    case 'RANGE':
      return `${pattern.first}-${pattern.last}`;
  }
}

/** Whether a postcode is meant. A range looks at as many characters as its ends have. */
export function covers(pattern: PostcodePattern, postcode: string | undefined): boolean {
  const key = postcodeKey(postcode);
  switch (pattern.kind) {
    case 'ALL':
      return true;
    case 'ONE':
      return key === pattern.key;
    case 'PREFIX':
      return key.startsWith(pattern.key);
    case 'RANGE': {
      const start = key.slice(0, pattern.first.length);
      const isComparable = start.length === pattern.first.length && /^\d+$/.test(start);
      return isComparable && pattern.first <= start && start <= pattern.last;
    }
  }
}

/** How much of all postcodes that look alike a pattern covers. */
export function coverageOf(pattern: PostcodePattern): Coverage {
  switch (pattern.kind) {
    case 'ALL':
      return { part: 1n, of: 1n };
    case 'ONE':
      return { part: 0n, of: 1n };
    case 'PREFIX':
      return { part: 1n, of: combinations(pattern.key) };
    case 'RANGE': {
      const part = BigInt(pattern.last) - BigInt(pattern.first) + 1n;
      return { part, of: combinations(pattern.first) };
    }
  }
}

/** Negative when the first covers less than the second. */
export function compareCoverage(one: Coverage, other: Coverage): number {
  const difference = one.part * other.of - other.part * one.of;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function combinations(key: string): bigint {
  return [...key].reduce((all, sign) => all * (/\d/.test(sign) ? DIGITS : LETTERS), 1n);
}
