import { readFileSync } from 'node:fs';

import { CsvError, parse } from 'csv-parse/sync';

import { Refusal } from '../launcher/refusal.ts';

/** A line of an invoice as the file has it. */
export interface InvoiceLine {
  /** Stock code in capitals, which is the shop's SKU. */
  readonly sku: string;
  readonly quantity: number;
  /** Whether the file asks money for it. */
  readonly isPriced: boolean;
}

/** An invoice, or a cancellation of one. */
export interface Invoice {
  readonly number: string;
  readonly isCancellation: boolean;
  /** Absent for a guest. */
  readonly customerId: string | undefined;
  readonly country: string;
  readonly lines: readonly InvoiceLine[];
}

const columns = ['InvoiceNo', 'StockCode', 'Quantity', 'UnitPrice', 'CustomerID', 'Country'];

/** Reads the invoices of an Online Retail CSV file, in the order of the file. */
export function readInvoices(path: string): Invoice[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refusal(`${path} cannot be read.`, { cause: error });
  }
  return invoicesOf(text, path);
}

/** The invoices of an Online Retail CSV text. */
export function invoicesOf(text: string, name: string): Invoice[] {
  const rows = parseRows(text, name);
  const missing = columns.filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length > 0) {
    throw new Refusal(`${name} is no Online Retail file: no column ${missing.join(', ')}.`);
  }
  const cell = (row: Record<string, string>, column: string) => (row[column] ?? '').trim();
  const groups = Map.groupBy(rows, (row) => cell(row, 'InvoiceNo'));
  return [...groups].map(([number, group]) => ({
    number,
    isCancellation: number.toUpperCase().startsWith('C'),
    // The file's ids went through a spreadsheet: 17850.0.
    customerId: cell(group[0] ?? {}, 'CustomerID').replace(/\.0$/, '') || undefined,
    country: cell(group[0] ?? {}, 'Country'),
    lines: group.map((row) => ({
      sku: cell(row, 'StockCode').toUpperCase(),
      quantity: /^-?\d+$/.test(cell(row, 'Quantity')) ? Number(cell(row, 'Quantity')) : 0,
      isPriced: /^\d*\.?\d*[1-9]\d*/.test(cell(row, 'UnitPrice')),
    })),
  }));
}

function parseRows(text: string, name: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, {
      bom: true,
      columns: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal(`${name} is no readable CSV file: ${error.message}.`, { cause: error });
  }
}
