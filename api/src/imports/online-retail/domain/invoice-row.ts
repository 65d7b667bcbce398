import { fromDecimal } from '../../../kernel/money';

/** One line of the file, as text. */
export interface RawRow {
  /** Line of the file, the header being line 1. */
  readonly lineNumber: number;
  readonly invoiceNo: string;
  readonly stockCode: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
}

/** Why a line is no sale of goods. */
export type AsideReason =
  | 'not a product: postage or carriage'
  | 'not a product: fee or bank charge'
  | 'not a product: discount'
  | 'not a product: manual entry'
  | 'not a product: sample'
  | 'not a product: gift voucher'
  | 'not a product: code of unknown form'
  | 'unreadable: quantity or price is no exact amount'
  | 'cancellation of an earlier sale'
  | 'stock adjustment: no units sold'
  | 'no price: given away, written off or adjusted'
  | 'sale of a code that has no description anywhere';

/** A line that was read and judged. */
export interface JudgedRow {
  readonly lineNumber: number;
  /** Stock code in capitals: codes that differ only by case are one. */
  readonly sku: string;
  readonly description: string;
  /** Whether the code can belong to goods, whatever happened on this line. */
  readonly isGoods: boolean;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** Absent for a sale of goods. */
  readonly aside?: AsideReason;
}

/** The currency that the file's prices are in. */
export const FILE_CURRENCY = 'GBP';

const serviceCodes: Readonly<Record<string, AsideReason>> = {
  POST: 'not a product: postage or carriage',
  DOT: 'not a product: postage or carriage',
  C2: 'not a product: postage or carriage',
  'BANK CHARGES': 'not a product: fee or bank charge',
  AMAZONFEE: 'not a product: fee or bank charge',
  CRUK: 'not a product: fee or bank charge',
  B: 'not a product: manual entry',
  M: 'not a product: manual entry',
  D: 'not a product: discount',
  S: 'not a product: sample',
};
/** Five digits and perhaps letters for the colour or size; the DCGS range is a supplier's own numbering. */
const goodsCode = /^(\d{5}[A-Z]{0,3}|DCGS\d+[A-Z]*)$/;

/** The SKU that a stock code stands for. */
export function skuOf(stockCode: string): string {
  return stockCode.trim().toUpperCase();
}

/** Reads a line and decides whether it is a sale of goods, or why not. */
export function judgeRow(raw: RawRow): JudgedRow {
  const sku = skuOf(raw.stockCode);
  const quantity = /^-?\d{1,9}$/.test(raw.quantity.trim()) ? Number(raw.quantity) : undefined;
  const price = fromDecimal(raw.unitPrice.trim(), FILE_CURRENCY);
  const read = {
    lineNumber: raw.lineNumber,
    sku,
    description: raw.description,
    isGoods: goodsCode.test(sku),
    quantity: quantity ?? 0,
    unitPriceMinor: price ? Number(price.amountMinor) : 0,
  };
  const aside =
    codeProblem(sku) ??
    (quantity === undefined || !price
      ? 'unreadable: quantity or price is no exact amount'
      : saleProblem(raw.invoiceNo, read));
  return aside ? { ...read, aside } : read;
}

function codeProblem(sku: string): AsideReason | undefined {
  const service = serviceCodes[sku];
  if (service) return service;
  if (sku.startsWith('GIFT_')) return 'not a product: gift voucher';
  return goodsCode.test(sku) ? undefined : 'not a product: code of unknown form';
}

function saleProblem(
  invoiceNo: string,
  { quantity, unitPriceMinor }: Pick<JudgedRow, 'quantity' | 'unitPriceMinor'>,
): AsideReason | undefined {
  if (isCancellation(invoiceNo)) return 'cancellation of an earlier sale';
  if (quantity <= 0) return 'stock adjustment: no units sold';
  if (unitPriceMinor <= 0) return 'no price: given away, written off or adjusted';
  return undefined;
}

/** Whether an invoice takes an earlier one back. */
export function isCancellation(invoiceNo: string): boolean {
  return invoiceNo.trim().toUpperCase().startsWith('C');
}
