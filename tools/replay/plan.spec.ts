import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Invoice, InvoiceLine } from './invoices.ts';
import { planReplay } from './plan.ts';

const offer = { skus: new Set(['31415B', '27182']), countryCodes: ['GB', 'DE'] };

function aLine(changes: Partial<InvoiceLine> = {}): InvoiceLine {
  return { sku: '31415B', quantity: 6, isPriced: true, ...changes };
}

function anInvoice(changes: Partial<Invoice> = {}): Invoice {
  return {
    number: '700001',
    isCancellation: false,
    customerId: '40001',
    country: 'United Kingdom',
    lines: [aLine()],
    ...changes,
  };
}

function aCancellation(changes: Partial<Invoice> = {}): Invoice {
  const lines = [aLine({ quantity: -6 })];
  return anInvoice({ number: 'C700009', isCancellation: true, lines, ...changes });
}

function kindsOf(...invoices: Invoice[]): string[] {
  return planReplay(invoices, offer).cancellations.map(({ kind }) => kind);
}

test('sums the lines of an invoice that have the same code', () => {
  const lines = [aLine(), aLine({ sku: '27182', quantity: 1 }), aLine({ quantity: 2 })];
  const { orders } = planReplay([anInvoice({ lines })], offer);

  assert.deepEqual(
    orders.map(({ units }) => [...units]),
    [
      [
        ['31415B', 8],
        ['27182', 1],
      ],
    ],
  );
});

test('leaves lines out that are no sales of products, and counts why', () => {
  const lines = [
    aLine(),
    aLine({ sku: 'POST' }),
    aLine({ quantity: -3 }),
    aLine({ isPriced: false }),
  ];
  const { orders, skippedLines } = planReplay([anInvoice({ lines })], offer);

  assert.deepEqual([...(orders[0]?.units ?? [])], [['31415B', 6]]);
  assert.deepEqual(Object.fromEntries(skippedLines), {
    'the code is no product of the shop': 1,
    'no units sold (stock adjustment)': 1,
    'no price in the file (given away or written off)': 1,
  });
});

test('refuses invoices that the shop cannot take, by reason', () => {
  const { orders, refused } = planReplay(
    [
      anInvoice({ lines: [aLine({ sku: 'POST' })] }),
      anInvoice({ country: 'Bahrain' }),
      anInvoice({ country: 'Unspecified' }),
    ],
    offer,
  );

  assert.deepEqual(orders, []);
  assert.deepEqual(Object.fromEntries(refused), {
    'no line is a sale of a product': 1,
    'the shop does not deliver to Bahrain': 1,
    '"Unspecified" is no country': 1,
  });
});

test('cancels the earlier order that has exactly the codes and quantities', () => {
  const lines = [
    aLine({ sku: 'POST', quantity: -1 }),
    aLine({ quantity: -4 }),
    aLine({ quantity: -2 }),
  ];
  const { cancellations } = planReplay([anInvoice(), aCancellation({ lines })], offer);

  assert.deepEqual(cancellations, [
    { kind: 'whole order', invoiceNumber: 'C700009', originalNumber: '700001' },
  ]);
});

test('takes an order back once, the latest first', () => {
  const { cancellations } = planReplay(
    [
      anInvoice(),
      anInvoice({ number: '700002' }),
      aCancellation(),
      aCancellation({ number: 'C700010' }),
      aCancellation({ number: 'C700011' }),
    ],
    offer,
  );

  assert.deepEqual(
    cancellations.map((plan) => ('originalNumber' in plan ? plan.originalNumber : plan.kind)),
    ['700002', '700001', 'original not known'],
  );
});

test('takes some units of an order back, and only as many as are left of it', () => {
  const some = (quantity: number, number: string) =>
    aCancellation({ number, lines: [aLine({ quantity })] });
  const { cancellations } = planReplay(
    [anInvoice(), some(-4, 'C1'), some(-3, 'C2'), some(-2, 'C3'), some(-1, 'C4')],
    offer,
  );

  assert.deepEqual(cancellations, [
    {
      kind: 'part of an order',
      invoiceNumber: 'C1',
      originalNumber: '700001',
      units: new Map([['31415B', 4]]),
    },
    { kind: 'original not known', invoiceNumber: 'C2' },
    { kind: 'whole order', invoiceNumber: 'C3', originalNumber: '700001' },
    { kind: 'original not known', invoiceNumber: 'C4' },
  ]);
});

test('tells a cancellation whose original is not known from one without products', () => {
  const more = [aLine({ quantity: -7 })];
  const postage = [aLine({ sku: 'POST', quantity: -1 })];

  assert.deepEqual(kindsOf(anInvoice(), aCancellation({ lines: more })), ['original not known']);
  assert.deepEqual(kindsOf(anInvoice(), aCancellation({ lines: postage })), [
    'no line is a product',
  ]);
});

test('knows no original that is later, of somebody else or of a guest', () => {
  assert.deepEqual(kindsOf(aCancellation(), anInvoice()), ['original not known']);
  assert.deepEqual(kindsOf(anInvoice({ customerId: '40002' }), aCancellation()), [
    'original not known',
  ]);
  assert.deepEqual(
    kindsOf(anInvoice({ customerId: undefined }), aCancellation({ customerId: undefined })),
    ['original not known'],
  );
});
