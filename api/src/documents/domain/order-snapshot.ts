import { money, toDecimal } from '../../kernel/money';

/** An order as papers tell of it. Amounts in minor units of its currency. */
export interface OrderSnapshot {
  readonly number: string;
  readonly placedAt: Date;
  readonly email: string;
  readonly shippingAddress: SnapshotAddress;
  readonly shippingMethodName: string;
  readonly paymentMethodName: string;
  readonly currencyCode: string;
  readonly subtotalMinor: bigint;
  readonly discountsMinor: bigint;
  readonly shippingMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly taxLines: readonly SnapshotTax[];
  readonly giftCards: readonly { readonly last4: string; readonly amountMinor: bigint }[];
  readonly refundedMinor: bigint;
  readonly cancelledMinor: bigint;
  readonly lines: readonly SnapshotLine[];
}

export interface SnapshotAddress {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly countryCode: string;
}

/** A tax; the rate in parts per million. */
export interface SnapshotTax {
  readonly name: string;
  readonly ratePpm: number;
  readonly amountMinor: bigint;
}

export interface SnapshotLine {
  readonly productTitle: string;
  readonly variationTitle: string;
  readonly sku: string;
  readonly quantity: number;
  readonly cancelledQuantity: number;
  readonly unitPriceMinor: bigint;
  readonly discountsMinor: bigint;
  readonly totalMinor: bigint;
  /** What one unit of a bundle consists of. */
  readonly parts?: readonly {
    readonly productTitle: string;
    readonly variationTitle: string;
    readonly sku: string;
    readonly quantity: number;
  }[];
}

/** Papers are in the language of the shop's messages. */
const LOCALE = 'en-GB';

/** The only variation of a product without options need not be named. */
const UNNAMED = 'Default';

/** Writes an amount with its currency. */
export function printedAmount(amountMinor: bigint, currencyCode: string): string {
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: currencyCode });
  return format.format(toDecimal(money(amountMinor, currencyCode)) as `${number}`);
}

/** Writes a day, as it is in Greenwich: the same on every machine. */
export function printedDate(date: Date): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** Writes an address, a line each. */
export function printedAddress(address: SnapshotAddress): string[] {
  const { name, company, line1, line2, city, region, postcode, countryCode } = address;
  const country = new Intl.DisplayNames(LOCALE, { type: 'region' }).of(countryCode) ?? countryCode;
  const town = [city, region, postcode].filter(Boolean).join(', ');
  return [name, company, line1, line2, town, country].filter((line) => line !== undefined);
}

/** Names goods as they were sold. */
export function printedGoods(goods: {
  readonly productTitle: string;
  readonly variationTitle: string;
}): string {
  const { productTitle, variationTitle } = goods;
  return variationTitle === UNNAMED ? productTitle : `${productTitle}, ${variationTitle}`;
}
