import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged } from '../../tools/launcher/build.ts';
import { freePort } from '../../tools/launcher/free-port.ts';
import { LaunchedShop } from './launched-shop.ts';
import { seededShopVariable } from './seeded-shop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts a shop from nothing with `npm start` and stops it: what it leaves behind is where the tests begin. */
export default async function globalSetup(): Promise<(() => void) | undefined> {
  // One who writes tests may keep such a folder between runs; the programs are still those of today.
  if (process.env[seededShopVariable]) {
    await buildWhatChanged(root, join(tmpdir(), 'cartwright-build.log'));
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cartwright-seeded-'));
  const shop = new LaunchedShop({ DATA_DIR: folder, PORT: String(await freePort()) });
  try {
    await shop.ready();
    shop.signal('SIGTERM');
    const code = await shop.ended();
    if (code !== 0) throw new Error(`npm start ended with ${code}: ${shop.stderr}`);
  } finally {
    await shop.clear();
  }
  process.env[seededShopVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
