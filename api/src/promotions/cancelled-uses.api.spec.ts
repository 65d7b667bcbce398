import {
  breaches,
  createTestApp,
  type DeskOrder,
  type GraphqlClient,
  OrderDesk,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { generateCode, promote } from './testing/promote';

describe('uses of promotions by orders that are cancelled', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let code: string;
  let mug: string;

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_000, onHand: 100 },
      { sku: 'MUG', priceMinor: 1_000, onHand: 100 },
    );
    [poster, mug] = [ids['POSTER'] ?? '', ids['MUG'] ?? ''];
    const promotionId = await promote(staff, {
      name: 'Once',
      requiresCode: true,
      usageLimit: 1,
      customerLimit: 1,
      benefit: { kind: 'FIXED', amountOff: '5' },
    });
    code = await generateCode(staff, promotionId);
  });
  afterEach(async () => {
    expect(await breaches(test)).toEqual([]);
  });
  afterEach(() => test.close());

  /** Somebody who has put a poster and two mugs into the cart, and entered the code where it can be used. */
  async function aBuyer() {
    const shopper = new Shopper(test);
    await shopper.add(poster);
    await shopper.add(mug, 2);
    const { userErrors } = await shopper.mutate(
      'cartCouponsApply',
      'CartCouponsApplyInput',
      'cart { id }',
      { couponCodes: [code] },
    );
    return { shopper, refusals: userErrors.map(({ code }) => code) };
  }

  async function buys(): Promise<DeskOrder> {
    const { shopper } = await aBuyer();
    return desk.bought({}, shopper);
  }
  const discountOf = async ({ id }: DeskOrder) => {
    const rows = await test.sql<{ minor: string }>(
      'SELECT discounts_minor AS minor FROM orders WHERE id = $1',
      [id],
    );
    return rows[0]?.minor;
  };
  const usesNow = async () => (await test.sql('SELECT 1 FROM promotion_use')).length;

  it.each([
    ['by the shop', ({ id }: DeskOrder) => desk.done('orderCancel', { orderId: id })],
    [
      'by the shopper',
      ({ trackingToken }: DeskOrder) =>
        desk.done('orderCancel', { trackingToken }, test.publicClient()),
    ],
    [
      'line by line',
      async ({ id, lines }: DeskOrder) => {
        for (const { id: lineId, quantity } of lines) {
          const units = [{ lineId, quantity }];
          await desk.done('orderLinesCancel', { orderId: id, lines: units });
        }
      },
    ],
  ])('come back when it is cancelled %s: the code is good once more', async (_, cancel) => {
    const order = await buys();
    expect((await aBuyer()).refusals).toEqual(['COUPON_UNUSABLE']);

    await cancel(order);

    expect(await usesNow()).toBe(0);
    expect(await discountOf(await buys())).toBe('500');
    expect((await aBuyer()).refusals).toEqual(['COUPON_UNUSABLE']);
  });

  it('stay while anything of it is left', async () => {
    const order = await buys();
    const [first] = order.lines;
    const lines = [{ lineId: first?.id ?? '', quantity: first?.quantity ?? 0 }];

    await desk.done('orderLinesCancel', { orderId: order.id, lines });

    expect(await usesNow()).toBe(1);
    expect((await aBuyer()).refusals).toEqual(['COUPON_UNUSABLE']);
  });

  it('come back once, however many cancel it at once: of those who then come, one has it', async () => {
    const order = await buys();
    const cancel = () =>
      Promise.all(Array.from({ length: 10 }, () => desk.act('orderCancel', { orderId: order.id })));

    const cancelled = await cancel();
    const buyers = await Promise.all(Array.from({ length: 6 }, () => aBuyer()));
    const bought = await Promise.allSettled(
      buyers.map(async ({ shopper }) => discountOf(await desk.bought({}, shopper))),
    );
    const again = await cancel();

    expect(cancelled.filter((answer) => answer.order)).toHaveLength(1);
    expect(again.filter((answer) => answer.order)).toEqual([]);
    const discounts = bought.map((each) => (each.status === 'fulfilled' ? each.value : '0'));
    expect(discounts.filter((minor) => minor === '500')).toHaveLength(1);
    expect(await usesNow()).toBe(1);
  });
});
