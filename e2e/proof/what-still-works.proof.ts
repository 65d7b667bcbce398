import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';

import { Buyer, offers } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { GatewayUnderTest, type Which } from './gateway-under-test.ts';

const both: readonly Which[] = [0, 1];
const recoveryMs = 10_000;

let gateway: GatewayUnderTest;
before(async () => {
  gateway = await GatewayUnderTest.start();
});
after(() => gateway.stop());

test('a shopper browses, searches, fills a cart, pays and signs in while Redis is dead', async () => {
  await gateway.redis.kill();
  for (const which of both) await shopAt(which);
  await gateway.redis.revive();
});

test('the same goes while Redis is frozen', async () => {
  gateway.redis.freeze();
  for (const which of both) await shopAt(which);
  gateway.redis.thaw();
});

test('the same goes at either API process while the other one is dead', async () => {
  for (const which of both) {
    const other = which === 0 ? 1 : 0;
    await gateway.kill(which);
    await shopAt(other);
    await gateway.revive(which);
    await shopAt(which);
  }
});

test('without its database the gateway says so, shows what it has, and is itself again within ten seconds', async (context) => {
  const known = '{ products(first: 5) { nodes { title } } }';
  for (const which of both) await endpoint(which).request(known);
  await gateway.killDatabase();

  for (const which of both) {
    assert.equal((await fetch(`${gateway.url(which)}/livez`)).status, 200);
    assert.equal((await fetch(`${gateway.url(which)}/readyz`)).status, 503);
    const kept = await post(which, known);
    assert.equal(kept.status, 200, 'what was just shown is shown on for a minute');
    assert.equal(kept.headers.get('x-cache'), 'UNVERIFIED');
    for (const question of [
      '{ products(first: 5, query: "never asked before") { nodes { title } } }',
      'mutation { cartCreate(input: {}) { cart { id } userErrors { code } } }',
    ]) {
      const refused = await post(which, question);
      assert.equal(refused.status, 503, question);
      assert.match(refused.headers.get('retry-after') ?? '', /^\d+$/);
    }
  }

  await gateway.reviveDatabase();
  const began = performance.now();
  for (const which of both) await untilReady(which, began + recoveryMs);
  for (const which of both) await shopAt(which);
  context.diagnostic(`ready and selling ${Math.round(performance.now() - began)} ms after`);
});

/** Everything that a shopper does, and the member of staff who lets the order go. */
async function shopAt(which: Which): Promise<void> {
  const client = endpoint(which);
  const [offer] = await offers(client, 24);
  assert.ok(offer);
  const staff = await StaffClient.signIn(gateway.url(which));
  await staff.setStock(offer.variationId, 10);
  const { found } = await client.request<{ found: { nodes: unknown[] } }>(
    'query($word: String) { found: products(first: 5, query: $word) { nodes { id } } }',
    { word: offer.title.split(' ')[0] },
  );
  assert.ok(found.nodes.length > 0);
  await signUp(client);
  const order = await Buyer.buys(client, offer.variationId);
  await staff.transition(order.id, 'CONFIRM');
  const tracked = await client.request<{ order: { status: string } }>(
    'query($token: String) { order(trackingToken: $token) { status } }',
    { token: order.trackingToken },
  );
  assert.equal(tracked.order.status, 'CONFIRMED');
}

async function signUp(client: GraphqlClient): Promise<void> {
  const login = { email: `${randomUUID()}@shopper.example`, password: 'a long enough password' };
  const errors = 'userErrors { code }';
  const { customerRegister } = await client.request<{ customerRegister: Signed }>(
    `mutation($input: CustomerRegisterInput!) { customerRegister(input: $input) { session { accessToken } ${errors} } }`,
    { input: { ...login, name: 'Mary Somerville' } },
  );
  assert.deepEqual(customerRegister.userErrors, []);
  const { sessionCreate } = await client.request<{ sessionCreate: Signed }>(
    `mutation($input: SessionCreateInput!) { sessionCreate(input: $input) { session { accessToken } ${errors} } }`,
    { input: login },
  );
  const token = sessionCreate.session?.accessToken;
  assert.ok(token);
  const { me } = await client
    .with({ authorization: `Bearer ${token}` })
    .request<{ me: { email: string } }>('{ me { email } }');
  assert.equal(me.email, login.email);
}

interface Signed {
  readonly session: { readonly accessToken: string } | null;
  readonly userErrors: readonly unknown[];
}

function endpoint(which: Which): GraphqlClient {
  return new GraphqlClient(`${gateway.url(which)}/graphql`);
}

function post(which: Which, query: string): Promise<Response> {
  return fetch(`${gateway.url(which)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}

async function untilReady(which: Which, deadline: number): Promise<void> {
  while ((await fetch(`${gateway.url(which)}/readyz`)).status !== 200) {
    assert.ok(performance.now() < deadline, `process ${which} is not ready again`);
  }
}
