import { Client } from 'pg';

import {
  createTestApp,
  eventually,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
  USER_ERRORS,
} from '../testing';

interface Adjusted {
  variation: { onHand: number; reserved: number } | null;
  userErrors: SeenError[];
}

describe('counting stock', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let poster: string;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    poster = (await stockProducts(test, { sku: 'POSTER', onHand: 10 }))['POSTER'] ?? '';
  });
  afterAll(() => test.close());

  const adjust = async (onHand: number): Promise<Adjusted> => {
    keys += 1;
    const input = { variationId: poster, onHand, reason: 'Stock-take', idempotencyKey: `s${keys}` };
    const { stockAdjust } = await staff.data<{ stockAdjust: Adjusted }>(
      `mutation ($input: StockAdjustInput!) { stockAdjust(input: $input) {
         variation { onHand reserved } ${USER_ERRORS} } }`,
      { input },
    );
    return stockAdjust;
  };

  it('sets the level and writes the difference into the ledger', async () => {
    const { variation } = await adjust(7);

    expect(variation).toEqual({ onHand: 7, reserved: 0 });
    const [last] = await test.sql(
      `SELECT kind, units, reason FROM stock_movement ORDER BY occurred_at DESC, id DESC LIMIT 1`,
    );
    expect(last).toEqual({ kind: 'ADJUSTMENT', units: -3, reason: 'Stock-take' });
  });

  it('refuses a count below what open checkouts hold', async () => {
    const shopper = new Shopper(test);
    await shopper.add(poster, 2);
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });

    const { userErrors } = await adjust(1);

    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['onHand'] }]);
    await shopper.checkoutCall('checkoutCancel', 'CheckoutCancelInput', { checkoutId: id });
  });

  it('sees units that are being reserved while it counts', async () => {
    const rival = new Client({ connectionString: test.databaseUrl });
    await rival.connect();
    await rival.query('BEGIN');
    await rival.query('UPDATE stock_level SET reserved = 3 WHERE variation_id = $1', [poster]);

    const counting = adjust(0);
    await eventually(async () => {
      const waiting = await test.sql(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await rival.query('COMMIT');
    await rival.end();

    expect((await counting).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['onHand'] },
    ]);
  });
});
