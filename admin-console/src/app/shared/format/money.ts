import { Pipe, type PipeTransform } from '@angular/core';

/** An exact amount as the graph gives it. */
export interface MoneyAmount {
  readonly amount: string;
  readonly currencyCode: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount for people, such as £12.50; the decimal string is never turned into a float. */
export function formatMoney({ amount, currencyCode }: MoneyAmount): string {
  let format = formats.get(currencyCode);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: currencyCode });
    formats.set(currencyCode, format);
  }
  return format.format(amount as Intl.StringNumericLiteral);
}

/** Whether an amount is nothing at all. */
export function isZero({ amount }: MoneyAmount): boolean {
  return /^-?0*(\.0*)?$/.test(amount);
}

@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  transform(money: MoneyAmount): string {
    return formatMoney(money);
  }
}
