import { money, toDecimal } from '../../kernel/money';

const formats = new Map<string, Intl.NumberFormat>();
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** An amount as people read it, exact to the last unit: "£1,234.50". */
export function amountText(amountMinor: bigint, currencyCode: string): string {
  return decimalText(toDecimal(money(amountMinor, currencyCode)), currencyCode);
}

/** An amount given as a decimal text, as people read it. */
export function decimalText(amount: string, currencyCode: string): string {
  let format = formats.get(currencyCode);
  if (!format) {
    format = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode });
    formats.set(currencyCode, format);
  }
  return format.format(amount as Intl.StringNumericLiteral);
}

/** A day as people read it: "20 November 2026". */
export function dayText(time: Date): string {
  return days.format(time);
}

/** A link that somebody wrote, if it is one that may be followed from a mail. */
export function safeLink(text: unknown): string | null {
  return typeof text === 'string' && /^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : null;
}
