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

/** Which of two amounts of one currency is less, as a number for sorting. Exact at any length. */
export function compareMoney(a: Money, b: Money): number {
  const digits = Math.max(fraction(a).length, fraction(b).length);
  const difference = units(a, digits) - units(b, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The least and the greatest of some prices. */
export function priceRange(prices: readonly Money[]): { min: Money; max: Money } | undefined {
  const sorted = prices.toSorted(compareMoney);
  const [min] = sorted;
  const max = sorted.at(-1);
  return min && max && { min, max };
}

function fraction({ amount }: Money): string {
  return amount.split('.')[1] ?? '';
}

function units(money: Money, digits: number): bigint {
  const [whole = '0'] = money.amount.split('.');
  return BigInt(whole + fraction(money).padEnd(digits, '0'));
}
