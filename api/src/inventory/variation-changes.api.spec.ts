import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { newId } from '../kernel/ids';
import { createTestApp, eventually, stockProducts, type TestApp } from '../testing';

interface SeenVariation {
  readonly sku: string;
  readonly price: { readonly amount: string };
  readonly availability: string;
  readonly lowStockQuantity: number | null;
}
interface Changes {
  readonly variationChanges: {
    readonly variations: readonly SeenVariation[];
    readonly goneIds: readonly string[];
  };
}

const WATCH = `subscription ($ids: [ID!]!) { variationChanges(variationIds: $ids) {
  variations { sku price { amount } availability lowStockQuantity } goneIds } }`;

describe('watching variations', () => {
  let test: TestApp;
  let client: Client;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await createTestApp();
    const port = await test.app.listen();
    client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    ids = await stockProducts(
      test,
      { sku: 'KITE', onHand: 20 },
      { sku: 'DRUM', onHand: 20 },
      { sku: 'BELL', onHand: 20 },
    );
  });
  afterAll(async () => {
    await client.dispose();
    await test.close();
  });

  const idOf = (sku: string): string => ids[sku] ?? '';
  const stock = (sku: string, onHand: number) =>
    test.app.platform.transactions.run(async (tx) => {
      await test.app.modules.inventory.stock.setOnHand(tx, [{ variationId: idOf(sku), onHand }], {
        kind: 'ADJUSTMENT',
        actor: { kind: 'system' },
      });
      return { ok: true, value: null, warnings: [] };
    });
  const price = (sku: string, basePriceMinor: number) =>
    test.app.platform.transactions.run((tx) =>
      test.app.modules.catalog.upsertProducts.run(tx, [
        {
          title: `Product ${sku}`,
          slug: sku.toLowerCase(),
          basePriceMinor,
          variations: [{ sku }],
        },
      ]),
    );
  const watch = (...skus: string[]) =>
    client.iterate<Changes>({ query: WATCH, variables: { ids: skus.map(idOf) } });
  const next = async (changes: ReturnType<typeof watch>) => {
    const { value } = (await changes.next()) as { value: { data: Changes } };
    return value.data.variationChanges;
  };

  it('tells first how they are and then, together, how those are that changed', async () => {
    const changes = watch('KITE', 'DRUM', 'BELL');
    expect((await next(changes)).variations).toEqual(
      ['KITE', 'DRUM', 'BELL'].map((sku) => ({
        sku,
        price: { amount: '10.00' },
        availability: 'IN_STOCK',
        lowStockQuantity: null,
      })),
    );

    await Promise.all([stock('KITE', 3), price('DRUM', 1_250)]);
    const seen = new Map<string, SeenVariation>();
    while (seen.size < 2) {
      for (const variation of (await next(changes)).variations) seen.set(variation.sku, variation);
    }

    expect(seen.get('KITE')).toMatchObject({ availability: 'LOW_STOCK', lowStockQuantity: 3 });
    expect(seen.get('DRUM')).toMatchObject({ price: { amount: '12.50' } });
    expect(seen.has('BELL')).toBe(false);
    await changes.return?.();
  });

  it('tells nothing of changes that shoppers are not shown, and skips to the latest state', async () => {
    await stock('BELL', 50);
    const changes = watch('BELL');
    await next(changes);
    await stock('BELL', 40);
    for (let onHand = 5; onHand >= 1; onHand -= 1) await stock('BELL', onHand);

    const seen: (number | null | undefined)[] = [];
    while (seen.at(-1) !== 1) seen.push((await next(changes)).variations[0]?.lowStockQuantity);

    expect(seen).not.toContain(null);
    expect(seen.length).toBeLessThan(5);
    await changes.return?.();
  });

  it('reads once for all who watch', async () => {
    await stock('KITE', 20);
    const all = Array.from({ length: 30 }, () => watch('KITE', 'DRUM'));
    await Promise.all(all.map(next));
    const second = all.map(next);
    test.statements.length = 0;
    await stock('KITE', 2);

    for (const { variations } of await Promise.all(second)) {
      expect(variations).toMatchObject([{ sku: 'KITE', lowStockQuantity: 2 }]);
    }
    const reads = test.statements.filter((sql) => sql.includes('variation_stock'));
    expect(reads.length).toBeLessThanOrEqual(4);
    for (const changes of all) await changes.return?.();
  });

  it('says which ids have nothing behind them', async () => {
    const id = newId();
    const changes = client.iterate<Changes>({
      query: WATCH,
      variables: { ids: [id, idOf('KITE')] },
    });

    expect(await next(changes)).toMatchObject({ goneIds: [id], variations: [{ sku: 'KITE' }] });
    await changes.return?.();
  });

  it.each([
    ['none', []],
    ['more than a hundred', Array.from({ length: 101 }, newId)],
    ['what is no id', ['kite']],
  ])('refuses %s', async (_what, variables) => {
    const changes = client.iterate({ query: WATCH, variables: { ids: variables } });

    await expect(changes.next()).resolves.toMatchObject({
      value: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('listens to nothing once nobody watches', async () => {
    const stopped = jest.fn();
    const listen = jest.spyOn(test.app.platform.changes, 'listen').mockReturnValue(stopped);
    const [one, other] = [watch('KITE'), watch('DRUM')];
    await Promise.all([next(one), next(other)]);
    await one.return?.();
    expect(stopped).not.toHaveBeenCalled();
    await other.return?.();

    await eventually(() => stopped.mock.calls.length === 1);
    listen.mockRestore();
  });
});
