import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Buyer, offers } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { NetworkGate } from '../harness/network-gate.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { openSocket, openStream } from './line.ts';
import { OrderDesk } from './order-desk.ts';
import { Random, seedOfRun } from './random.ts';
import { type FollowedOrder, Subscriber } from './subscriber.ts';

const orderCount = Number(process.env['PROOF_ORDERS'] ?? 20);
const subscribersPerOrder = 10;
/** One in so many follows by server-sent events. */
const streamEvery = 4;
const buyersAtOnce = 4;
const cutsPerSecond = 5;
const deliveryMs = 20_000;

let gateway: GatewayUnderTest;
let gates: readonly [NetworkGate, NetworkGate];
before(async () => {
  gateway = await GatewayUnderTest.start();
  gates = [await NetworkGate.open(), await NetworkGate.open()];
  gates[0].leadTo(Number(new URL(gateway.url(0)).port));
  gates[1].leadTo(Number(new URL(gateway.url(1)).port));
});
after(async () => {
  for (const gate of gates) gate.close();
  await gateway.stop();
});

test('every subscriber ends with the exact events of its order, whatever is cut, killed or restarted', async (context) => {
  const random = new Random(seedOfRun());
  context.diagnostic(`SEED=${random.seed}, ${orderCount} orders`);
  const orders = await placeOrders(random);
  const subscribers = orders.flatMap((order, at) =>
    Array.from({ length: subscribersPerOrder }, (_, index) => {
      const number = at * subscribersPerOrder + index;
      return new Subscriber({
        order,
        open: number % streamEvery === 0 ? openStream : openSocket,
        origins: gates.map(({ port }) => `http://127.0.0.1:${port}`),
        address: `198.18.${at % 250}.${index + 1}`,
        random: random.fork(`subscriber ${number}`),
      });
    }),
  );
  for (const subscriber of subscribers) subscriber.connect();

  const staff = [
    await StaffClient.signIn(gateway.url(0)),
    await StaffClient.signIn(gateway.url(1)),
  ] as const;
  const desk = new OrderDesk(gateway, staff, orders, random.fork('desk'));
  const stop = new AbortController();
  const cutting = cutAtRandom(subscribers, random.fork('cuts'), stop.signal);
  await desk.workOff([
    { after: 0.2, cause: () => cutEverySocketOf(gates[0]) },
    { after: 0.4, cause: () => restartRedis() },
    { after: 0.6, cause: () => restartProcess() },
    { after: 0.8, cause: () => cutEverySocketOf(gates[1]) },
  ]);
  stop.abort();
  await cutting;
  const truth = await eventsInTheLog(orders);
  const late = await stragglers(subscribers, truth);
  for (const subscriber of subscribers) subscriber.stop();

  const reconnects = subscribers.reduce((sum, each) => sum + each.reconnects, 0);
  const events = subscribers.reduce((sum, each) => sum + each.seen.length, 0);
  context.diagnostic(
    `${subscribers.length} subscribers, ${desk.done} changes, ${events} deliveries, ${reconnects} reconnects`,
  );
  const replay = `replay with SEED=${random.seed}`;
  assert.equal(late.length, 0, `${late.length} subscribers miss the end of their order, ${replay}`);
  assert.deepEqual(subscribers.flatMap(({ complaints }) => complaints).slice(0, 10), [], replay);
  for (const { order, seen } of subscribers) {
    assert.deepEqual(
      seen.map(({ sequence, type }) => `${sequence} ${type}`),
      truth.get(order.id)?.slice(order.sequence),
      replay,
    );
  }
  assert.ok(reconnects > subscribers.length, 'hardly anybody was cut off, so nothing was proven');
});

async function placeOrders(random: Random): Promise<FollowedOrder[]> {
  const [offer] = await offers(new GraphqlClient(`${gateway.url(0)}/graphql`), 30);
  assert.ok(offer);
  const staff = await StaffClient.signIn(gateway.url(0));
  await staff.setStock(offer.variationId, orderCount * 2);
  const orders: FollowedOrder[] = [];
  let begun = 0;
  const buyer = async (): Promise<void> => {
    while (begun < orderCount) {
      begun += 1;
      const url = gateway.url(random.chance(0.5) ? 0 : 1);
      const address = `198.19.${random.below(250)}.${random.below(250)}`;
      const endpoint = new GraphqlClient(`${url}/graphql`, { 'x-forwarded-for': address });
      const { id, trackingToken } = await Buyer.buys(endpoint, offer.variationId);
      const { order } = await endpoint.request<{
        order: { events: { cursor: string; sequence: number }[] };
      }>('query($token: String) { order(trackingToken: $token) { events { cursor sequence } } }', {
        token: trackingToken,
      });
      const first = order.events[0];
      assert.ok(first);
      orders.push({ id, trackingToken, after: first.cursor, sequence: first.sequence });
    }
  };
  await Promise.all(Array.from({ length: buyersAtOnce }, () => buyer()));
  return orders;
}

async function cutAtRandom(
  subscribers: readonly Subscriber[],
  random: Random,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    random.pick(subscribers).cut();
    await pause(1_000 / cutsPerSecond);
  }
}

/** The network breaks for a moment, between everybody and one process. */
async function cutEverySocketOf(gate: NetworkGate): Promise<void> {
  gate.cut();
  await pause(200);
  gate.restore();
}

async function restartRedis(): Promise<void> {
  await gateway.redis.kill();
  await pause(300);
  await gateway.redis.revive();
}

async function restartProcess(): Promise<void> {
  await gateway.kill(1);
  await gateway.revive(1);
}

/** The events of every order as `number type`, from the log itself. */
async function eventsInTheLog(
  orders: readonly FollowedOrder[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await gateway.database.query<{ id: string; events: string[] }>(
    `SELECT aggregate_id AS id, array_agg(sequence || ' ' || type ORDER BY sequence) AS events
     FROM event_log WHERE aggregate_id = ANY($1) GROUP BY aggregate_id`,
    [orders.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, events }) => [id, events]));
}

/** Those who still wait for an event some time after the last one happened. */
async function stragglers(
  subscribers: readonly Subscriber[],
  truth: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Subscriber[]> {
  const deadline = performance.now() + deliveryMs;
  for (;;) {
    const late = subscribers.filter(
      ({ last, order }) => last < (truth.get(order.id)?.length ?? Infinity),
    );
    if (late.length === 0 || performance.now() > deadline) return late;
    await pause(50);
  }
}
