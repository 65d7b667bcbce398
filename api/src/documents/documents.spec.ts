import { invoiceOf } from './domain/invoice';
import type { OrderSnapshot, SnapshotLine } from './domain/order-snapshot';
import { packingSlipOf } from './domain/packing-slip';
import { drawDocument } from './draw-document';
import { textOfPdf } from './testing/pdf-text';

const line = (changes: Partial<SnapshotLine> = {}): SnapshotLine => ({
  productTitle: 'Gęś w łące',
  variationTitle: 'A3',
  sku: 'GOOSE-A3',
  quantity: 2,
  cancelledQuantity: 0,
  unitPriceMinor: 1_250n,
  discountsMinor: 0n,
  totalMinor: 2_500n,
  parts: [],
  ...changes,
});

const order = (changes: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  number: 'HT-1001',
  placedAt: new Date('2026-03-04T23:30:00Z'),
  email: 'soren@example.com',
  shippingAddress: {
    name: 'Søren Łukasiewicz',
    line1: 'Ærøgade 5',
    city: 'København',
    postcode: '1050',
    countryCode: 'DK',
  },
  shippingMethodName: 'Standard delivery',
  paymentMethodName: 'Pay by invoice',
  currencyCode: 'GBP',
  subtotalMinor: 2_500n,
  discountsMinor: 0n,
  shippingMinor: 450n,
  taxMinor: 492n,
  totalMinor: 2_950n,
  taxLines: [{ name: 'VAT', ratePpm: 200_000, amountMinor: 492n }],
  giftCards: [],
  refundedMinor: 0n,
  cancelledMinor: 0n,
  lines: [line()],
  ...changes,
});

const totals = (changes: Partial<OrderSnapshot>) =>
  invoiceOf(order(changes), 'Halftone').totals.map(({ label, value }) => `${label}: ${value}`);

describe('an invoice', () => {
  it('adds up what was sold, with the tax that prices contain', () => {
    expect(totals({})).toEqual([
      'Subtotal: £25.00',
      'Delivery: £4.50',
      'Includes VAT 20 %: £4.92',
      'Total: £29.50',
    ]);
  });

  it('adds tax that prices leave out, and tells discounts, gift cards and refunds', () => {
    expect(
      totals({
        discountsMinor: 500n,
        taxMinor: 245n,
        totalMinor: 2_695n,
        taxLines: [{ name: 'Sales tax', ratePpm: 99_750, amountMinor: 245n }],
        giftCards: [{ last4: 'WN2E', amountMinor: 1_000n }],
        refundedMinor: 300n,
        cancelledMinor: 100n,
      }),
    ).toEqual([
      'Subtotal: £25.00',
      'Discounts: -£5.00',
      'Delivery: £4.50',
      'Sales tax 9.975 %: £2.45',
      'Total: £26.95',
      'Gift card ending WN2E: -£10.00',
      'Due: £16.95',
      'Cancelled: -£1.00',
      'Refunded: -£3.00',
    ]);
  });

  it.each([
    ['JPY', 1_250n, 'JP¥1,250'],
    ['KWD', 1_250n, 'KWD 1.250'],
    ['EUR', 1_234_567_890_123_456_789n, '€12,345,678,901,234,567.89'],
  ])('writes %s with the decimals that it has', (currencyCode, unitPriceMinor, expected) => {
    const [row] = invoiceOf(order({ currencyCode, lines: [line({ unitPriceMinor })] }), 'H').rows;

    expect(row?.cells[2]?.replace(/\s/g, ' ')).toBe(expected);
  });

  it('is a PDF that says all of it, in the letters that people write their names with', async () => {
    const pdf = await drawDocument(invoiceOf(order({ currencyCode: 'EUR' }), 'Halftone'));

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const [text = ''] = await textOfPdf(pdf);
    for (const said of [
      'Halftone',
      'Invoice HT-1001',
      '4 March 2026',
      'Søren Łukasiewicz',
      'Ærøgade 5',
      'København, 1050',
      'Denmark',
      'Gęś w łące, A3',
      'GOOSE-A3',
      '€12.50',
      'Includes VAT 20 %',
      '€29.50',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('is the same file whenever it is printed', async () => {
    const paper = invoiceOf(order(), 'Halftone');

    expect((await drawDocument(paper)).equals(await drawDocument(paper))).toBe(true);
  });

  it('prints markup and script as what they are: text', async () => {
    const name = '<script>alert(1)</script> (Tj) /JS << /S /JavaScript >> \u202E\u0000&amp;';
    const evil = { ...order().shippingAddress, name };

    const pdf = await drawDocument(
      invoiceOf(
        order({ shippingAddress: evil, lines: [line({ productTitle: name })] }),
        'Halftone',
      ),
    );

    const [text = ''] = await textOfPdf(pdf);
    expect(text.replace(/\n/g, '')).toContain(
      '<script>alert(1)</script> (Tj) /JS << /S /JavaScript >>',
    );
    expect(pdf.toString('latin1')).not.toMatch(/\/JavaScript|\/OpenAction|\/Launch|\/URI/);
  });

  it('goes on over as many pages as it needs, and loses no line', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => line({ sku: `SKU-${at}-END` }));

    const pages = await textOfPdf(await drawDocument(invoiceOf(order({ lines }), 'Halftone')));

    expect(pages.length).toBeGreaterThan(2);
    const text = pages.join(' ');
    expect(lines.filter(({ sku }) => !text.includes(sku))).toEqual([]);
  });
});

describe('a packing slip', () => {
  it('names what goes into the parcel, parts included, and no price', async () => {
    const part = { productTitle: 'Card', variationTitle: 'Default', sku: 'CARD', quantity: 3 };
    const lines = [
      line({ quantity: 3, cancelledQuantity: 1, parts: [part] }),
      line({ productTitle: 'Gone', sku: 'GONE', quantity: 1, cancelledQuantity: 1 }),
    ];

    const [text = ''] = await textOfPdf(
      await drawDocument(packingSlipOf(order({ lines }), 'Halftone')),
    );

    expect(text).toContain('Packing slip HT-1001');
    expect(text).toContain('Gęś w łące, A3');
    expect(text).toContain('6 × Card (CARD)');
    expect(text).not.toContain('GONE');
    expect(text).not.toMatch(/£|\d\.\d\d/);
  });
});
