import { amountText, dayText, decimalText, safeLink } from './mail-texts';

/** An order's snapshot, as far as mails tell of it. */
export interface OrderSnapshot {
  readonly number: string;
  readonly trackingToken: string;
  readonly currencyCode: string;
  readonly placedAt: Date;
  readonly paymentStatus: string;
  readonly shippingAddress: AddressSnapshot;
  readonly shippingMethodName: string;
  readonly paymentMethodName: string;
  readonly subtotalMinor: bigint;
  readonly discountsMinor: bigint;
  readonly shippingMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** What gift cards paid of it. */
  readonly giftCards?: readonly { readonly last4: string; readonly amountMinor: string }[] | null;
}

interface AddressSnapshot {
  readonly name: string;
  readonly company?: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly countryCode: string;
}

/** A line of an order, as it was sold. */
export interface LineSnapshot {
  readonly id: string;
  readonly productTitle: string;
  readonly variationTitle: string;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly image: { readonly url: string; readonly alt: string } | null;
  /** What a bundle consists of. */
  readonly parts?: readonly PartSnapshot[] | null;
}

interface PartSnapshot {
  readonly productTitle?: string;
  readonly title?: string;
  readonly variationTitle?: string;
  readonly quantity?: number;
}

/** What happened, as the order's event tells it. */
export interface OrderNews {
  readonly note?: string;
  readonly reason?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  /** Money that it moved, as a decimal text. */
  readonly amount?: string;
  /** The lines that it is about; all of them where there are none. */
  readonly lines?: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** The name that a shop gives to the only variation of a product. */
const ONLY_VARIATION = 'Default';
const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Goods as mails show them. Every key is there: a missing one would be looked for further out. */
export interface GoodsView {
  readonly title: string;
  readonly variation: string | null;
  readonly parts: readonly string[];
  readonly quantity: number;
  readonly unitPrice: string | null;
  readonly total: string | null;
  readonly image: { readonly url: string; readonly alt: string } | null;
}

/** Everything that a mail about an order may say. */
export function orderView(
  order: OrderSnapshot,
  lines: readonly LineSnapshot[],
  news: OrderNews,
  home: string,
) {
  const text = (minor: bigint): string => amountText(minor, order.currencyCode);
  return {
    number: order.number,
    name: order.shippingAddress.name,
    placedOn: dayText(order.placedAt),
    trackingPage: `${home}/track/${order.trackingToken}`,
    lines: lines.map((line) => goodsOf(line, home, text)),
    concerned: concernedLines(lines, news, home),
    sums: sumsOf(order, text),
    delivery: [
      { label: 'Goes to', lines: addressLines(order.shippingAddress), url: null },
      { label: 'Delivery', lines: [order.shippingMethodName], url: null },
      { label: 'Payment', lines: [paymentLine(order)], url: null },
    ],
    parcel: parcelFacts(news),
    hasParcel: parcelFacts(news).length > 0,
    note: news.note ?? news.reason ?? null,
    amount: news.amount === undefined ? null : decimalText(news.amount, order.currencyCode),
    total: text(order.totalMinor),
    due: text(dueMinorOf(order)),
    isUnpaid: order.paymentStatus === 'PENDING',
    isMoneyBack: order.paymentStatus === 'REFUNDED' && news.amount === undefined,
  };
}

/** One line of goods; prices only where they are told. */
export function goodsOf(
  line: Omit<LineSnapshot, 'id'>,
  home: string,
  text?: (minor: bigint) => string,
): GoodsView {
  return {
    title: line.productTitle,
    variation: line.variationTitle === ONLY_VARIATION ? null : line.variationTitle,
    parts: (line.parts ?? []).map(partText),
    quantity: line.quantity,
    unitPrice: text ? text(line.unitPriceMinor) : null,
    total: text ? text(line.unitPriceMinor * BigInt(line.quantity)) : null,
    image: line.image ? { url: `${home}${line.image.url}?w=160`, alt: line.image.alt } : null,
  };
}

function partText({ productTitle, title, variationTitle, quantity = 1 }: PartSnapshot): string {
  const variation = variationTitle ?? (productTitle === undefined ? undefined : title);
  const shown = variation === ONLY_VARIATION ? undefined : variation;
  return `${quantity} × ${[productTitle ?? title, shown].filter(Boolean).join(', ')}`;
}

function concernedLines(
  lines: readonly LineSnapshot[],
  { lines: concerned }: OrderNews,
  home: string,
): GoodsView[] {
  const quantities = new Map(concerned?.map(({ lineId, quantity }) => [lineId, quantity]));
  return lines
    .filter(({ id }) => !concerned || quantities.has(id))
    .map((line) => goodsOf({ ...line, quantity: quantities.get(line.id) ?? line.quantity }, home));
}

function sumsOf(order: OrderSnapshot, text: (minor: bigint) => string) {
  const { subtotalMinor, discountsMinor, shippingMinor, taxMinor, totalMinor } = order;
  // Where prices include tax it is no addend, only told.
  const isTaxAdded = subtotalMinor - discountsMinor + shippingMinor + taxMinor === totalMinor;
  const row = (label: string, amount: string, isTotal = false) => ({ label, amount, isTotal });
  return [
    row('Subtotal', text(subtotalMinor)),
    ...(discountsMinor > 0n ? [row('Discounts', `−${text(discountsMinor)}`)] : []),
    row('Delivery', text(shippingMinor)),
    ...(taxMinor > 0n && isTaxAdded ? [row('Tax', text(taxMinor))] : []),
    row('Total', text(totalMinor), true),
    ...giftCardRows(order, text),
    ...(taxMinor > 0n && !isTaxAdded ? [row('Of which tax', text(taxMinor))] : []),
  ];
}

function giftCardRows(order: OrderSnapshot, text: (minor: bigint) => string) {
  const cards = order.giftCards ?? [];
  const rows = cards.map(({ last4, amountMinor }) => ({
    label: `Gift card …${last4}`,
    amount: `−${text(BigInt(amountMinor))}`,
    isTotal: false,
  }));
  const rest = { label: 'Left to pay', amount: text(dueMinorOf(order)), isTotal: false };
  return rows.length > 0 ? [...rows, rest] : [];
}

function dueMinorOf({ totalMinor, giftCards }: OrderSnapshot): bigint {
  return (giftCards ?? []).reduce((due, { amountMinor }) => due - BigInt(amountMinor), totalMinor);
}

function addressLines(address: AddressSnapshot): string[] {
  const { name, company, line1, line2, city, region, postcode, countryCode } = address;
  const town = [postcode, city].filter(Boolean).join(' ');
  const country = countries.of(countryCode) ?? countryCode;
  return [name, company, line1, line2, town, region, country].filter(
    (line): line is string => !!line,
  );
}

function paymentLine({ paymentStatus, paymentMethodName }: OrderSnapshot): string {
  return paymentStatus === 'PENDING'
    ? `${paymentMethodName} (not received yet)`
    : paymentMethodName;
}

function parcelFacts({ carrier, trackingNumber, trackingUrl }: OrderNews) {
  const number = trackingNumber ? [`Number ${trackingNumber}`] : [];
  const lines = [...(carrier ? [carrier] : []), ...number];
  const url = safeLink(trackingUrl);
  return lines.length > 0 || url ? [{ label: 'Parcel', lines, url }] : [];
}
