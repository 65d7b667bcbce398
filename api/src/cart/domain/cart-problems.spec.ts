import { problemsOf } from './cart-problems';

const line = { id: 'line', quantity: 3, shownPriceMinor: 500n, priceAtAddMinor: 500n };

describe('problems of a cart line', () => {
  it('has none while price and stock are as they were', () => {
    expect(problemsOf(line, 3)).toEqual([]);
  });

  it('tells how many are left when they are too few', () => {
    expect(problemsOf(line, 2)).toMatchObject([{ code: 'INSUFFICIENT_STOCK', available: 2 }]);
  });

  it('tells that it is sold out, once', () => {
    expect(problemsOf(line, 0).map((problem) => problem.code)).toEqual(['OUT_OF_STOCK']);
  });

  it('tells a changed price beside a shortage', () => {
    const problems = problemsOf({ ...line, shownPriceMinor: 600n }, 1);

    expect(problems.map((problem) => problem.code)).toEqual([
      'INSUFFICIENT_STOCK',
      'PRICE_CHANGED',
    ]);
  });
});
