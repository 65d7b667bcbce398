import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhatChanged } from './build.ts';
import { logFileOf } from './child-processes.ts';
import type { FrontDoor } from './front-door.ts';
import { type Lifetime, live } from './lifetime.ts';
import { step } from './progress.ts';
import { readSettings } from './settings.ts';
import { type ShopOptions, startApi, startStorefront } from './shop.ts';
import { announce, prepareDatabase, setUpShop } from './shop-setup.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function start(lifetime: Lifetime): Promise<void> {
  const settings = readSettings(process.env, root);
  const { door, shop } = await setUpShop(root, settings, lifetime);
  await buildWhatChanged(root, logFileOf(settings.dataDir, 'build'));
  await prepareDatabase(settings, shop);
  await step('Starting the servers', () => startServers(shop, door, lifetime));
  announce(settings);
}

async function startServers(shop: ShopOptions, door: FrontDoor, lifetime: Lifetime): Promise<void> {
  const api = await startApi(shop);
  lifetime.onStop(() => api.child.stop());
  lifetime.watch(api.child);
  const storefront = await startStorefront(shop, api.origin);
  lifetime.onStop(() => storefront.child.stop());
  lifetime.watch(storefront.child);
  lifetime.onStop(() => door.closeToNewcomers());
  door.open({
    api: api.origin,
    storefront: storefront.origin,
    console: join(root, 'admin-console/dist/browser'),
  });
}

await live(start);
