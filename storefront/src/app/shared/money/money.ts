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

/** What some amounts of one currency make together. Exact at any length. */
export function sumMoney(
  amounts: readonly { readonly money: Money; readonly times: number }[],
): Money | undefined {
  const [first] = amounts;
  if (!first) return undefined;
  const digits = Math.max(...amounts.map(({ money }) => fraction(money).length));
  const total = amounts.reduce(
    (sum, { money, times }) => sum + units(money, digits) * BigInt(times),
    0n,
  );
  return moneyOf(total, digits, first.money.currencyCode);
}

/** What is left of an amount after a percentage such as "12.5", rounded to its last digit, half up. */
export function lessPercent(money: Money, percent: string): Money {
  const digits = fraction(money).length;
  const percentDigits = percent.split('.')[1]?.length ?? 0;
  const rate = BigInt(percent.replace('.', ''));
  const whole = units(money, digits);
  const divisor = 100n * 10n ** BigInt(percentDigits);
  const off = (2n * whole * rate + divisor) / (2n * divisor);
  return moneyOf(whole - off, digits, money.currencyCode);
}

/** The least and the greatest of some prices. */
export function priceRange(prices: readonly Money[]): { min: Money; max: Money } | undefined {
  const sorted = prices.toSorted(compareMoney);
  const [min] = sorted;
  const max = sorted.at(-1);
  return min && max && { min, max };
}

function moneyOf(amount: bigint, digits: number, currencyCode: string): Money {
  const text = String(amount).padStart(digits + 1, '0');
  const point = text.length - digits;
  return {
    amount: digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`,
    currencyCode,
  };
}

function fraction({ amount }: Money): string {
  return amount.split('.')[1] ?? '';
}

function units(money: Money, digits: number): bigint {
  const [whole = '0'] = money.amount.split('.');
  return BigInt(whole + fraction(money).padEnd(digits, '0'));
}
