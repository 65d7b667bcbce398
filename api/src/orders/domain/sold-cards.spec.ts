import fc from 'fast-check';

import { cancelUnits } from './cancellation';
import { balanceOf } from './order-balance';
import type { OrderBook } from './order-book';
import { pack } from './parcels';
import { planRefund } from './refunds';
import { planTakeBack, refundableOf, type SoldCard } from './sold-cards';

const RUNS = { numRuns: 1_000 };
const NOW = new Date('2026-01-01T12:00:00Z');

interface Line {
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly totalMinor?: bigint;
}

/** A paid order: its first lines are gift cards, the last are goods. */
function paid(cardLines: readonly Line[], goods: readonly Line[] = [], shippingMinor = 0n) {
  const all = [...cardLines, ...goods];
  const lines = all.map(({ quantity, unitMinor, totalMinor }, index) => {
    const subtotalMinor = unitMinor * BigInt(quantity);
    const paidMinor = totalMinor ?? subtotalMinor;
    const discountsMinor = subtotalMinor > paidMinor ? subtotalMinor - paidMinor : 0n;
    const taxMinor = paidMinor > subtotalMinor ? paidMinor - subtotalMinor : 0n;
    const tax = { name: 'Tax', ratePpm: 1, amountMinor: taxMinor };
    return {
      id: String(index),
      quantity,
      ...{ cancelledQuantity: 0, packedQuantity: 0, refundedQuantity: 0, returnedQuantity: 0 },
      cost: {
        ...{ subtotalMinor, discountsMinor, taxMinor, shippingMinor: 0n, totalMinor: paidMinor },
        taxLines: taxMinor > 0n ? [tax] : [],
      },
    };
  });
  const totalMinor = lines.reduce((sum, { cost }) => sum + cost.totalMinor, shippingMinor);
  const book: OrderBook = {
    state: { status: 'PROCESSING', paymentStatus: 'PAID', fulfilmentStatus: 'UNFULFILLED' },
    parcels: [],
    lines,
    money: {
      totalMinor,
      ...{ cancelledMinor: 0n, creditedMinor: 0n, refundedShippingMinor: 0n },
      ...{ authorizedMinor: 0n, capturedMinor: totalMinor, refundedMinor: 0n },
    },
  };
  const cards = cardLines.flatMap(({ quantity, unitMinor }, index) =>
    Array.from({ length: quantity }, (_, unit) => aCard(`${index}-${unit}`, index, unitMinor)),
  );
  return { book, cards, cardLines: cardLines.length };
}

function aCard(id: string, line: number, initialMinor: bigint): SoldCard {
  const amounts = { initialMinor, availableMinor: initialMinor, heldMinor: 0n, spentMinor: 0n };
  return { id, lineId: String(line), ...amounts, isTakenBack: false };
}

type Shop = ReturnType<typeof paid>;

const spend = (card: SoldCard, minor: bigint): SoldCard => ({
  ...card,
  availableMinor: card.availableMinor - minor,
  spentMinor: card.spentMinor + minor,
});
const without = (shop: Shop, ids: readonly string[]): SoldCard[] =>
  shop.cards.map((card) =>
    ids.includes(card.id) ? { ...card, availableMinor: 0n, isTakenBack: true } : card,
  );
const soldOf = ({ cards, cardLines }: Shop) => ({
  cards,
  lineIds: new Set(Array.from({ length: cardLines }, (_, index) => String(index))),
  currencyCode: 'GBP',
});
const overpaidBack = (book: OrderBook): OrderBook => {
  const refundedMinor = book.money.refundedMinor + balanceOf(book.money).overpaidMinor;
  return { ...book, money: { ...book.money, refundedMinor } };
};

const cancel = (shop: Shop, line: number, quantity: number): OrderBook | undefined => {
  const after = cancelUnits(shop.book, [{ lineId: String(line), quantity }], 'staff');
  return after.ok ? overpaidBack(after.value) : undefined;
};
const refund = (
  { book }: Shop,
  units: readonly { line: number; quantity: number }[],
  amountMinor?: bigint,
  shippingMinor = 0n,
): OrderBook | undefined => {
  const lines = units.map(({ line, quantity }) => ({ lineId: String(line), quantity }));
  const plan = planRefund(book, { lines, shippingMinor, amountMinor });
  return plan.ok ? plan.value.book : undefined;
};
const sendAll = (shop: Shop): Shop => {
  const units = shop.book.lines
    .map((line) => ({
      lineId: line.id,
      quantity: line.quantity - line.cancelledQuantity - line.packedQuantity,
    }))
    .filter(({ quantity }) => quantity > 0);
  const label = { id: `p${shop.book.parcels.length}`, createdAt: NOW };
  const packed = pack(shop.book, units, label, true);
  return packed.ok ? { ...shop, book: packed.value } : shop;
};

/** What is taken back on the way to a book, or how much could go back instead. */
function outcome(shop: Shop, after: OrderBook | undefined) {
  if (!after) throw new Error('The order itself does not allow it.');
  const plan = planTakeBack(shop.book, after, soldOf(shop));
  if (plan.ok) return plan.value.map(({ id }) => id);
  const [refusal] = plan.refusals;
  return refusal?.code === 'GIFT_CARD_SPENT' ? refusal.refundable.amountMinor : refusal?.code;
}

describe('gift cards that an order sold', () => {
  it('go with the units that are cancelled, those of which nothing is missing first', () => {
    const shop = paid([{ quantity: 3, unitMinor: 2_500n }]);
    const cards = shop.cards.map((card, index) => (index === 0 ? spend(card, 1_000n) : card));
    const spent = { ...shop, cards };

    expect(outcome(spent, cancel(spent, 0, 2))).toEqual(['0-1', '0-2']);
    expect(outcome(spent, cancel(spent, 0, 3))).toBe(6_500n);
  });

  it('are not missed where a unit has none yet', () => {
    const shop = paid([{ quantity: 2, unitMinor: 2_500n }]);
    const half = { ...shop, cards: [spend(aCard('0-0', 0, 2_500n), 2_500n)] };

    expect(outcome(half, cancel(half, 0, 1))).toEqual([]);
    expect(outcome(half, cancel(half, 0, 2))).toBe(2_500n);
  });

  it('give back what is left on them, and no more', () => {
    const shop = sendAll(paid([{ quantity: 1, unitMinor: 2_500n }]));
    const spent = { ...shop, cards: shop.cards.map((card) => spend(card, 1_000n)) };
    const line = [{ line: 0, quantity: 1 }];

    expect(outcome(spent, refund(spent, line))).toBe(1_500n);
    expect(outcome(spent, refund(spent, line, 1_501n))).toBe(1_500n);
    expect(outcome(spent, refund(spent, line, 1_500n))).toEqual(['0-0']);
  });

  it('are not paid back with what goods have paid', () => {
    const goods = [{ quantity: 1, unitMinor: 9_000n }];
    const shop = sendAll(paid([{ quantity: 1, unitMinor: 2_500n }], goods));
    const spent = { ...shop, cards: shop.cards.map((card) => spend(card, 1_000n)) };
    const both = [
      { line: 0, quantity: 1 },
      { line: 1, quantity: 1 },
    ];

    expect(outcome(spent, refund(spent, both.slice(0, 1)))).toBe(1_500n);
    expect(outcome(spent, refund(spent, both))).toBe(10_500n);
    expect(outcome(spent, refund(spent, both, 10_500n))).toEqual(['0-0']);
    expect(outcome(spent, refund(spent, both.slice(1)))).toEqual([]);
  });

  it('that were taken back keep what was spent of them from going back as an amount', () => {
    const goods = [{ quantity: 1, unitMinor: 9_000n }];
    const shop = sendAll(paid([{ quantity: 1, unitMinor: 2_500n }], goods));
    const spent = { ...shop, cards: shop.cards.map((card) => spend(card, 1_000n)) };
    const book = refund(spent, [{ line: 0, quantity: 1 }], 1_500n) ?? spent.book;
    const after = { ...spent, book, cards: without(spent, ['0-0']) };

    expect(outcome(after, refund(after, [], 9_000n))).toEqual([]);
    expect(outcome(after, refund(after, [], 9_001n))).toBe(9_000n);
    expect(outcome(after, refund(after, [], 10_000n))).toBe(9_000n);
  });

  it('give back what was paid for them and not what they are worth', () => {
    const halfPrice = aCard('0-0', 0, 2_500n);

    expect(refundableOf(halfPrice, 1_250n)).toBe(1_250n);
    expect(refundableOf(spend(halfPrice, 1_000n), 1_250n)).toBe(250n);
    expect(refundableOf(spend(halfPrice, 1_000n), 3_000n)).toBe(1_500n);
    expect(refundableOf(spend(halfPrice, 2_000n), 1_250n)).toBe(0n);
  });

  it('all go when everything goes back, though no line is named', () => {
    const shop = paid([{ quantity: 2, unitMinor: 2_500n }], [{ quantity: 1, unitMinor: 1_000n }]);
    const spent = { ...shop, cards: shop.cards.map((card) => spend(card, 500n)) };

    expect(outcome(shop, refund(shop, [], 6_000n))).toEqual(['0-0', '0-1']);
    expect(outcome(spent, refund(spent, [], 6_000n))).toBe(5_000n);
  });

  it('keep what pays for them from being given back as an amount', () => {
    const shop = paid([{ quantity: 1, unitMinor: 2_500n }], [{ quantity: 1, unitMinor: 1_000n }]);

    expect(outcome(shop, refund(shop, [], 1_000n))).toEqual([]);
    expect(outcome(shop, refund(shop, [], 1_001n))).toBe(1_000n);
  });

  it('are not taken from a checkout that is being paid with them', () => {
    const shop = paid([{ quantity: 1, unitMinor: 2_500n }]);
    const held = { ...shop, cards: shop.cards.map((card) => ({ ...card, heldMinor: 1n })) };

    expect(outcome(held, cancel(held, 0, 1))).toBe(0n);
  });

  const minor = fc.bigInt({ min: 1n, max: 5_000n });
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 3 }),
    unitMinor: minor,
    totalMinor: fc.option(fc.bigInt({ min: 0n, max: 20_000n }), { nil: undefined }),
  });
  const some = fc.record({ line: fc.nat(3), quantity: fc.integer({ min: 1, max: 2 }) });
  type Step = (shop: Shop) => Shop;
  /** Somebody who is told how much can go back at most then asks for that. */
  const moving =
    (next: (shop: Shop, mostMinor?: bigint) => OrderBook | undefined): Step =>
    (shop) => {
      const first = next(shop);
      const told = first && outcome(shop, first);
      const after = typeof told === 'bigint' && told > 0n ? next(shop, told) : first;
      const ids = after && outcome(shop, after);
      if (!after || !Array.isArray(ids)) return shop;
      return { ...shop, book: after, cards: without(shop, ids) };
    };
  const onCard =
    (which: number, change: (card: SoldCard) => SoldCard): Step =>
    (shop) => ({
      ...shop,
      cards: shop.cards.map((card, index) =>
        index === which % shop.cards.length ? change(card) : card,
      ),
    });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.constant<Step>(sendAll),
    some.map((units) => moving((shop) => cancel(shop, units.line, units.quantity))),
    fc
      .record({
        units: fc.array(some, { maxLength: 2 }),
        amount: fc.option(minor, { nil: undefined }),
        shipping: fc.bigInt({ min: 0n, max: 400n }),
      })
      .map(({ units, amount, shipping }) =>
        moving((shop, most) => refund(shop, units, most ?? amount, shipping)),
      ),
    fc.constant(
      moving((shop, most) => refund(shop, [], most ?? balanceOf(shop.book.money).refundableMinor)),
    ),
    fc.tuple(fc.nat(8), minor).map(([which, amount]) =>
      onCard(which, (card) => {
        const most = card.isTakenBack ? 0n : card.availableMinor;
        return spend(card, amount < most ? amount : most);
      }),
    ),
    fc.tuple(fc.nat(8), minor).map(([which, amount]) =>
      onCard(which, (card) => {
        const most = amount < card.spentMinor ? amount : card.spentMinor;
        const back = spend(card, -most);
        // Onto a card that was taken back, it is nobody's to spend.
        return card.isTakenBack ? { ...back, availableMinor: 0n } : back;
      }),
    ),
  );

  it('are never both spent and given back beyond what was paid for them', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 2 }),
        fc.array(line, { maxLength: 2 }),
        fc.array(step, { maxLength: 25 }),
        (cardLines, goods, steps) => {
          let shop = paid(cardLines, goods, 400n);
          for (const next of steps) {
            shop = next(shop);
            const { lines, money } = shop.book;
            const spentMinor = shop.cards.reduce((sum, card) => {
              const sold = lines.find(({ id }) => id === card.lineId);
              const unitMinor = sold ? sold.cost.totalMinor / BigInt(sold.quantity) : 0n;
              return sum + (card.spentMinor < unitMinor ? card.spentMinor : unitMinor);
            }, 0n);
            expect(money.refundedMinor + spentMinor <= money.capturedMinor).toBe(true);
            for (const { id, quantity, cancelledQuantity, refundedQuantity } of lines) {
              const standing = shop.cards.filter((c) => c.lineId === id && !c.isTakenBack);
              expect(standing.length).toBeLessThanOrEqual(
                quantity - cancelledQuantity - refundedQuantity,
              );
            }
          }
        },
      ),
      RUNS,
    );
  });
});
