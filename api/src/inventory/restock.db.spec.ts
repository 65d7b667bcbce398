import { accepted, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import { createTestApp, stockProducts, type TestApp } from '../testing';
import type { StockKeeper } from './stock-keeper';

const actor = { kind: 'system' } as const;
const order = '01900000-0000-7000-8000-0000000000aa';

describe('units of a placed order', () => {
  let test: TestApp;
  let stock: StockKeeper;
  let poster: string;
  let print: string;

  beforeEach(async () => {
    test = await createTestApp();
    ({ stock } = test.app.modules.inventory);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', onHand: 10 },
      { sku: 'PRINT', onHand: 5 },
    );
    [poster, print] = [ids['POSTER'] ?? '', ids['PRINT'] ?? ''];
  });
  afterEach(() => test.close());

  const run = <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> =>
    test.app.platform.transactions.run(work);
  const sell = (...wanted: [string, number][]) =>
    run((tx) =>
      stock.sell(
        tx,
        order,
        wanted.map(([variationId, quantity]) => ({ variationId, quantity })),
        actor,
      ),
    );
  const restock = (wanted: [string, number][], kind: 'CANCELLATION' | 'RETURN' = 'CANCELLATION') =>
    run(async (tx) => {
      const units = wanted.map(([variationId, quantity]) => ({ variationId, quantity }));
      await stock.restock(tx, order, units, actor, kind);
      return accepted(null);
    });
  const onHand = async (): Promise<number[]> => {
    const rows = await test.sql<{ id: string; onHand: number }>(
      'SELECT variation_id AS id, on_hand AS "onHand" FROM stock_level',
    );
    return [poster, print].map((id) => rows.find((row) => row.id === id)?.onHand ?? -1);
  };

  it('are taken all or not at all', async () => {
    const both = await sell([poster, 2], [print, 6]);
    expect(both).toMatchObject({ ok: false, refusals: [{ code: 'INSUFFICIENT_STOCK' }] });
    expect(await onHand()).toEqual([10, 5]);

    expect((await sell([poster, 2], [print, 5])).ok).toBe(true);
    expect(await onHand()).toEqual([8, 0]);
  });

  it('come back in parts, written into the ledger by kind', async () => {
    await sell([poster, 4], [print, 1]);

    await restock([[poster, 1]]);
    await restock([[poster, 2]], 'RETURN');

    expect(await onHand()).toEqual([9, 4]);
    expect(
      await test.sql(
        `SELECT kind, units FROM stock_movement WHERE order_id = '${order}' AND units > 0 ORDER BY id`,
      ),
    ).toEqual([
      { kind: 'CANCELLATION', units: 1 },
      { kind: 'RETURN', units: 2 },
    ]);
  });

  it('never come back more often than they were taken, not even at the same moment', async () => {
    await sell([poster, 4]);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => restock([[poster, 1]])),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(await onHand()).toEqual([10, 5]);
  });

  it('come back entirely when what is left of the order is cancelled', async () => {
    await sell([poster, 4], [print, 2]);
    await restock([[poster, 3]]);

    await run(async (tx) => {
      await stock.restore(tx, order, actor);
      return accepted(null);
    });

    expect(await onHand()).toEqual([10, 5]);
  });
});
