import { judgeRow, type RawRow } from './invoice-row';

function aRow(changes: Partial<RawRow> = {}): RawRow {
  return {
    lineNumber: 2,
    invoiceNo: '600001',
    stockCode: '31415B',
    description: 'PAPER KITE BLUE',
    quantity: '6',
    unitPrice: '2.55',
    ...changes,
  };
}

describe('a line of an invoice', () => {
  it('is a sale of goods when it has units, a price and a stock code', () => {
    const row = judgeRow(aRow());

    expect(row).toEqual({
      lineNumber: 2,
      sku: '31415B',
      description: 'PAPER KITE BLUE',
      isGoods: true,
      quantity: 6,
      unitPriceMinor: 255,
    });
  });

  it('takes codes that differ only by case as one', () => {
    expect(judgeRow(aRow({ stockCode: ' 31415b ' })).sku).toBe('31415B');
  });

  it.each(['31415', '31415AB', 'DCGS0076', '15056bl'])('takes %s as goods', (stockCode) => {
    expect(judgeRow(aRow({ stockCode })).isGoods).toBe(true);
  });

  it.each([
    ['POST', 'not a product: postage or carriage'],
    ['DOT', 'not a product: postage or carriage'],
    ['C2', 'not a product: postage or carriage'],
    ['m', 'not a product: manual entry'],
    ['D', 'not a product: discount'],
    ['S', 'not a product: sample'],
    ['BANK CHARGES', 'not a product: fee or bank charge'],
    ['AMAZONFEE', 'not a product: fee or bank charge'],
    ['gift_0001_40', 'not a product: gift voucher'],
    ['PADS', 'not a product: code of unknown form'],
    ['', 'not a product: code of unknown form'],
  ])('with the code %s is %s', (stockCode, aside) => {
    expect(judgeRow(aRow({ stockCode }))).toMatchObject({ isGoods: false, aside });
  });

  it.each([
    ['a cancellation', { invoiceNo: 'C600001', quantity: '-6' }, 'cancellation of an earlier sale'],
    ['a negative quantity', { quantity: '-6' }, 'stock adjustment: no units sold'],
    ['no quantity', { quantity: '0' }, 'stock adjustment: no units sold'],
    ['no price', { unitPrice: '0.0' }, 'no price: given away, written off or adjusted'],
    ['a negative price', { unitPrice: '-1.00' }, 'no price: given away, written off or adjusted'],
    ['half a penny', { unitPrice: '0.005' }, 'unreadable: quantity or price is no exact amount'],
    ['half a unit', { quantity: '1.5' }, 'unreadable: quantity or price is no exact amount'],
    ['an empty price', { unitPrice: '' }, 'unreadable: quantity or price is no exact amount'],
  ])('of goods with %s is set aside', (_what, changes, aside) => {
    expect(judgeRow(aRow(changes))).toMatchObject({ isGoods: true, aside });
  });
});
