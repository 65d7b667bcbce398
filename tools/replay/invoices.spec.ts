import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Refusal } from '../launcher/refusal.ts';
import { invoicesOf } from './invoices.ts';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

test('groups the lines of an invoice and keeps the order of the file', () => {
  const invoices = invoicesOf(
    [
      header,
      '700002,31415b,"KITE, BLUE",6,2010-12-01 08:26:00,2.55,40001.0,United Kingdom',
      'C700001,27182,LANTERN,-1,2010-12-01 08:30:00,1.25,,Germany',
      '700002,POST,POSTAGE,1,2010-12-01 08:26:00,0.0,40001.0,United Kingdom',
    ].join('\r\n'),
    'test.csv',
  );

  assert.deepEqual(invoices, [
    {
      number: '700002',
      isCancellation: false,
      customerId: '40001',
      country: 'United Kingdom',
      lines: [
        { sku: '31415B', quantity: 6, isPriced: true },
        { sku: 'POST', quantity: 1, isPriced: false },
      ],
    },
    {
      number: 'C700001',
      isCancellation: true,
      customerId: undefined,
      country: 'Germany',
      lines: [{ sku: '27182', quantity: -1, isPriced: true }],
    },
  ]);
});

test('says which columns another kind of file lacks', () => {
  assert.throws(() => invoicesOf('Handle,Title\nkite,Kite', 'test.csv'), {
    name: 'Refusal',
    message:
      'test.csv is no Online Retail file: no column InvoiceNo, StockCode, Quantity, UnitPrice, CustomerID, Country.',
  });
});

test('refuses a file that is no CSV', () => {
  assert.throws(() => invoicesOf(`${header}\n"700001,1`, 'test.csv'), Refusal);
});
