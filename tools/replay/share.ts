/**
 * What some units of a line come to, those after the first `from`: what cannot be divided is on the first units, a
 * penny each.
 */
export function shareOf(totalMinor: bigint, quantity: number, from: number, units: number): bigint {
  const [base, rest] = [totalMinor / BigInt(quantity), totalMinor % BigInt(quantity)];
  let sum = 0n;
  for (let unit = from; unit < from + units; unit += 1)
    sum += BigInt(unit) < rest ? base + 1n : base;
  return sum;
}
