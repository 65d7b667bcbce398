import type { JudgedRow } from './invoice-row';
import { planCatalogue } from './plan-catalogue';

let line = 1;
function aSale(changes: Partial<JudgedRow> = {}): JudgedRow {
  line += 1;
  return {
    lineNumber: line,
    sku: '31415B',
    description: 'PAPER KITE',
    isGoods: true,
    quantity: 1,
    unitPriceMinor: 255,
    ...changes,
  };
}

describe('the catalogue that invoices show', () => {
  it('has one product per stock code', () => {
    const { products } = planCatalogue([aSale(), aSale(), aSale({ sku: '27182' })]);

    expect(products.map(({ sku }) => sku)).toEqual(['31415B', '27182']);
  });

  it('names a product by its most frequent description, remarks left out', () => {
    const { products } = planCatalogue([
      aSale({ description: 'damages', aside: 'stock adjustment: no units sold' }),
      aSale({ description: 'damages', aside: 'stock adjustment: no units sold' }),
      aSale({ description: 'KITE' }),
      aSale({ description: 'PAPER KITE' }),
      aSale({ description: 'PAPER  KITE ' }),
    ]);

    expect(products).toMatchObject([{ name: 'Paper Kite' }]);
  });

  it('asks the price of most lines, not that of most units', () => {
    const { products } = planCatalogue([
      aSale({ unitPriceMinor: 210, quantity: 500 }),
      aSale({ unitPriceMinor: 255 }),
      aSale({ unitPriceMinor: 255 }),
    ]);

    expect(products).toMatchObject([{ priceMinor: 255 }]);
  });

  it('lets units decide between prices on equally many lines', () => {
    const { products } = planCatalogue([
      aSale({ unitPriceMinor: 495, quantity: 2 }),
      aSale({ unitPriceMinor: 425, quantity: 12 }),
    ]);

    expect(products).toMatchObject([{ priceMinor: 425 }]);
  });

  it('takes the price from a cancellation when the code was never sold', () => {
    const { products } = planCatalogue([
      aSale({ quantity: -3, aside: 'cancellation of an earlier sale' }),
    ]);

    expect(products).toMatchObject([{ priceMinor: 255, onHand: 1000 }]);
  });

  it('stocks ten times what was sold, and never less than a thousand', () => {
    const { products } = planCatalogue([
      aSale({ quantity: 2_011 }),
      aSale({ sku: '27182', quantity: 3 }),
    ]);

    expect(products.map(({ onHand }) => onHand)).toEqual([20_200, 1_000]);
  });

  it('makes no product of a code without a price', () => {
    const aside = 'no price: given away, written off or adjusted';
    const plan = planCatalogue([aSale({ unitPriceMinor: 0, aside })]);

    expect(plan.products).toEqual([]);
    expect(plan.unsellable).toEqual([{ sku: '31415B', reason: 'it has no price anywhere' }]);
  });

  it('sets the sales of a code without a description aside', () => {
    const plan = planCatalogue([aSale({ description: '?' })]);

    expect(plan.unsellable).toEqual([{ sku: '31415B', reason: 'it has no description anywhere' }]);
    expect(plan.aside).toMatchObject([
      { aside: 'sale of a code that has no description anywhere' },
    ]);
  });

  it('makes no product of what is no goods', () => {
    const postage = 'not a product: postage or carriage';
    const plan = planCatalogue([aSale({ sku: 'POST', isGoods: false, aside: postage })]);

    expect(plan.products).toEqual([]);
    expect(plan.aside).toHaveLength(1);
  });
});
