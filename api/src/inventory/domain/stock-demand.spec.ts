import { stockDemand } from './stock-demand';

describe('the goods that lines take', () => {
  it('are the line itself where it has no parts', () => {
    expect(stockDemand([{ id: 'l1', variationId: 'poster', quantity: 3 }])).toEqual([
      { variationId: 'poster', quantity: 3, lineId: 'l1' },
    ]);
  });

  it('are the parts of a bundle, as often as it is bought, and nothing of its own', () => {
    const parts = [
      { variationId: 'print', quantity: 3 },
      { variationId: 'frame', quantity: 1 },
    ];

    expect(stockDemand([{ id: 'l1', variationId: 'set', quantity: 2, parts }])).toEqual([
      { variationId: 'print', quantity: 6, lineId: 'l1' },
      { variationId: 'frame', quantity: 2, lineId: 'l1' },
    ]);
  });
});
