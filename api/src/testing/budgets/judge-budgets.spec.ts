import { judgeBudgets, lineFor } from './judge-budgets';

const took = { cost: 10, statements: 4, bytes: 900 };
const line = { cost: 10, statements: 4, bytes: 1_000 };

describe('a budget', () => {
  it('is kept by an operation that takes as much, with short lists and with long ones', () => {
    expect(judgeBudgets({ Home: line }, { Home: { short: took, long: took } })).toEqual([]);
  });

  it.each([
    ['cost', 11],
    ['statements', 5],
    ['bytes', 1_001],
  ])('is exceeded by more %s', (what, amount) => {
    const dearer = { ...took, [what]: amount };

    expect(judgeBudgets({ Home: line }, { Home: { short: dearer, long: dearer } })).toEqual([
      `Home takes ${amount} ${what}, and its budget is ${line[what as keyof typeof line]}.`,
    ]);
  });

  it('does not help an operation whose statements grow with its lists', () => {
    const wide = { ...line, statements: 100 };
    const long = { ...took, statements: 9 };

    expect(judgeBudgets({ Home: wide }, { Home: { short: took, long } })).toEqual([
      expect.stringContaining('Home sends 4 statements for short lists and 9 for long ones'),
    ]);
  });

  it('is there for each operation, and for no others', () => {
    expect(judgeBudgets({ Gone: line }, { New: { short: took, long: took } })).toEqual([
      'New has no budget; see it and run npm run budgets:update.',
      'Gone has a budget and is no operation of the apps any more.',
    ]);
  });

  it('is what was measured, with some room for longer words', () => {
    const { cost, statements, bytes } = lineFor({
      short: took,
      long: { ...took, bytes: 4_000, mostStatements: 5 },
    });

    expect({ cost, statements, bytes }).toEqual({ cost: 10, statements: 5, bytes: 4_500 });
  });
});
