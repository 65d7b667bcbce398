import fc from 'fast-check';

import { refused } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import { createTestApp, stockProducts, type TestApp } from '../testing';
import type { StockKeeper } from './stock-keeper';

const actor = { kind: 'system' } as const;
const START = 5;
const idOf = (kind: string, index: number): string =>
  `01900000-0000-7000-8000-000000${kind}000${index}`;

type Units = readonly { readonly item: number; readonly quantity: number }[];
type Step =
  | { readonly kind: 'reserve'; readonly checkout: number; readonly units: Units }
  | { readonly kind: 'release'; readonly checkout: number }
  | { readonly kind: 'consume'; readonly checkout: number }
  | { readonly kind: 'restock'; readonly order: number; readonly units: Units }
  | { readonly kind: 'restore'; readonly order: number }
  | { readonly kind: 'count'; readonly item: number; readonly onHand: number };

const item = fc.integer({ min: 0, max: 2 });
const party = fc.integer({ min: 0, max: 2 });
const units = fc.array(fc.record({ item, quantity: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 3,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('reserve' as const), checkout: party, units }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), checkout: party }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('consume' as const), checkout: party }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('restock' as const), order: party, units }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), order: party }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('count' as const),
      item,
      onHand: fc.integer({ min: 0, max: 9 }),
    }),
  },
);

/** A shelf of three items as anybody would keep it with pencil and paper. */
class Shelf {
  readonly onHand = [START, START, START];
  private readonly held = new Map<number, number[]>();
  private readonly bought = new Map<number, number[]>();

  get reserved(): number[] {
    return [0, 1, 2].map((at) =>
      [...this.held.values()].reduce((sum, of) => sum + (of[at] ?? 0), 0),
    );
  }

  /** Whether it can be done; it is done then. */
  take(wish: Step): boolean {
    switch (wish.kind) {
      case 'reserve': {
        const wanted = sums(wish.units);
        const free = this.onHand.map((count, at) => count - (this.reserved[at] ?? 0));
        // A checkout holds once; it is released before it holds something else.
        if (this.held.has(wish.checkout)) return false;
        if (wanted.some((count, at) => count > (free[at] ?? 0))) return false;
        this.held.set(wish.checkout, wanted);
        return true;
      }
      case 'release':
        this.held.delete(wish.checkout);
        return true;
      case 'consume': {
        const held = this.held.get(wish.checkout) ?? [0, 0, 0];
        this.held.delete(wish.checkout);
        // The order has the number of its checkout, and may be added to.
        this.add(wish.checkout, held, 1);
        return true;
      }
      case 'restock': {
        const back = sums(wish.units);
        const had = this.bought.get(wish.order) ?? [0, 0, 0];
        if (back.some((count, at) => count > (had[at] ?? 0))) return false;
        this.add(wish.order, back, -1);
        return true;
      }
      case 'restore':
        this.add(wish.order, this.bought.get(wish.order) ?? [0, 0, 0], -1);
        return true;
      case 'count':
        if (wish.onHand < (this.reserved[wish.item] ?? 0)) return false;
        this.onHand[wish.item] = wish.onHand;
        return true;
    }
  }

  private add(order: number, count: readonly number[], direction: 1 | -1): void {
    const before = this.bought.get(order) ?? [0, 0, 0];
    this.bought.set(
      order,
      before.map((had, at) => had + direction * (count[at] ?? 0)),
    );
    for (const [at, moved] of count.entries()) {
      this.onHand[at] = (this.onHand[at] ?? 0) - direction * moved;
    }
  }
}

function sums(wanted: Units): number[] {
  return [0, 1, 2].map((at) =>
    wanted.reduce((sum, each) => sum + (each.item === at ? each.quantity : 0), 0),
  );
}

describe('stock', () => {
  let test: TestApp;
  let stock: StockKeeper;
  let items: readonly string[];

  beforeAll(async () => {
    test = await createTestApp();
    ({ stock } = test.app.modules.inventory);
    const skus = ['ONE', 'TWO', 'THREE'];
    const ids = await stockProducts(test, ...skus.map((sku) => ({ sku, onHand: START })));
    items = skus.map((sku) => ids[sku] ?? '');
  });
  afterAll(() => test.close());

  const requests = (wanted: Units) =>
    wanted.map(({ item: at, quantity }) => ({ variationId: items[at] ?? '', quantity }));

  /** Whether it was done. What fails leaves nothing behind, like a transaction of its own. */
  const take = async (tx: Transaction, wish: Step, holds: ReadonlySet<number>) => {
    switch (wish.kind) {
      case 'reserve': {
        if (holds.has(wish.checkout)) return false;
        const until = new Date('2030-01-01T00:00:00Z');
        const checkout = idOf('0c', wish.checkout);
        return (await stock.reserve(tx, checkout, requests(wish.units), until)).ok;
      }
      case 'release':
        await stock.release(tx, idOf('0c', wish.checkout));
        return true;
      case 'consume':
        await stock.consume(tx, idOf('0c', wish.checkout), idOf('0d', wish.checkout), actor);
        return true;
      case 'restock':
        await stock.restock(tx, idOf('0d', wish.order), merged(wish.units), actor, 'RETURN');
        return true;
      case 'restore':
        await stock.restore(tx, idOf('0d', wish.order), actor);
        return true;
      case 'count': {
        const counts = [{ variationId: items[wish.item] ?? '', onHand: wish.onHand }];
        await stock.setOnHand(tx, counts, { kind: 'ADJUSTMENT', actor, reason: 'Counted' });
        return true;
      }
    }
  };
  const merged = (wanted: Units) =>
    sums(wanted).flatMap((quantity, at) =>
      quantity > 0 ? [{ variationId: items[at] ?? '', quantity }] : [],
    );

  /** The same steps in the database, each in its own savepoint, undone at the end. */
  const play = async (steps: readonly Step[], shelf: Shelf): Promise<void> => {
    await test.app.platform.transactions.run(async (tx) => {
      const holds = new Set<number>();
      for (const wish of steps) {
        await tx.manager.query('SAVEPOINT step');
        const isDone = await take(tx, wish, holds).catch(() => false);
        if (!isDone) await tx.manager.query('ROLLBACK TO SAVEPOINT step');
        expect([wish, isDone]).toEqual([wish, shelf.take(wish)]);
        if (isDone && wish.kind === 'reserve') holds.add(wish.checkout);
        if (wish.kind === 'release' || wish.kind === 'consume') holds.delete(wish.checkout);
        const rows: { onHand: number; reserved: number; held: number; ledger: number }[] =
          await tx.manager.query(
            `SELECT l.on_hand AS "onHand", l.reserved,
               (SELECT coalesce(sum(r.quantity), 0)::int FROM stock_reservation r
                WHERE r.variation_id = l.variation_id) AS held,
               (SELECT coalesce(sum(m.units), 0)::int FROM stock_movement m
                WHERE m.variation_id = l.variation_id) AS ledger
             FROM unnest($1::uuid[]) WITH ORDINALITY AS i(id, at)
             JOIN stock_level l ON l.variation_id = i.id ORDER BY i.at`,
            [items],
          );
        const { onHand, reserved } = shelf;
        expect(rows).toEqual(
          onHand.map((count, at) => ({
            onHand: count,
            reserved: reserved[at],
            held: reserved[at],
            ledger: count,
          })),
        );
      }
      return refused({
        code: 'INVALID_INPUT',
        message: 'Undone, so that the next run starts anew.',
      });
    });
  };

  it('is what a shelf kept by hand would be, whatever is held, sold, counted and given back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), (steps) =>
        play(steps, new Shelf()),
      ),
      { numRuns: 1_000 },
    );
  }, 120_000);
});
