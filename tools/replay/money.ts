/** An amount as the shop sends it. */
export interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

const decimals = new Map<string, number>();

/** Decimals of a currency: 2 for GBP, 0 for JPY. */
export function decimalsOf(currencyCode: string): number {
  let found = decimals.get(currencyCode);
  if (found === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode });
    found = format.resolvedOptions().maximumFractionDigits ?? 2;
    decimals.set(currencyCode, found);
  }
  return found;
}

/** Reads an exact decimal string into minor units; no float in between. */
export function minorOf({ amount, currencyCode }: Money): bigint {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const places = decimalsOf(currencyCode);
  const kept = fraction.replace(/0+$/, '');
  if (sign === undefined || kept.length > places) {
    throw new RangeError(`"${amount}" is no amount in ${currencyCode}.`);
  }
  const minor = BigInt(whole + kept.padEnd(places, '0'));
  return sign ? -minor : minor;
}

/** Writes minor units with thousands separated: 123456n GBP is "1,234.56". */
export function formatMinor(minor: bigint, currencyCode: string): string {
  const places = decimalsOf(currencyCode);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = BigInt(digits.slice(0, digits.length - places)).toLocaleString('en-GB');
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${minor < 0n ? '-' : ''}${whole}${fraction}`;
}
