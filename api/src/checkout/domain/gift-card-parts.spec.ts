import fc from 'fast-check';

import { shareTotal } from './gift-card-parts';

const card = (id: string, availableMinor: bigint) => ({ id, last4: '0000', availableMinor });
const paid = (...amounts: [id: string, amountMinor: bigint][]) =>
  amounts.map(([id, amountMinor]) => ({ id, last4: '0000', amountMinor }));

describe('what gift cards pay of a total', () => {
  it.each([
    ['nothing without a card', 2_450n, [], [], 2_450n],
    ['part of it, the rest is due', 2_450n, [card('a', 1_000n)], paid(['a', 1_000n]), 1_450n],
    ['all of it to the last penny', 2_450n, [card('a', 2_450n)], paid(['a', 2_450n]), 0n],
    ['never more than it', 2_450n, [card('a', 5_000n)], paid(['a', 2_450n]), 0n],
    [
      'by several cards in the order given',
      2_450n,
      [card('a', 1_000n), card('b', 2_000n)],
      paid(['a', 1_000n], ['b', 1_450n]),
      0n,
    ],
    [
      'nothing by a card that is not needed any more',
      1_000n,
      [card('a', 1_000n), card('b', 500n)],
      paid(['a', 1_000n]),
      0n,
    ],
    [
      'nothing by an empty card, and the next one pays',
      300n,
      [card('a', 0n), card('b', 200n)],
      paid(['b', 200n]),
      100n,
    ],
    ['yen, which have no decimals', 1n, [card('a', 3n)], paid(['a', 1n]), 0n],
    ['fils of a dinar, which are thousandths', 1_005n, [card('a', 5n)], paid(['a', 5n]), 1_000n],
    ['nothing of what costs nothing', 0n, [card('a', 500n)], [], 0n],
  ])('%s', (_what, totalMinor, cards, giftCards, dueMinor) => {
    expect(shareTotal(totalMinor, cards)).toEqual({ giftCards, dueMinor });
  });

  it('always sums to the total, is never below zero and never above what a card has', () => {
    const cards = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 50_000n }), cards, (totalMinor, balances) => {
        const given = balances.map((availableMinor, index) => card(String(index), availableMinor));
        const { giftCards, dueMinor } = shareTotal(totalMinor, given);
        const sum = giftCards.reduce((total, { amountMinor }) => total + amountMinor, 0n);
        expect(sum + dueMinor).toBe(totalMinor);
        expect(dueMinor >= 0n).toBe(true);
        for (const { id, amountMinor } of giftCards) {
          expect(amountMinor > 0n && amountMinor <= (balances[Number(id)] ?? 0n)).toBe(true);
        }
        // Something is due only when every card has given all it has.
        const all = balances.reduce((total, balance) => total + balance, 0n);
        expect(dueMinor).toBe(all >= totalMinor ? 0n : totalMinor - all);
      }),
      { numRuns: 1_000 },
    );
  });
});
