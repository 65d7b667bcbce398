import pg from 'pg';

import { Buyer, offers, type Purchase } from '../harness/buyer.ts';
import { expect, test } from '../harness/fixtures.ts';
import { GraphqlClient } from '../harness/graphql-client.ts';
import type { ShopUnderTest } from '../harness/shop-under-test.ts';
import { StaffClient } from '../harness/staff-client.ts';

const rounds = 20;
const buyers = 50;
const units = 10;
const refill = 100;

test('fifty buyers at once get the last ten units once each, twenty times over', async ({
  shop,
}) => {
  test.setTimeout(240_000);
  const staff = await StaffClient.signIn(shop.nginxUrl);
  const choice = await offers(new GraphqlClient(`${shop.nginxUrl}/graphql`));

  for (let round = 0; round < rounds; round++) {
    const offer = choice[round % choice.length];
    if (!offer) throw new Error('The demo shop sells nothing.');
    await staff.setStock(offer.variationId, units);
    const began = new Date();
    const queue = await Promise.all(
      Array.from({ length: buyers }, (_, buyer) =>
        Buyer.atTheTill(endpointOf(shop, { round, buyer }), offer.variationId),
      ),
    );

    const purchases = await Promise.all(queue.map((buyer) => buyer.pay()));

    expect(purchases.filter(({ order }) => order)).toHaveLength(units);
    expect(refusals(purchases)).toEqual(
      Array.from({ length: buyers - units }, () => ['InsufficientStock', 'INSUFFICIENT_STOCK', 0]),
    );
    expect(await staff.stockOf(offer.sku)).toEqual({ onHand: 0, reserved: 0 });
    expect((await staff.ledgerSince(began))['SALE']).toBe(-units);
    expect(await levelAndLedger(shop.databaseUrl, offer.variationId)).toEqual({
      level: 0,
      ledger: 0,
    });
    // Other tests buy from the same shelves.
    await staff.setStock(offer.variationId, refill);
  }
});

/** Half of the buyers go to each API process; each comes from an address of its own. */
function endpointOf(shop: ShopUnderTest, { round, buyer }: { round: number; buyer: number }) {
  const url = shop.apiUrl(buyer % 2 === 0 ? 0 : 1);
  return new GraphqlClient(`${url}/graphql`, { 'x-forwarded-for': `198.18.${round}.${buyer + 1}` });
}

function refusals(purchases: readonly Purchase[]): unknown[] {
  return purchases
    .filter(({ order }) => !order)
    .map(({ userErrors: [error] }) => [error?.__typename, error?.code, error?.available]);
}

async function levelAndLedger(databaseUrl: string, variationId: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ level: number; ledger: number }>(
      `SELECT (SELECT sum(on_hand)::int FROM stock_level WHERE variation_id = $1) AS level,
              (SELECT sum(units)::int FROM stock_movement WHERE variation_id = $1) AS ledger`,
      [variationId],
    );
    return rows[0];
  } finally {
    await client.end();
  }
}
