import fc from 'fast-check';

import { mergeCarts } from './cart-merge';

const line = (variationId: string, quantity: number) => ({
  id: `line-${variationId}`,
  variationId,
  quantity,
});
const cart = (
  lines: readonly ReturnType<typeof line>[],
  couponCodes: readonly string[] = [],
): Parameters<typeof mergeCarts>[0] => ({ lines, couponCodes });

describe('merging a guest cart', () => {
  it('adds quantities and caps the sum at the stock', () => {
    const merged = mergeCarts(
      cart([line('a', 2)]),
      cart([line('a', 5), line('b', 1)]),
      new Map([
        ['a', 4],
        ['b', 9],
      ]),
    );

    expect(merged.set).toMatchObject([
      { id: 'line-a', quantity: 4 },
      { id: undefined, variationId: 'b', quantity: 1 },
    ]);
    expect(merged).toMatchObject({
      mergedLines: 2,
      capped: [{ variationId: 'a', wanted: 5, added: 2 }],
    });
  });

  it('keeps what the customer already had, even when it is sold out', () => {
    const merged = mergeCarts(cart([line('a', 2)]), cart([line('a', 1)]), new Map([['a', 0]]));

    expect(merged.set).toMatchObject([{ id: 'line-a', quantity: 2 }]);
  });

  it('drops a guest line that is sold out, and says so', () => {
    const merged = mergeCarts(cart([]), cart([line('a', 1)]), new Map());

    expect(merged).toMatchObject({ set: [], mergedLines: 0, capped: [{ wanted: 1, added: 0 }] });
  });

  it('keeps the codes of both, each once', () => {
    const merged = mergeCarts(cart([], ['ONE', 'TWO']), cart([], ['TWO', 'THREE']), new Map());

    expect(merged.couponCodes).toEqual(['ONE', 'TWO', 'THREE']);
  });

  it('counts a part that a bundle and a single line share once', () => {
    const parts = [{ choiceId: 'c', variationId: 'a', quantity: 2 }];
    const guest = cart([{ ...line('set', 3), parts } as never, line('a', 2)]);

    const merged = mergeCarts(cart([line('a', 1)]), guest, new Map([['a', 6]]));

    expect(merged.set).toMatchObject([
      { variationId: 'set', quantity: 2 },
      { variationId: 'a', quantity: 2 },
    ]);
    expect(merged.capped).toHaveLength(2);
  });

  it('never asks for more than there is, but for what the customer had', () => {
    const units = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 }));
    const lines = (of: Record<string, number>) =>
      Object.entries(of).map(([id, quantity]) => line(id, quantity));
    fc.assert(
      fc.property(units, units, units, (own, guest, stock) => {
        const merged = mergeCarts(
          cart(lines(own)),
          cart(lines(guest)),
          new Map(Object.entries(stock)),
        );

        for (const { variationId, quantity } of merged.set) {
          const had = own[variationId] ?? 0;
          expect(quantity).toBeGreaterThanOrEqual(had);
          expect(quantity).toBeLessThanOrEqual(Math.max(had, stock[variationId] ?? 0));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
