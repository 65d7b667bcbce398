import type { Asked } from './serve-answers.ts';

/** The same key for the same document with the same variables, in whatever order they were written. */
export function cacheKey({ query, variables = {} }: Asked): string {
  const names = Object.keys(variables).sort();
  return names.length === 0 ? query : `${query}\n${JSON.stringify(variables, names)}`;
}
