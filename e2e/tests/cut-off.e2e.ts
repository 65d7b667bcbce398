import { type BoughtOrder, Buyer, offers } from '../harness/buyer.ts';
import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import type { ShopUnderTest } from '../harness/shop-under-test.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { Storefront } from '../pages/storefront.ts';

test('a tracking page cut off for three changes shows all three when it is back', async ({
  page,
  shop,
}) => {
  const { order, storefront } = await openTracking(shop, new Storefront(page));
  const before = await storefront.timeline();

  shop.gate.cut();
  await expect(page.getByTestId('live-state')).not.toHaveAttribute('data-state', 'live');
  await takeThreeSteps(shop.apiUrl(0), order);
  expect(await storefront.timeline()).toEqual(before);
  shop.gate.restore();

  await expectThreeMore(storefront, before);
});

test('a tracking page that comes back to the other API process shows all three too', async ({
  page,
  shop,
}) => {
  test.setTimeout(90_000);
  await shop.killApi(1);
  const { order, storefront } = await openTracking(shop, new Storefront(page));
  const before = await storefront.timeline();

  shop.gate.cut();
  await expect(page.getByTestId('live-state')).not.toHaveAttribute('data-state', 'live');
  await shop.reviveApi(1);
  await shop.killApi(0);
  await takeThreeSteps(shop.apiUrl(1), order);
  shop.gate.restore();

  await expectThreeMore(storefront, before);
  expect(shop.isRunning(0)).toBe(false);
});

test('a tracking page whose API process dies goes on at the other one by itself', async ({
  page,
  shop,
}) => {
  test.setTimeout(90_000);
  await shop.killApi(1);
  const { order, storefront } = await openTracking(shop, new Storefront(page));
  const before = await storefront.timeline();

  await shop.reviveApi(1);
  await shop.killApi(0);
  await takeThreeSteps(shop.apiUrl(1), order);

  await expectThreeMore(storefront, before);
});

async function openTracking(shop: ShopUnderTest, storefront: Storefront) {
  const endpoint = new GraphqlClient(`${shop.apiUrl(0)}/graphql`);
  const [offer] = await offers(endpoint);
  if (!offer) throw new Error('The demo shop sells nothing.');
  const order = await Buyer.buys(endpoint, offer.variationId);
  await untilEntranceServes(shop);
  await storefront.page.goto(`/track/${order.trackingToken}`);
  await storefront.waitUntilLive();
  return { order, storefront };
}

/**
 * Nginx passes over a process that just died for two seconds, also when it is back. When the other one is
 * killed in that time, the first page would meet no process at all, which is not what is tested here.
 */
async function untilEntranceServes(shop: ShopUnderTest): Promise<void> {
  const ask = async (): Promise<number> => {
    const { status } = await fetch(`${shop.nginxUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ shop { name } }' }),
    });
    return status;
  };
  await expect.poll(async () => [await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
}

async function takeThreeSteps(apiUrl: string, order: BoughtOrder): Promise<void> {
  const staff = await StaffClient.signIn(apiUrl);
  for (const step of ['CONFIRM', 'START_PROCESSING', 'SHIP'] as const) {
    await staff.transition(order.id, step);
  }
}

/** All three, once each and in order; and the page is live again. */
async function expectThreeMore(storefront: Storefront, before: readonly number[]): Promise<void> {
  const last = before.at(-1) ?? 0;
  await expect(storefront.orderStatus).toHaveAttribute('data-status', 'SHIPPED', {
    timeout: 30_000,
  });
  await storefront.waitUntilLive();
  expect(await storefront.timeline()).toEqual([...before, last + 1, last + 2, last + 3]);
}
