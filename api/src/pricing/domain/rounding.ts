/** What becomes of exactly half a minor unit: away from zero, or to the even neighbour. */
export type Rounding = 'HALF_UP' | 'HALF_EVEN';

/** A quotient as a whole number. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const whole = size / denominator;
  const twiceRest = (size % denominator) * 2n;
  const isHalf = twiceRest === denominator;
  const goesUp = isHalf ? rounding === 'HALF_UP' || whole % 2n === 1n : twiceRest > denominator;
  const rounded = goesUp ? whole + 1n : whole;
  return isNegative ? -rounded : rounded;
}
