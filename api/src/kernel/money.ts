/** An amount in the smallest unit of its currency (minor units), never a float. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currencyCode: string;
}

const exponents = new Map<string, number>();

/** Number of decimals of an ISO 4217 currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyExponent(currencyCode: string): number {
  let exponent = exponents.get(currencyCode);
  if (exponent === undefined) {
    const options = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: currencyCode,
    }).resolvedOptions();
    exponent = options.maximumFractionDigits ?? 2;
    exponents.set(currencyCode, exponent);
  }
  return exponent;
}

/** Builds a Money value. */
export function money(amountMinor: bigint, currencyCode: string): Money {
  return { amountMinor, currencyCode };
}

/** Writes minor units as an exact decimal string: 1250n EUR is "12.50". */
export function toDecimal(value: Money): string {
  const exponent = currencyExponent(value.currencyCode);
  const negative = value.amountMinor < 0n;
  const digits = (negative ? -value.amountMinor : value.amountMinor)
    .toString()
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

/** Reads a decimal string into minor units; undefined when it is no number or finer than the currency. */
export function fromDecimal(amount: string, currencyCode: string): Money | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(amount);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const exponent = currencyExponent(currencyCode);
  const trimmed = fraction.replace(/0+$/, '');
  if (trimmed.length > exponent) return undefined;
  const minor = BigInt(whole + trimmed.padEnd(exponent, '0'));
  return money(sign ? -minor : minor, currencyCode);
}
