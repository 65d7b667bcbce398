import fc from 'fast-check';

import { cancelAll, cancelUnits, deliveryOf } from './cancellation';
import { deriveState } from './derived-state';
import { costOfUnits } from './line-shares';
import { allUnits, unpackedUnits } from './line-units';
import { orderPartActions, partBlockOf } from './order-actions';
import { balanceOf } from './order-balance';
import type { LineUnits, OrderBook } from './order-book';
import { blockOf, decide, orderActions } from './order-state';
import { type OrderStatus, orderStatuses, orderSteps } from './order-status';
import { moveParcel, pack, parcelSteps } from './parcels';
import { endsByRefund, planCredit, planRefund, refundableUnits } from './refunds';
import { moveReturn, type ReturnStatus, returnStatuses, returnSteps } from './return-state';

const RUNS = { numRuns: 1_000 };
const NOW = new Date('2026-01-01T12:00:00Z');

const cost = fc
  .record({
    subtotalMinor: fc.bigInt({ min: 0n, max: 100_000n }),
    discountPercent: fc.bigInt({ min: 0n, max: 100n }),
    taxes: fc.array(fc.bigInt({ min: 0n, max: 5_000n }), { maxLength: 3 }),
    isTaxAdded: fc.boolean(),
  })
  .map(({ subtotalMinor, discountPercent, taxes, isTaxAdded }) => {
    const discountsMinor = (subtotalMinor * discountPercent) / 100n;
    const taxMinor = taxes.reduce((sum, tax) => sum + tax, 0n);
    const netMinor = subtotalMinor - discountsMinor;
    return {
      ...{ subtotalMinor, discountsMinor, taxMinor, shippingMinor: 0n },
      totalMinor: isTaxAdded ? netMinor + taxMinor : netMinor,
      taxLines: taxes.map((amountMinor, index) => ({ name: `T${index}`, ratePpm: 1, amountMinor })),
    };
  });

const book: fc.Arbitrary<OrderBook> = fc
  .record({
    lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 7 }), cost }), {
      minLength: 1,
      maxLength: 4,
    }),
    shippingMinor: fc.bigInt({ min: 0n, max: 2_000n }),
    isPaid: fc.boolean(),
  })
  .map(({ lines, shippingMinor, isPaid }) => {
    const totalMinor = lines.reduce((sum, line) => sum + line.cost.totalMinor, shippingMinor);
    return {
      state: {
        status: 'PROCESSING',
        paymentStatus: isPaid ? 'PAID' : 'PENDING',
        fulfilmentStatus: 'UNFULFILLED',
      },
      parcels: [],
      lines: lines.map((line, index) => ({
        ...line,
        id: String(index),
        ...{ cancelledQuantity: 0, packedQuantity: 0, refundedQuantity: 0, returnedQuantity: 0 },
      })),
      money: {
        totalMinor,
        ...{ cancelledMinor: 0n, creditedMinor: 0n, refundedShippingMinor: 0n, refundedMinor: 0n },
        capturedMinor: isPaid ? totalMinor : 0n,
        authorizedMinor: isPaid ? 0n : totalMinor,
      },
    };
  });

/** Something that somebody tries; what is not allowed changes nothing. */
type Attempt = (book: OrderBook) => OrderBook;

const units = fc.record({
  lineId: fc.integer({ min: 0, max: 4 }).map(String),
  quantity: fc.integer({ min: 1, max: 4 }),
});
const some = fc.array(units, { minLength: 1, maxLength: 3 });

const settled = (after: OrderBook): OrderBook => ({ ...after, state: deriveState(after) });
const backWithOverpaid = (after: OrderBook): OrderBook => {
  const refundedMinor = after.money.refundedMinor + balanceOf(after.money).overpaidMinor;
  return { ...after, money: { ...after.money, refundedMinor } };
};
const label = (number: number) => ({ id: `p${number}`, createdAt: NOW });

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({ lines: some, isSent: fc.boolean() }).map(({ lines, isSent }): Attempt => (before) => {
    const packed = pack(before, lines, label(before.parcels.length), isSent);
    return packed.ok ? settled(packed.value) : before;
  }),
  fc
    .record({ parcel: fc.nat(4), to: fc.constantFrom('SENT', 'DELIVERED', 'CANCELLED') })
    .map(({ parcel, to }): Attempt => (before) => {
      const moved = moveParcel(before, `p${parcel}`, to, NOW);
      return moved.ok ? settled(moved.value) : before;
    }),
  some.map((lines): Attempt => (before) => {
    const cancelled = cancelUnits(before, lines, 'staff');
    return cancelled.ok ? settled(backWithOverpaid(cancelled.value)) : before;
  }),
  fc
    .record({
      lines: fc.array(units, { maxLength: 2 }),
      shippingMinor: fc.bigInt({ min: 0n, max: 500n }),
      amountMinor: fc.option(fc.bigInt({ min: 0n, max: 20_000n }), { nil: undefined }),
    })
    .map((wish): Attempt => (before) => {
      const plan = planRefund(before, wish);
      return plan.ok ? settled(plan.value.book) : before;
    }),
  some.map((lines): Attempt => (before) => {
    const plan = planCredit(before, { lines, shippingMinor: 0n });
    return plan.ok ? settled(plan.value.book) : before;
  }),
);

describe('an order book', () => {
  it('never gives back more than was captured, nor counts a unit twice, whatever is tried', () => {
    fc.assert(
      fc.property(book, fc.array(attempt, { maxLength: 25 }), (first, attempts) => {
        let now = first;
        for (const tried of attempts) {
          const next = tried(now);
          const { money } = next;
          expect(money.refundedMinor <= money.capturedMinor).toBe(true);
          expect(money.cancelledMinor + money.creditedMinor <= money.totalMinor).toBe(true);
          const back = money.refundedShippingMinor;
          expect(back >= 0n && back <= deliveryOf(next).shippingMinor).toBe(true);
          const { dueMinor, overpaidMinor } = balanceOf(money);
          expect(dueMinor === 0n || overpaidMinor === 0n).toBe(true);
          for (const line of next.lines) {
            expect(unpackedUnits(line)).toBeGreaterThanOrEqual(0);
            expect(refundableUnits(next)(line)).toBeGreaterThanOrEqual(0);
          }
          now = next;
        }
      }),
      RUNS,
    );
  });

  it('takes only steps that the database allows, from one status to the next', () => {
    const reachable = (from: OrderStatus, to: OrderStatus) =>
      from === to || orderSteps[from].includes(to);
    fc.assert(
      fc.property(book, fc.array(attempt, { maxLength: 25 }), (first, attempts) => {
        let now = first;
        for (const tried of attempts) {
          const next = tried(now);
          expect(reachable(now.state.status, next.state.status)).toBe(true);
          if (now.state.status === 'CANCELLED') expect(next.state.status).toBe('CANCELLED');
          now = next;
        }
      }),
      RUNS,
    );
  });

  it('always has a way out: it can be cancelled, or sent, delivered and refunded', () => {
    fc.assert(
      fc.property(book, fc.array(attempt, { maxLength: 15 }), (first, attempts) => {
        let now = attempts.reduce((before, tried) => tried(before), first);
        const returnable = () => 0;
        const open = [
          ...orderActions.filter((action) => !blockOf(now.state, action, 'staff')),
          ...orderPartActions.filter((action) => !partBlockOf(now, action, 'staff', returnable)),
        ];
        expect(open.length).toBeGreaterThan(0);
        if (now.state.status !== 'PROCESSING') return;
        const packed = pack(now, undefined, label(now.parcels.length), true);
        now = packed.ok ? settled(packed.value) : now;
        for (const to of ['SENT', 'DELIVERED'] as const) {
          for (const { id } of now.parcels) {
            const moved = moveParcel(now, id, to, NOW);
            now = moved.ok ? settled(moved.value) : now;
          }
        }
        expect(now.state).toMatchObject({ status: 'DELIVERED', fulfilmentStatus: 'DELIVERED' });
      }),
      RUNS,
    );
  });

  it('stands where the step of a whole order says, once its parts have taken it', () => {
    const taken = (before: OrderBook, action: 'SHIP' | 'DELIVER' | 'CANCEL'): OrderBook => {
      if (action === 'CANCEL') return backWithOverpaid(cancelAll(before, NOW));
      const [from, to] = action === 'SHIP' ? ['PREPARED', 'SENT'] : ['SENT', 'DELIVERED'];
      let now = before;
      for (const { id, status } of before.parcels) {
        const moved = status === from && moveParcel(now, id, to as 'SENT' | 'DELIVERED', NOW);
        if (moved && moved.ok) now = moved.value;
      }
      const packed = pack(now, undefined, label(now.parcels.length), true);
      return action === 'SHIP' && packed.ok ? packed.value : now;
    };
    const action = fc.constantFrom('SHIP', 'DELIVER', 'CANCEL');
    fc.assert(
      fc.property(book, fc.array(attempt, { maxLength: 15 }), action, (first, attempts, wanted) => {
        const now = attempts.reduce((before, tried) => tried(before), first);
        const decision = decide(now.state, wanted, 'staff');
        if (!decision.ok) return;
        const after = taken(now, wanted);
        const { status, fulfilmentStatus } = decision.value.state;
        expect(deriveState(after)).toMatchObject({ status, fulfilmentStatus });
      }),
      RUNS,
    );
  });

  it('owes the same in the end, whether it is cancelled whole or unit by unit in any order', () => {
    fc.assert(
      fc.property(book, fc.array(units, { maxLength: 20 }), (first, order) => {
        const whole = cancelAll(first, NOW);
        let now = order.reduce((before, each) => {
          const cancelled = cancelUnits(before, [each], 'staff');
          return cancelled.ok ? cancelled.value : before;
        }, first);
        const rest: LineUnits[] = allUnits(now, unpackedUnits);
        if (rest.length > 0) {
          const cancelled = cancelUnits(now, rest, 'staff');
          if (cancelled.ok) now = cancelled.value;
        }
        expect(now.money).toEqual(whole.money);
        expect(now.money.cancelledMinor).toBe(now.money.totalMinor);
      }),
      RUNS,
    );
  });

  it('that is sent and refunded line by line and then for delivery gives back exactly what was paid', () => {
    fc.assert(
      fc.property(book, (first) => {
        fc.pre(first.money.capturedMinor > 0n);
        const packed = pack(first, undefined, label(0), true);
        if (!packed.ok) throw new Error('nothing stands in the way of packing');
        let now = settled(packed.value);
        for (const { id, quantity } of now.lines) {
          for (let unit = 0; unit < quantity; unit += 1) {
            const plan = planCredit(now, {
              lines: [{ lineId: id, quantity: 1 }],
              shippingMinor: 0n,
            });
            if (!plan.ok) throw new Error(JSON.stringify(plan.refusals));
            now = plan.value.book;
          }
        }
        const shippingMinor = deliveryOf(now).refundableMinor;
        const plan = shippingMinor > 0n ? planRefund(now, { lines: [], shippingMinor }) : undefined;
        if (plan?.ok) now = plan.value.book;
        expect(now.money.refundedMinor).toBe(now.money.capturedMinor);
        expect(endsByRefund(now)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('what units of a line cost', () => {
  it('sums to the whole in all its parts, and adds up in itself, however the line is cut', () => {
    fc.assert(
      fc.property(
        cost,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        (whole, cuts) => {
          const quantity = cuts.reduce((sum, cut) => sum + cut, 0);
          let from = 0;
          const parts = cuts.map((cut) => {
            const part = costOfUnits(whole, quantity, from, cut);
            from += cut;
            return part;
          });
          const sum = (of: (part: (typeof parts)[number]) => bigint) =>
            parts.reduce((total, part) => total + of(part), 0n);
          expect(sum((part) => part.subtotalMinor)).toBe(whole.subtotalMinor);
          expect(sum((part) => part.discountsMinor)).toBe(whole.discountsMinor);
          expect(sum((part) => part.taxMinor)).toBe(whole.taxMinor);
          expect(sum((part) => part.totalMinor)).toBe(whole.totalMinor);
          for (const part of parts) {
            const prices = part.subtotalMinor - part.discountsMinor;
            const added = whole.totalMinor === whole.subtotalMinor - whole.discountsMinor;
            expect(part.totalMinor).toBe(added ? prices : prices + part.taxMinor);
          }
        },
      ),
      RUNS,
    );
  });

  it('is a minor unit more for the first of three that cost ten', () => {
    const line = {
      ...{ subtotalMinor: 10n, discountsMinor: 0n, shippingMinor: 0n, taxMinor: 2n },
      totalMinor: 10n,
      taxLines: [{ name: 'VAT', ratePpm: 200_000, amountMinor: 2n }],
    };

    expect([0, 1, 2].map((from) => costOfUnits(line, 3, from, 1).totalMinor)).toEqual([4n, 3n, 3n]);
    expect([0, 1, 2].map((from) => costOfUnits(line, 3, from, 1).taxMinor)).toEqual([1n, 1n, 0n]);
  });
});

describe('the machines of orders, parcels and returns', () => {
  it.each([
    ['order', orderSteps, orderStatuses],
    ['parcel', parcelSteps, ['PREPARED', 'SENT', 'DELIVERED', 'CANCELLED']],
    ['return', returnSteps, returnStatuses],
  ] as const)('of %s: every status is known and leads to an end', (_, steps, statuses) => {
    const table = steps as Readonly<Record<string, readonly string[]>>;
    expect(Object.keys(table).toSorted()).toEqual([...statuses].toSorted());
    const ends = new Set(Object.keys(table).filter((status) => table[status]?.length === 0));
    for (const _round of statuses) {
      for (const [status, next] of Object.entries(table)) {
        if (next.some((to) => ends.has(to))) ends.add(status);
      }
    }
    expect(ends.size).toBe(statuses.length);
  });

  it('refuse every step of a return that is not in the table', () => {
    const status = fc.constantFrom(...returnStatuses);
    fc.assert(
      fc.property(status, fc.array(status, { maxLength: 10 }), (first, wanted) => {
        let now: ReturnStatus = first;
        for (const to of wanted) {
          const moved = moveReturn(now, to);
          expect(moved.ok).toBe(returnSteps[now].includes(to));
          if (moved.ok) now = moved.value;
        }
      }),
      RUNS,
    );
  });
});
