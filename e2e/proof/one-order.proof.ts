import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { type Offer, offers } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { breaches } from '../harness/invariants.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { startStripeDouble, type StripeDouble } from '../harness/stripe-double.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { Purchaser } from './purchaser.ts';

type Method = keyof typeof steps;

/** The steps of a purchase at which the process is killed. Those of a card include the provider's own message. */
const steps = {
  manual: [
    'checkout:locked',
    'checkout:held',
    'order:written',
    'holds:consumed',
    'checkout:completed',
    'checkout:committed',
  ],
  stripe: [
    'checkout:locked',
    'checkout:held',
    'payment:written',
    'payment:asked',
    'order:written',
    'holds:consumed',
    'checkout:completed',
    'checkout:committed',
    'webhook:stored',
  ],
} as const;
/** All: at each step a buyer who tries again and one who never comes back; else one or the other in turns. */
const isComplete = process.env['PROOF_STEPS'] === 'all';
const atOnce = 50;
const settleSeconds = 40;
const units = 1_000;

let stripe: StripeDouble;
let gateway: GatewayUnderTest;
let offer: Offer;
before(async () => {
  stripe = await startStripeDouble();
  gateway = await GatewayUnderTest.start({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_BASE: stripe.url,
  });
  const [first] = await offers(new GraphqlClient(`${gateway.url(0)}/graphql`));
  assert.ok(first);
  offer = first;
  const staff = await StaffClient.signIn(gateway.url(0));
  await staff.setStock(offer.variationId, units);
});
afterEach(async () => {
  assert.deepEqual(await breaches(gateway.database), []);
});
after(async () => {
  await gateway.stop();
  await stripe.stop();
});

test('the same checkout paid fifty times at once at two processes is one order and one payment', async () => {
  const urls = [gateway.url(0), gateway.url(1)];
  const purchaser = await Purchaser.atTheTill(gateway.url(0), offer.variationId, 'manual');

  const orders = await purchaser.insists(urls, atOnce);

  assert.equal(orders.size, 1);
  assert.deepEqual(await madeOf(purchaser.checkoutId), { status: 'COMPLETED', orders: 1 });
});

test('the same card confirmed fifty times at once, by the buyer and by the provider, is one order and one charge', async () => {
  const urls = [gateway.url(0), gateway.url(1)];
  const purchaser = await Purchaser.atTheTill(gateway.url(0), offer.variationId, 'stripe');

  const orders = await purchaser.comesBackAtOnce(urls, stripe, atOnce);

  assert.equal(orders.size, 1);
  assert.deepEqual(await madeOf(purchaser.checkoutId), { status: 'COMPLETED', orders: 1 });
  assertCharged('stripe', purchaser.checkoutId, 1);
});

for (const method of ['manual', 'stripe'] as const) {
  for (const [at, step] of steps[method].entries()) {
    if (isComplete || at % 2 === 0) triesAgain(step, method);
    if (isComplete || at % 2 === 1) neverComesBack(step, method);
  }
}

function triesAgain(step: string, method: Method): void {
  test(`a process killed at ${step} leaves one order and one charge to the buyer by ${method} who tries again`, async () => {
    const purchaser = await diesAt(step, method);

    await purchaser.triesAgainAt(gateway.url(1), stripe);

    assert.deepEqual(await madeOf(purchaser.checkoutId), { status: 'COMPLETED', orders: 1 });
    assertCharged(method, purchaser.checkoutId, 1);
  });
}

function neverComesBack(step: string, method: Method): void {
  test(`a process killed at ${step} leaves all or nothing of the buyer by ${method} who never comes back`, async () => {
    const purchaser = await diesAt(step, method);

    const { status, orders } = await settled(purchaser.checkoutId);

    assert.equal(orders, status === 'COMPLETED' ? 1 : 0, status);
    assertCharged(method, purchaser.checkoutId, orders);
  });
}

/** Lets a buyer shop at a process that ends at a step of the purchase. */
async function diesAt(step: string, method: Method): Promise<Purchaser> {
  const url = gateway.url(1);
  const purchaser = await Purchaser.atTheTill(url, offer.variationId, method);
  if (gateway.isRunning(0)) await gateway.kill(0);
  await gateway.revive(0, { TEST_END_AT: step });
  const who = step === 'webhook:stored' ? 'provider first' : 'buyer first';
  await purchaser.goesAsFarAsItGets(gateway.url(0), stripe, who);
  assert.ok(await gateway.hasEnded(0), `nobody passed ${step}`);
  return purchaser;
}

/** What became of a purchase whose time is over. */
async function settled(checkoutId: string): Promise<{ status: string; orders: number }> {
  // Nobody waits a quarter of an hour here.
  await gateway.database.query(
    `UPDATE checkout SET reserved_until = reserved_until - interval '1 hour',
       updated_at = updated_at - interval '31 days'
     WHERE id = $1 AND status <> 'COMPLETED'`,
    [checkoutId],
  );
  const deadline = Date.now() + settleSeconds * 1_000;
  for (;;) {
    const made = await madeOf(checkoutId);
    if (made.status === 'COMPLETED' || made.status === 'EXPIRED') return made;
    assert.ok(Date.now() < deadline, `the checkout stays ${made.status}`);
    await pause(100);
  }
}

async function madeOf(checkoutId: string): Promise<{ status: string; orders: number }> {
  const { rows } = await gateway.database.query<{ status: string; orders: number }>(
    `SELECT k.status, (SELECT count(*)::int FROM orders o WHERE o.checkout_id = k.id) AS orders
     FROM checkout k WHERE k.id = $1`,
    [checkoutId],
  );
  const [made] = rows;
  assert.ok(made);
  return made;
}

function assertCharged(method: Method, checkoutId: string, times: number): void {
  const expected = method === 'stripe' ? times : 0;
  assert.equal(stripe.chargesOf(checkoutId).length, expected, 'charges at the provider');
}
