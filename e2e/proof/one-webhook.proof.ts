import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { offers } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { breaches } from '../harness/invariants.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { startStripeDouble, type StripeDouble } from '../harness/stripe-double.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { Purchaser } from './purchaser.ts';

const patienceSeconds = 40;
/** An API process that also does the worker's jobs, and lives. */
const worker = { EMBEDDED_WORKER: '1', TEST_END_AT: '' };

let stripe: StripeDouble;
let gateway: GatewayUnderTest;
let variationId: string;
before(async () => {
  stripe = await startStripeDouble();
  gateway = await GatewayUnderTest.start({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_BASE: stripe.url,
    TEST_END_AT: 'webhook:handled',
  });
  const [offer] = await offers(new GraphqlClient(`${gateway.url(1)}/graphql`));
  assert.ok(offer);
  variationId = offer.variationId;
  const staff = await StaffClient.signIn(gateway.url(1));
  await staff.setStock(variationId, 10);
});
after(async () => {
  await gateway.stop();
  await stripe.stop();
});

// The worker that the gateway came with dies of the first message; after that an API process does its work.
test('a worker killed between the work of a message and its mark leaves one order and one charge', async () => {
  const checkoutId = await paysAndGoesAway();
  await until(async () => (await madeOf(checkoutId)).orders === 1);

  await restart(worker);
  await handledAgain();

  await assertOnce(checkoutId);
});

test('an API process killed between the work of a message and its mark leaves one order and one charge', async () => {
  await restart({ ...worker, TEST_END_AT: 'webhook:handled' });
  const checkoutId = await paysAndGoesAway();
  assert.ok(await until(() => gateway.hasEnded(0)));
  const messages = await messageStates();
  assert.ok(messages.includes('NEW'), `no message is left to be worked on: ${messages.join()}`);
  assert.deepEqual(await madeOf(checkoutId), { status: 'COMPLETED', orders: 1, payments: 1 });

  await restart(worker);
  await handledAgain();

  await assertOnce(checkoutId);
});

/** A buyer who enters the card and is not seen again: only the provider tells of the payment. */
async function paysAndGoesAway(): Promise<string> {
  const purchaser = await Purchaser.atTheTill(gateway.url(1), variationId, 'stripe');
  await purchaser.goesAsFarAsItGets(gateway.url(1), stripe, 'provider first');
  return purchaser.checkoutId;
}

async function restart(settings: NodeJS.ProcessEnv): Promise<void> {
  if (gateway.isRunning(0)) await gateway.kill(0);
  await gateway.revive(0, settings);
}

/** Waits until somebody else has worked on every message, each of which was taken up at least twice. */
async function handledAgain(): Promise<void> {
  // Nobody waits here until the work of the one that died is given to another.
  await gateway.database.query(`UPDATE provider_event SET due_at = now() WHERE state = 'NEW'`);
  await until(async () => (await messageStates()).every((state) => state === 'DONE'));
  const { rows } = await gateway.database.query<{ attempts: number }>(
    'SELECT attempts FROM provider_event ORDER BY received_at DESC LIMIT 1',
  );
  assert.ok((rows[0]?.attempts ?? 0) >= 2, 'the message was worked on once');
}

async function messageStates(): Promise<string[]> {
  const { rows } = await gateway.database.query<{ state: string }>(
    'SELECT state FROM provider_event',
  );
  return rows.map(({ state }) => state);
}

async function assertOnce(checkoutId: string): Promise<void> {
  assert.deepEqual(await madeOf(checkoutId), { status: 'COMPLETED', orders: 1, payments: 1 });
  assert.equal(stripe.chargesOf(checkoutId).length, 1, 'charges at the provider');
  assert.deepEqual(await breaches(gateway.database), []);
}

async function madeOf(checkoutId: string) {
  const { rows } = await gateway.database.query<{
    status: string;
    orders: number;
    payments: number;
  }>(
    `SELECT k.status, (SELECT count(*)::int FROM orders o WHERE o.checkout_id = k.id) AS orders,
       (SELECT count(*)::int FROM payment p WHERE p.checkout_id = k.id AND p.captured_minor > 0) AS payments
     FROM checkout k WHERE k.id = $1`,
    [checkoutId],
  );
  const [made] = rows;
  assert.ok(made);
  return made;
}

async function until(holds: () => Promise<boolean>): Promise<true> {
  const deadline = Date.now() + patienceSeconds * 1_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'it does not happen');
    await pause(50);
  }
  return true;
}
