import { readFile } from 'node:fs/promises';

import { CsvError, parse } from 'csv-parse/sync';

import type { RawRow } from './domain/invoice-row';

const columns = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'UnitPrice'] as const;

/** A file that cannot be imported at all, told in one sentence. */
export class UnreadableFile extends Error {}

/** Reads all lines of an Online Retail CSV file. */
export async function readInvoiceRows(path: string): Promise<RawRow[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UnreadableFile(`${path} cannot be read.`, { cause: error });
  });
  return parseInvoiceRows(text, path);
}

/** Reads all lines of an Online Retail CSV text. */
export function parseInvoiceRows(text: string, name: string): RawRow[] {
  try {
    return parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
      bom: true,
      columns: (header: string[]) => {
        const missing = columns.filter((column) => !header.includes(column));
        if (missing.length === 0) return header;
        throw new UnreadableFile(
          `${name} is no Online Retail file: no column ${missing.join(', ')}.`,
        );
      },
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
    }).map(({ record, info }) => ({
      lineNumber: info.lines,
      invoiceNo: record['InvoiceNo'] ?? '',
      stockCode: record['StockCode'] ?? '',
      description: record['Description'] ?? '',
      quantity: record['Quantity'] ?? '',
      unitPrice: record['UnitPrice'] ?? '',
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(`${name} is no readable CSV file: ${error.message}.`, {
      cause: error,
    });
  }
}
