import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { freePort } from '../../tools/launcher/free-port.ts';
import { LaunchedShop } from '../harness/launched-shop.ts';
import { copySeededShop } from '../harness/seeded-shop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A few days of a shop that never was, with all that is wrong with real ones. */
const invoices = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
700001,31415B,PAPER KITE BLUE,6,2010-12-01 08:26:00,2.55,40001.0,United Kingdom
700001,31415b,PAPER KITE BLUE ,2,2010-12-01 08:26:00,2.55,40001.0,United Kingdom
700001,27182,"LANTERN, SMALL",12,2010-12-01 08:26:00,1.25,40001.0,United Kingdom
700002,27182,"LANTERN, SMALL",300,2010-12-01 09:00:00,1.05,40002.0,Germany
700002,POST,POSTAGE,1,2010-12-01 09:00:00,18.00,40002.0,Germany
700003,27182,"LANTERN, SMALL",1,2010-12-01 09:10:00,1.25,,EIRE
700004,16180,,-20,2010-12-01 09:30:00,0.00,,United Kingdom
700005,DOT,DOTCOM POSTAGE,1,2010-12-01 09:40:00,25.00,,United Kingdom
700006,31415B,PAPER KITE BLUE,4,2010-12-01 10:00:00,2.55,40003.0,Bahrain
700007,31415B,damaged,-3,2010-12-01 10:30:00,0.00,,United Kingdom
C700008,27182,"LANTERN, SMALL",-300,2010-12-02 08:00:00,1.05,40002.0,Germany
C700009,31415B,PAPER KITE BLUE,-1,2010-12-02 09:00:00,2.55,40001.0,United Kingdom
C700010,27182,"LANTERN, SMALL",-7,2010-12-02 09:30:00,1.25,40009.0,United Kingdom
C700011,D,Discount,-1,2010-12-02 09:40:00,27.50,40001.0,United Kingdom
`;

test('a month of invoices becomes a catalogue and orders that reconcile, beside a running shop', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-replay-'));
  const dataDir = join(folder, 'data');
  const file = join(folder, 'invoices.csv');
  writeFileSync(file, invoices);
  copySeededShop(dataDir);
  const shop = new LaunchedShop({ PORT: String(await freePort()), DATA_DIR: dataDir });
  const npm = (...args: string[]) =>
    promisify(execFile)('npm', ['run', '--silent', ...args], {
      cwd: root,
      env: { ...withoutDatabase(process.env), DATA_DIR: dataDir },
    });
  try {
    const url = await shop.ready();

    const first = await npm('import', '--', 'online-retail', file);
    const second = await npm('import', '--', 'online-retail', file);
    const replayed = await npm('replay', '--', file, '--url', url);

    expect(first.stdout).toContain('14 lines read, 6 of them sales of goods.');
    expect(first.stdout).toContain('Products: 2 created, 0 changed, 0 unchanged.');
    expect(second.stdout).toContain('Products: 0 created, 0 changed, 2 unchanged.');
    expect(second.stdout).toContain('Nothing was changed; the stock was not touched.');
    expect(sectionsOf(replayed.stdout)).toEqual({
      'Orders placed': ['3'],
      'Invoices refused': [
        '4',
        '3 no line is a sale of a product',
        '1 the shop does not deliver to Bahrain',
      ],
      'Lines left out': [
        '4',
        '3 the code is no product of the shop',
        '1 no units sold (stock adjustment)',
      ],
      Cancellations: [
        '4',
        '1 order cancelled',
        '1 part of an order cancelled',
        '1 original not known',
        '1 no line is a product',
      ],
    });
    expect(replayed.stdout).toMatch(/units sold +321 +321 +321 +agrees/);
    expect(replayed.stdout).toMatch(/units returned +301 +301 +301 +agrees/);
    expect(replayed.stdout).toContain('Everything reconciles.');
  } finally {
    await shop.clear();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The counted sections of the report, one line each, blanks collapsed. */
function sectionsOf(report: string): Record<string, string[]> {
  const sections = report.split('\n\n').map((text) => text.trim().split('\n'));
  return Object.fromEntries(
    sections.flatMap(([head = '', ...rows]): [string, string[]][] => {
      const [, title, count] = /^([A-Z][a-z ]+?) {2,}(\d+)/.exec(head) ?? [];
      if (title === undefined || count === undefined) return [];
      return [[title, [count, ...rows.map((row) => row.trim().replaceAll(/\s+/g, ' '))]]];
    }),
  );
}

function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, DATABASE_URL: '', REDIS_URL: '' };
}
