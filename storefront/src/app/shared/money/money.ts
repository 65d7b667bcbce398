/** An amount as the API gives it: an exact decimal string, never a float. */
export interface Money {
  readonly amount: string;
  readonly currencyCode: string;
}

// One locale for server and browser, so that hydration finds the text it expects.
const LOCALE = 'en-GB';
const formats = new Map<string, Intl.NumberFormat>();

/** Writes an amount as people read it. The decimal string is formatted as it is, without becoming a float. */
export function formatMoney({ amount, currencyCode }: Money): string {
  let format = formats.get(currencyCode);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: currencyCode });
    formats.set(currencyCode, format);
  }
  return format.format(amount as `${number}`);
}

/** Whether an amount is nothing, however many zeros it is written with. */
export function isZero({ amount }: Money): boolean {
  return /^-?0*(\.0*)?$/.test(amount);
}
