import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  lineOf,
  OrderDesk,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { orderSteps } from './domain/order-status';
import { parcelSteps } from './domain/parcels';
import { returnSteps } from './domain/return-state';

describe('parcels of orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_000, onHand: 1_000 },
      { sku: 'MUG', priceMinor: 333, onHand: 1_000 },
    );
    [poster, mug] = [ids['POSTER'] ?? '', ids['MUG'] ?? ''];
  });
  afterAll(() => test.close());

  it('have the same steps in the code as in the database', async () => {
    const tables = {
      order_status_step: orderSteps,
      parcel_status_step: parcelSteps,
      order_return_step: returnSteps,
    };

    for (const [table, steps] of Object.entries(tables)) {
      const rows = await test.sql<{ from_status: string; to_status: string }>(
        `SELECT from_status, to_status FROM ${table} ORDER BY 1, 2`,
      );
      const known = Object.entries(steps as Record<string, readonly string[]>)
        .flatMap(([from, all]) => all.map((to) => ({ from_status: from, to_status: to })))
        .toSorted((a, b) => (a.from_status + a.to_status < b.from_status + b.to_status ? -1 : 1));
      expect(known).toEqual(
        rows.toSorted((a, b) =>
          a.from_status + a.to_status < b.from_status + b.to_status ? -1 : 1,
        ),
      );
    }
  });

  it('send an order piece by piece until it is shipped, and then delivered', async () => {
    const order = await desk.processing({ [poster]: 2, [mug]: 1 });
    const orderId = order.id;

    const first = await desk.done('orderFulfil', {
      orderId,
      lines: [{ lineId: lineOf(order, 'POSTER'), quantity: 1 }],
      carrier: 'Royal Mail',
      trackingNumber: 'RM1',
      trackingUrl: 'https://carrier.example/RM1',
    });
    expect(first).toMatchObject({
      status: 'PROCESSING',
      fulfilmentStatus: 'PARTIALLY_FULFILLED',
    });
    const prepared = await desk.done('orderFulfil', { orderId, isSent: false });
    expect(prepared).toMatchObject({
      status: 'PROCESSING',
      parcels: [{}, { status: 'PREPARED' }],
    });
    const [one, two] = prepared.parcels;
    const sent = await desk.done('parcelSend', { parcelId: two?.id });
    expect(sent).toMatchObject({ status: 'SHIPPED', fulfilmentStatus: 'FULFILLED' });
    const half = await desk.done('parcelDeliver', { parcelId: one?.id });
    expect(half).toMatchObject({ status: 'SHIPPED', fulfilmentStatus: 'FULFILLED' });
    const whole = await desk.done('parcelDeliver', { parcelId: two?.id });
    expect(whole).toMatchObject({ status: 'DELIVERED', fulfilmentStatus: 'DELIVERED' });

    const { order: seen } = await staff.data<{ order: { events: unknown[] } }>(
      `query ($id: ID!) { order(id: $id) { events { type trackingUrl actor { kind name } } } }`,
      { id: orderId },
    );
    expect(seen.events.slice(4)).toMatchObject([
      { type: 'PARCEL_SENT', trackingUrl: 'https://carrier.example/RM1' },
      { type: 'PARCEL_PREPARED', actor: { kind: 'STAFF', name: 'Olive Owner' } },
      { type: 'SHIPPED' },
      { type: 'PARCEL_DELIVERED' },
      { type: 'DELIVERED' },
    ]);
  });

  it('can be unpacked before they are sent, and not after', async () => {
    const { id: orderId } = await desk.processing({ [poster]: 2 });
    const { parcels } = await desk.done('orderFulfil', { orderId, isSent: false });
    const parcelId = parcels[0]?.id;

    const tooMany = await desk.act('orderFulfil', { orderId });
    const unpacked = await desk.done('parcelCancel', { parcelId });
    const shipped = await desk.done('orderTransition', { orderId, transition: 'SHIP' });
    const tooLate = await desk.act('parcelCancel', { parcelId: shipped.parcels[1]?.id });

    expect(tooMany.userErrors).toMatchObject([{ message: 'Everything is in a parcel already.' }]);
    expect(unpacked).toMatchObject({ lines: [{ packedQuantity: 0 }] });
    expect(shipped).toMatchObject({ status: 'SHIPPED', parcels: [{ status: 'CANCELLED' }, {}] });
    expect(tooLate.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('never hold more units than are left, whoever packs at once', async () => {
    const order = await desk.processing({ [poster]: 3 });
    const lines = [{ lineId: lineOf(order, 'POSTER'), quantity: 2 }];

    const outcomes = await Promise.all(
      [1, 2].map(() => desk.act('orderFulfil', { orderId: order.id, lines })),
    );

    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: 'QUANTITY_LIMIT', path: ['lines', '0', 'quantity'] },
    ]);
    await expect(
      test.sql('UPDATE order_line SET packed_quantity = 4 WHERE order_id = $1', [order.id]),
    ).rejects.toThrow('check constraint');
  });

  it('are corrected without losing what is in them', async () => {
    const { id: orderId } = await desk.processing({ [poster]: 1 });
    const { parcels } = await desk.done('orderFulfil', { orderId, carrier: 'DPD' });

    const corrected = await desk.done('parcelUpdate', {
      parcelId: parcels[0]?.id,
      carrier: 'UPS',
      trackingNumber: '1Z',
    });
    const bad = await desk.act('parcelUpdate', {
      parcelId: parcels[0]?.id,
      trackingUrl: 'javascript:alert(1)',
    });

    expect(corrected.parcels).toMatchObject([{ carrier: 'UPS', lines: [{ quantity: 1 }] }]);
    expect(bad.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['trackingUrl'] }]);
  });

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
  });
});
