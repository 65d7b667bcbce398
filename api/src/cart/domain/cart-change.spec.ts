import { MAX_LINE_QUANTITY, mergeCarts, quantitiesAfterAdding, unknownLines } from './cart-change';

const line = (variationId: string, quantity: number) => ({
  id: `line-${variationId}`,
  variationId,
  quantity,
});

describe('changing a cart', () => {
  it('adds to the line that a variation already has', () => {
    const result = quantitiesAfterAdding([line('a', 2)], [{ variationId: 'a', quantity: 3 }]);

    expect(result.ok && [...result.value]).toEqual([['a', 5]]);
  });

  it('counts one variation given twice as one line', () => {
    const result = quantitiesAfterAdding(
      [],
      [
        { variationId: 'a', quantity: 1 },
        { variationId: 'a', quantity: 4 },
      ],
    );

    expect(result.ok && [...result.value]).toEqual([['a', 5]]);
  });

  it('refuses more units of one item than a line may have', () => {
    const result = quantitiesAfterAdding(
      [line('a', MAX_LINE_QUANTITY)],
      [{ variationId: 'a', quantity: 1 }],
    );

    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'QUANTITY_LIMIT' }] });
  });

  it('refuses a line of somebody else', () => {
    expect(unknownLines([line('a', 1)], ['line-b'])).toMatchObject({ code: 'NOT_FOUND' });
    expect(unknownLines([line('a', 1)], ['line-a'])).toBeUndefined();
  });
});

describe('merging a guest cart', () => {
  it('adds quantities and caps the sum at the stock', () => {
    const merged = mergeCarts(
      [line('a', 2)],
      [line('a', 5), line('b', 1)],
      new Map([
        ['a', 4],
        ['b', 9],
      ]),
    );

    expect([...merged.quantities]).toEqual([
      ['a', 4],
      ['b', 1],
    ]);
    expect(merged).toMatchObject({ mergedLines: 2, cappedLines: 1 });
  });

  it('keeps what the customer already had, even when it is sold out', () => {
    const merged = mergeCarts([line('a', 2)], [line('a', 1)], new Map([['a', 0]]));

    expect(merged.quantities.get('a')).toBe(2);
  });

  it('drops a guest line that is sold out, and says so', () => {
    const merged = mergeCarts([], [line('a', 1)], new Map());

    expect(merged).toEqual({ quantities: new Map(), mergedLines: 0, cappedLines: 1 });
  });
});
