import { accepted, type Result } from '../kernel/result';
import type { Transaction } from '../platform/database/transaction';
import { createTestApp, stockProducts, type TestApp } from '../testing';
import type { StockKeeper } from './stock-keeper';

const actor = { kind: 'system' } as const;
const checkout = '01900000-0000-7000-8000-00000000c0de';
const order = '01900000-0000-7000-8000-0000000000de';

describe('changes of stock', () => {
  let test: TestApp;
  let stock: StockKeeper;
  let poster: string;
  let product: string;
  const told = async () => {
    const rows = await test.sql<{ tags: string[] }>(
      'WITH gone AS (DELETE FROM change_log RETURNING tags) SELECT tags FROM gone',
    );
    return rows.flatMap(({ tags }) => tags).sort();
  };
  const run = async (work: (tx: Transaction) => Promise<unknown>) => {
    const done = await test.app.platform.transactions.run(async (tx) => {
      const result = await work(tx);
      const refused = result as Result<unknown> | undefined | number;
      return typeof refused === 'object' && !refused.ok ? refused : accepted(null);
    });
    expect(done.ok).toBe(true);
  };
  const count = (onHand: number) =>
    run((tx) =>
      stock.setOnHand(tx, [{ variationId: poster, onHand }], { kind: 'ADJUSTMENT', actor }),
    );
  const reserve = (quantity: number) =>
    run((tx) =>
      stock.reserve(
        tx,
        checkout,
        [{ variationId: poster, quantity }],
        new Date('2030-01-01T00:00:00Z'),
      ),
    );

  beforeAll(async () => {
    test = await createTestApp();
    ({ stock } = test.app.modules.inventory);
    poster = (await stockProducts(test, { sku: 'POSTER', onHand: 500 }))['POSTER'] ?? '';
    const [row] = await test.sql<{ id: string }>('SELECT id FROM product');
    product = row?.id ?? '';
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await count(500);
    await told();
  });

  it('tell nobody of an order of one of five hundred', async () => {
    await reserve(1);
    await run((tx) => stock.consume(tx, checkout, order, actor));
    await run((tx) => stock.restore(tx, order, actor));

    expect(await told()).toEqual([]);
  });

  it('tell of units that become few by a reservation, and not again when they are sold', async () => {
    await reserve(497);
    expect(await told()).toEqual([`product:${product}:stock`]);

    await run((tx) => stock.consume(tx, checkout, order, actor));

    expect(await told()).toEqual([]);
  });

  it('tell lists as well of what sells out and comes back', async () => {
    const both = ['listing:stock', `product:${product}:stock`];
    await reserve(500);
    expect(await told()).toEqual(both);

    await run((tx) => stock.release(tx, checkout));

    expect(await told()).toEqual(both);
  });

  it('tell of a count', async () => {
    await count(3);
    expect(await told()).toEqual([`product:${product}:stock`]);

    await count(3);
    expect(await told()).toEqual([]);
  });
});
