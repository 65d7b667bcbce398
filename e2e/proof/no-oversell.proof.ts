import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Buyer, type Offer, offers, type Purchase, type WantedLine } from '../harness/buyer.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import { StaffClient } from '../harness/staff-client.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { Random, seedOfRun } from './random.ts';

const rounds = Number(process.env['PROOF_ROUNDS'] ?? 3);
const buyerCount = 200;
const units = 10;
/** So many fill their carts at once; they pay all at once. */
const arrivingAtOnce = 20;

let gateway: GatewayUnderTest;
let staff: StaffClient;
let shelf: readonly [Offer, Offer];
let bundle: Offer;
before(async () => {
  gateway = await GatewayUnderTest.start();
  staff = await StaffClient.signIn(gateway.url(0));
  const [one, other, third] = await offers(new GraphqlClient(`${gateway.url(0)}/graphql`));
  assert.ok(one && other && third);
  shelf = [one, other];
  bundle = third;
  await staff.makeBundle(
    bundle.productId,
    shelf.map(({ variationId }) => variationId),
  );
});
after(() => gateway.stop());

test('two hundred buyers of ten units get each of them once', async (context) => {
  const random = startOf(context, 'one item');
  const [{ variationId }] = shelf;
  for (let round = 0; round < rounds; round += 1) {
    await sellOut(random, round, units, () => [{ variationId, quantity: 1 }]);
  }
});

test('buyers who hold the same two items in opposite order neither block each other nor share a unit', async (context) => {
  const random = startOf(context, 'two items');
  const lines = shelf.map(({ variationId }) => ({ variationId, quantity: 1 }));
  for (let round = 0; round < rounds; round += 1) {
    await sellOut(random, round, units, (buyer) => (buyer % 2 === 0 ? lines : lines.toReversed()));
  }
});

test('buyers of different amounts together never get more than there is', async (context) => {
  const random = startOf(context, 'different amounts');
  const [{ variationId }] = shelf;
  for (let round = 0; round < rounds; round += 1) {
    await stock(units);
    const purchases = await everybodyPays(random, round, (buyer) => [
      { variationId, quantity: 1 + (buyer % 3) },
    ]);
    const sold = purchases.reduce(
      (sum, { order }, buyer) => sum + (order ? 1 + (buyer % 3) : 0),
      0,
    );
    assert.deepEqual(refusedOtherwise(purchases), []);
    assert.equal(sold, units, 'whoever wants one unit finds the last one');
    await assertBooked([variationId], units - sold);
  }
});

test('a bundle and its part on a line of its own share the units that exist', async (context) => {
  const random = startOf(context, 'bundles');
  const [part, other] = shelf;
  const single = { variationId: part.variationId, quantity: 1 };
  const together = { variationId: bundle.variationId, quantity: 1 };
  const wishes = [
    { lines: [together], ofPart: 1, ofOther: 1 },
    { lines: [single], ofPart: 1, ofOther: 0 },
    { lines: [together, single], ofPart: 2, ofOther: 1 },
    { lines: [single, together], ofPart: 2, ofOther: 1 },
  ] as const;
  const wishOf = (buyer: number) => wishes[buyer % wishes.length] ?? wishes[0];
  for (let round = 0; round < rounds; round += 1) {
    await stock(units);
    const purchases = await everybodyPays(random, round, (buyer) => wishOf(buyer).lines);
    const sold = purchases.flatMap(({ order }, buyer) => (order ? [wishOf(buyer)] : []));
    const ofPart = sold.reduce((sum, wish) => sum + wish.ofPart, 0);
    const ofOther = sold.reduce((sum, wish) => sum + wish.ofOther, 0);
    assert.deepEqual(refusedOtherwise(purchases), []);
    assert.equal(ofPart, units, 'whoever wants one unit finds the last one');
    await assertBooked([part.variationId], 0);
    await assertBooked([other.variationId], units - ofOther);
  }
});

function startOf(context: { diagnostic(message: string): void }, part: string): Random {
  const random = new Random(seedOfRun());
  context.diagnostic(`SEED=${random.seed}, ${rounds} rounds of ${buyerCount} buyers`);
  return random.fork(part);
}

/** Sells everything in one rush: so many orders, and a refusal for everybody else. */
async function sellOut(
  random: Random,
  round: number,
  orders: number,
  wantedBy: (buyer: number) => readonly WantedLine[],
): Promise<void> {
  await stock(units);
  const purchases = await everybodyPays(random, round, wantedBy);
  assert.equal(purchases.filter(({ order }) => order).length, orders);
  assert.deepEqual(refusedOtherwise(purchases), []);
  const ids = new Set(wantedBy(0).map(({ variationId }) => variationId));
  await assertBooked([...ids], 0);
}

async function stock(count: number): Promise<void> {
  for (const { variationId } of shelf) await staff.setStock(variationId, count);
}

/** Half of the buyers at each API process, half of them reserving before they pay. */
async function everybodyPays(
  random: Random,
  round: number,
  wantedBy: (buyer: number) => readonly WantedLine[],
): Promise<Purchase[]> {
  const queue: Buyer[] = [];
  for (let first = 0; first < buyerCount; first += arrivingAtOnce) {
    const arriving = Array.from({ length: arrivingAtOnce }, (_, index) => {
      const buyer = first + index;
      const url = gateway.url(buyer % 4 < 2 ? 0 : 1);
      const address = `198.18.${round % 250}.${buyer + 1}`;
      const endpoint = new GraphqlClient(`${url}/graphql`, { 'x-forwarded-for': address });
      return Buyer.atTheTill(endpoint, wantedBy(buyer));
    });
    queue.push(...(await Promise.all(arriving)));
  }
  const reservesFirst = queue.map(() => random.chance(0.5));
  return Promise.all(
    queue.map((buyer, index) => (reservesFirst[index] ? buyer.pay() : buyer.payAtOnce())),
  );
}

/** Refusals that say anything else than how many are left. */
function refusedOtherwise(purchases: readonly Purchase[]): unknown[] {
  return purchases
    .filter(({ order }) => !order)
    .flatMap(({ userErrors }): readonly unknown[] =>
      userErrors.length === 0
        ? ['neither an order nor a refusal']
        : userErrors.filter(({ __typename }) => __typename !== 'InsufficientStock'),
    );
}

/** Nothing is held any more, and the ledger says what the shelf says. */
async function assertBooked(variationIds: readonly string[], left: number): Promise<void> {
  const { rows } = await gateway.database.query<object>(
    `SELECT l.on_hand AS "onHand", l.reserved,
       (SELECT sum(m.units)::int FROM stock_movement m WHERE m.variation_id = l.variation_id) AS ledger
     FROM stock_level l WHERE l.variation_id = ANY($1)`,
    [variationIds],
  );
  assert.deepEqual(
    rows,
    variationIds.map(() => ({ onHand: left, reserved: 0, ledger: left })),
  );
}
