import type { Page } from '@playwright/test';

import { expect, test } from '../harness/fixtures.ts';
import { Storefront } from '../pages/storefront.ts';

interface Exchange {
  readonly method: string;
  readonly operation: string;
  /** What came over the network, which for an answer that the browser had is 304. */
  readonly status: number | undefined;
}

/** What a page asks the API over HTTP from now on, and what comes back to the browser. */
async function exchangesOf(page: Page): Promise<() => readonly Exchange[]> {
  const asked: (Omit<Exchange, 'status'> & { readonly requestId: string })[] = [];
  // Kept apart because browsers may tell of an answer before its request.
  const statuses = new Map<string, number>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/graphql') return;
    const posted = JSON.parse(request.postData ?? '{}') as { operationName?: string };
    const operation = searchParams.get('operationName') ?? posted.operationName ?? '';
    asked.push({ requestId, method: request.method, operation });
  });
  devtools.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    statuses.set(requestId, statusCode);
  });
  return () =>
    asked.map(({ requestId, ...request }) => ({ ...request, status: statuses.get(requestId) }));
}

test('a browser asks for the catalogue by address and is told that it has the answer already', async ({
  page,
}) => {
  const exchanges = await exchangesOf(page);
  const statusesOf = (operation: string) =>
    exchanges()
      .filter((exchange) => exchange.operation === operation)
      .map(({ status }) => status);
  const shopper = new Storefront(page);

  await shopper.openPoster();
  await expect.poll(() => statusesOf('ProductListing')).toEqual([200]);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Posters' })).toBeVisible();

  await expect.poll(() => statusesOf('ProductListing')).toEqual([200, 304]);
  await page.goForward();
  await shopper.addToCart();

  const methodsOf = (...operations: string[]) => [
    ...new Set(
      exchanges()
        .filter(({ operation }) => operations.includes(operation))
        .map(({ method }) => method),
    ),
  ];
  expect(methodsOf('ProductListing', 'ProductPage')).toEqual(['GET']);
  expect(methodsOf('Cart', 'CartLinesAdd', 'SessionRefresh')).toEqual(['POST']);
});
