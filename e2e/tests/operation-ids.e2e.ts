import type { Page } from '@playwright/test';

import { expect, test } from '../harness/fixtures.ts';
import { Console } from '../pages/console.ts';
import { Storefront } from '../pages/storefront.ts';

/** What a page sends to the API over HTTP from now on. */
function requestsOf(page: Page): { readonly hasText: boolean; readonly hasHash: boolean }[] {
  const seen: { hasText: boolean; hasHash: boolean }[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/\/graphql(\/admin)?$/.test(url.pathname)) return;
    const body = (
      request.method() === 'POST' ? request.postDataJSON() : Object.fromEntries(url.searchParams)
    ) as { query?: string; extensions?: object };
    // Sessions are made outside of the client that knows the hashes.
    if (body.query?.includes('staffSession')) return;
    const hasHash = JSON.stringify(body.extensions ?? {}).includes('sha256Hash');
    seen.push({ hasText: body.query !== undefined, hasHash });
  });
  return seen;
}

test('both apps name their operations by hash, and the API knows every one of them', async ({
  browser,
  shop,
}) => {
  const shopper = await browser.newContext({ baseURL: shop.url });
  const staff = await browser.newContext({ baseURL: shop.url });
  const storefront = new Storefront(await shopper.newPage());
  const office = new Console(await staff.newPage());
  const sent = [storefront, office].map(({ page }) => requestsOf(page));

  await office.signIn();
  await storefront.openPoster();
  await storefront.addToCart();
  await shopper.close();
  await staff.close();

  for (const requests of sent) {
    expect(requests.length).toBeGreaterThan(0);
    // A text would mean that the API did not know the hash.
    expect(requests.filter(({ hasText, hasHash }) => hasText || !hasHash)).toEqual([]);
  }
});
