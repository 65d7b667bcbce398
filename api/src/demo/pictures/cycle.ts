/** The item at an index of a list that repeats for ever. */
export function cycle<T>(items: readonly T[], index: number): T {
  const item = items[((index % items.length) + items.length) % items.length];
  if (item === undefined) throw new RangeError('Cannot cycle through an empty list');
  return item;
}
