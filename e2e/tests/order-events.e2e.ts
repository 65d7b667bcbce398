import { type BoughtOrder, Buyer, offers } from '../harness/buyer.ts';
import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { OrderFollower } from '../harness/order-follower.ts';
import type { ShopUnderTest } from '../harness/shop-under-test.ts';
import { StaffClient } from '../harness/staff-client.ts';

test('an event made at one API process reaches a follower at the other within a second', async ({
  shop,
}) => {
  const order = await buy(shop);
  const follower = await OrderFollower.follow(shop.apiUrl(1), {
    trackingToken: order.trackingToken,
    after: await lastCursor(shop, order),
  });
  const staff = await StaffClient.signIn(shop.apiUrl(0));
  await staff.transition(order.id, 'CONFIRM');

  await expect
    .poll(() => follower.types, { timeout: 1_000, intervals: [20] })
    .toEqual(['CONFIRMED']);
  await follower.leave();
});

test('a follower who comes back to the other process gets what it missed, once and in order', async ({
  shop,
}) => {
  const order = await buy(shop);
  const first = await OrderFollower.follow(shop.apiUrl(0), {
    trackingToken: order.trackingToken,
    after: await lastCursor(shop, order),
  });
  const staff = await StaffClient.signIn(shop.apiUrl(0));
  await staff.transition(order.id, 'CONFIRM');
  await expect.poll(() => first.types).toEqual(['CONFIRMED']);
  await first.leave();
  for (const transition of ['START_PROCESSING', 'SHIP'] as const) {
    await staff.transition(order.id, transition);
  }

  const second = await OrderFollower.follow(shop.apiUrl(1), {
    trackingToken: order.trackingToken,
    after: first.events.at(-1)?.cursor ?? '',
  });
  await expect.poll(() => second.types).toEqual(['PROCESSING', 'SHIPPED']);
  await staff.transition(order.id, 'DELIVER');

  await expect.poll(() => second.types).toEqual(['PROCESSING', 'SHIPPED', 'DELIVERED']);
  const sequences = second.events.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
  await second.leave();
});

test('a transition while many followers join loses and repeats no event for any of them', async ({
  shop,
}) => {
  const order = await buy(shop);
  const after = await lastCursor(shop, order);
  const staff = await StaffClient.signIn(shop.apiUrl(0));
  const joining = Array.from({ length: 20 }, (_, index) =>
    OrderFollower.follow(shop.apiUrl(index % 2 === 0 ? 0 : 1), {
      trackingToken: order.trackingToken,
      after,
    }),
  );
  for (const transition of ['CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER'] as const) {
    await staff.transition(order.id, transition);
  }
  const followers = await Promise.all(joining);

  for (const follower of followers) {
    await expect
      .poll(() => follower.types)
      .toEqual(['CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED']);
  }
  await Promise.all(followers.map((follower) => follower.leave()));
});

test('a stranger with a wrong tracking token receives nothing', async ({ shop }) => {
  const order = await buy(shop);
  const stranger = await OrderFollower.follow(shop.apiUrl(0), {
    trackingToken: `${order.trackingToken.slice(0, -4)}AAAA`,
  });
  const owner = await OrderFollower.follow(shop.apiUrl(0), {
    trackingToken: order.trackingToken,
    after: await lastCursor(shop, order),
  });
  const staff = await StaffClient.signIn(shop.apiUrl(0));
  await staff.transition(order.id, 'CONFIRM');
  await expect.poll(() => owner.types).toEqual(['CONFIRMED']);

  expect(stranger.types).toEqual([]);
  await Promise.all([stranger.leave(), owner.leave()]);
});

async function buy(shop: ShopUnderTest): Promise<BoughtOrder> {
  const endpoint = new GraphqlClient(`${shop.nginxUrl}/graphql`);
  const [offer] = (await offers(endpoint, 40)).slice(-1);
  if (!offer) throw new Error('The demo shop sells nothing.');
  return Buyer.buys(endpoint, offer.variationId);
}

async function lastCursor(shop: ShopUnderTest, { trackingToken }: BoughtOrder): Promise<string> {
  const { order } = await new GraphqlClient(`${shop.nginxUrl}/graphql`).request<{
    order: { events: { cursor: string }[] };
  }>('query($token: String) { order(trackingToken: $token) { events { cursor } } }', {
    token: trackingToken,
  });
  return order.events.at(-1)?.cursor ?? '';
}
