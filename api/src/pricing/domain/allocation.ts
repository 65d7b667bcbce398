/**
 * Shares a whole among weights so that the parts always sum to it: everybody gets the floor of their exact
 * share, and what is left goes one by one to the largest remainders, the first of equals first.
 */
export function allocate(whole: bigint, weights: readonly bigint[]): bigint[] {
  if (whole < 0n) return allocate(-whole, weights).map((part) => -part);
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n));
  const parts = weights.map((weight) => (whole * weight) / sum);
  let left = whole - parts.reduce((total, part) => total + part, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .toSorted((one, other) => compare(other.remainder, one.remainder) || one.index - other.index);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
