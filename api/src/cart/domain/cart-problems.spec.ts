import { type CheckedLine, problemsOf } from './cart-problems';

const line = (changes: Partial<CheckedLine> = {}): CheckedLine => ({
  id: 'line',
  demand: [{ variationId: 'poster', quantity: 3 }],
  isBundle: false,
  isOffered: true,
  shownPriceMinor: 500n,
  priceAtAddMinor: 500n,
  ...changes,
});
const problems = (available: Record<string, number>, ...lines: CheckedLine[]) =>
  problemsOf(lines, (_, id) => available[id] ?? 0);

describe('problems of cart lines', () => {
  it('are none while price and stock are as they were', () => {
    expect(problems({ poster: 3 }, line())).toEqual([]);
  });

  it('tell how many are left when they are too few', () => {
    expect(problems({ poster: 2 }, line())).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', available: 2, variationId: 'poster' },
    ]);
  });

  it('tell that it is sold out, once', () => {
    expect(problems({}, line()).map((problem) => problem.code)).toEqual(['OUT_OF_STOCK']);
  });

  it('tell a changed price beside a shortage', () => {
    const found = problems({ poster: 1 }, line({ shownPriceMinor: 600n }));

    expect(found.map((problem) => problem.code)).toEqual(['INSUFFICIENT_STOCK', 'PRICE_CHANGED']);
  });

  it('are told for each part of a bundle that is short', () => {
    const demand = [
      { variationId: 'print', quantity: 3 },
      { variationId: 'frame', quantity: 1 },
    ];
    const found = problems({ print: 2 }, line({ demand, isBundle: true }));

    expect(found).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', variationId: 'print', available: 2 },
      { code: 'OUT_OF_STOCK', variationId: 'frame' },
    ]);
  });

  it('serve lines that want the same goods in their order', () => {
    const bundle = line({ id: 'bundle', demand: [{ variationId: 'poster', quantity: 2 }] });

    expect(problems({ poster: 4 }, line(), bundle)).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', lineId: 'bundle', available: 1 },
    ]);
    expect(problems({ poster: 5 }, line(), bundle)).toEqual([]);
  });

  it('say of what is no longer sold in this form nothing else', () => {
    expect(problems({}, line({ isOffered: false, shownPriceMinor: 1n }))).toMatchObject([
      { code: 'NO_LONGER_OFFERED', lineId: 'line' },
    ]);
  });
});
