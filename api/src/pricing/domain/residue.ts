import { currencyExponent } from '../../kernel/money';

const MICRO_DIGITS = 6;

/** Millionths of a minor unit as a decimal amount of the currency: 333,333 of GBP is "0.00333333". */
export function microToDecimal(micro: bigint, currencyCode: string): string {
  const decimals = currencyExponent(currencyCode) + MICRO_DIGITS;
  const digits = (micro < 0n ? -micro : micro).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const whole = digits.slice(0, -decimals);
  const sign = micro < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
