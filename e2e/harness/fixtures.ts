import { test as base } from '@playwright/test';

import { ShopUnderTest } from './shop-under-test.ts';

/** Playwright's test with a whole shop beside it, one for all tests. */
export const test = base.extend<{ restored: undefined }, { shop: ShopUnderTest }>({
  shop: [
    async ({}, use) => {
      const shop = await ShopUnderTest.start();
      await use(shop);
      await shop.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
  // Whatever a test pulled out or killed is back before the next one.
  restored: [
    async ({ shop }, use) => {
      await use(undefined);
      shop.gate.restore();
      await shop.reviveApi(0);
      await shop.reviveApi(1);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
