import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestApp, type TestApp } from '../../testing';
import { createImports, type RunImport } from '../index';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const december = [
  header,
  '700001,31415B,PAPER KITE BLUE,6,2010-12-01 08:26:00,2.55,40001.0,United Kingdom',
  '700001,31415b,PAPER KITE BLUE ,2,2010-12-01 08:26:00,2.55,40001.0,United Kingdom',
  '700002,27182,"LANTERN, SMALL",300,2010-12-01 09:00:00,1.25,,Germany',
  '700002,POST,POSTAGE,1,2010-12-01 09:00:00,18.00,,Germany',
  '700003,16180,,-20,2010-12-01 09:30:00,0.00,,United Kingdom',
];

describe('the import of Online Retail invoices', () => {
  let test: TestApp;
  let folder: string;
  let file: string;
  let said: string[];
  let run: RunImport;

  beforeAll(async () => {
    test = await createTestApp();
    folder = await mkdtemp(join(tmpdir(), 'online-retail-'));
    file = join(folder, 'invoices.csv');
    const { modules, platform } = test.app;
    run = createImports(platform, {
      catalog: modules.catalog,
      stock: modules.inventory.stock,
      settings: modules.shop.settings,
      tasks: modules.tasks.keeper,
      dataDirectory: folder,
      say: (line) => said.push(line),
    });
  });
  beforeEach(async () => {
    said = [];
    await test.sql('TRUNCATE product, stock_level, stock_movement CASCADE');
    await writeFile(file, december.join('\n'));
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const movements = () => test.sql('SELECT kind, units FROM stock_movement ORDER BY units');

  it('makes one product of each stock code, with a price and stock, that shoppers can find', async () => {
    await run(['online-retail', file]);

    const { products } = await test.publicClient().data<{ products: object }>(
      `{ products(first: 10, sort: TITLE, where: { collection: "online-retail" }) { nodes {
         title slug availability variations { sku title price { amount currencyCode } } } } }`,
    );
    expect(products).toEqual({
      nodes: [
        {
          title: 'Lantern, Small',
          slug: 'lantern-small-27182',
          availability: 'IN_STOCK',
          variations: [
            { sku: '27182', title: 'Default', price: { amount: '1.25', currencyCode: 'GBP' } },
          ],
        },
        {
          title: 'Paper Kite Blue',
          slug: 'paper-kite-blue-31415b',
          availability: 'IN_STOCK',
          variations: [
            { sku: '31415B', title: 'Default', price: { amount: '2.55', currencyCode: 'GBP' } },
          ],
        },
      ],
    });
    expect(await movements()).toEqual([
      { kind: 'RECEIPT', units: 1_000 },
      { kind: 'RECEIPT', units: 3_000 },
    ]);
  });

  it('reports every line that is no sale by its number and its reason', async () => {
    await run(['online-retail', file]);

    const report = await readFile(join(folder, 'imports', 'online-retail-set-aside.csv'), 'utf8');
    expect(report.split('\n').slice(1, -1)).toEqual([
      '5,not a product: postage or carriage,POST,POSTAGE',
      '6,stock adjustment: no units sold,16180,',
      ',no product: it has no price anywhere,16180,',
    ]);
    expect(said).toContain('5 lines read, 3 of them sales of goods.');
    expect(said).toContain('Products: 2 created, 0 changed, 0 unchanged.');
  });

  it('changes nothing the second time, not even what was sold meanwhile', async () => {
    await run(['online-retail', file]);
    await test.sql('UPDATE stock_level SET on_hand = on_hand - 7');
    const before = await test.sql('SELECT * FROM product ORDER BY id');
    said = [];

    await run(['online-retail', file]);

    expect(said).toContain('Products: 0 created, 0 changed, 2 unchanged.');
    expect(said).toContain('Nothing was changed; the stock was not touched.');
    expect(await test.sql('SELECT * FROM product ORDER BY id')).toEqual(before);
    expect(await test.sql('SELECT on_hand FROM stock_level ORDER BY on_hand')).toEqual([
      { on_hand: 993 },
      { on_hand: 2_993 },
    ]);
    expect(await movements()).toHaveLength(2);
  });

  it('keeps address and stock of a product whose name and price have changed', async () => {
    await run(['online-retail', file]);
    await writeFile(
      file,
      [header, '800001,31415B,SKY KITE BLUE,1,2011-01-04 10:00:00,2.95,,France'].join('\n'),
    );

    await run(['online-retail', file]);

    expect(said).toContain('Products: 0 created, 1 changed, 0 unchanged.');
    expect(await movements()).toHaveLength(2);
    const { products } = await test.publicClient().data<{ products: object }>(
      `{ products(first: 10, where: { skus: ["31415B"] }) { nodes { slug title
         variations { price { amount } } } } }`,
    );
    expect(products).toEqual({
      nodes: [
        {
          slug: 'paper-kite-blue-31415b',
          title: 'Sky Kite Blue',
          variations: [{ price: { amount: '2.95' } }],
        },
      ],
    });
  });

  it('refuses a file of another kind in one sentence and leaves the shop alone', async () => {
    await writeFile(file, 'Handle,Title\nkite,Kite');

    await expect(run(['online-retail', file])).rejects.toThrow(
      /is no Online Retail file: no column InvoiceNo, StockCode/,
    );
    expect(await test.sql('SELECT 1 FROM product')).toEqual([]);
  });

  it('keeps a task that says what came of it, also when nothing did', async () => {
    await run(['online-retail', file]);
    await writeFile(file, 'Handle,Title');
    await expect(run(['online-retail', file])).rejects.toThrow();

    const tasks = await test.sql(
      `SELECT kind, title, status, done, total, note FROM task
       WHERE started_at >= (SELECT max(started_at) FROM task WHERE status = 'COMPLETED')
       ORDER BY started_at`,
    );
    const task = { kind: 'IMPORT', title: 'Online Retail: invoices.csv' };
    expect(tasks).toEqual([
      {
        ...task,
        status: 'COMPLETED',
        done: 2,
        total: 2,
        note: '2 created, 0 changed, 0 unchanged.',
      },
      {
        ...task,
        status: 'FAILED',
        done: 0,
        total: null,
        note: expect.stringContaining('is no Online Retail file') as string,
      },
    ]);
  });

  it('refuses a format it does not know', async () => {
    await expect(run(['shopify', file])).rejects.toThrow('Usage: import online-retail FILE');
  });
});
