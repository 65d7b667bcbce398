import {
  createTestApp,
  type GraphqlClient,
  type SeenError,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { promote } from './testing/promote';

interface SeenLock {
  readonly userErrors: readonly SeenError[];
  readonly checkout: { readonly cost: { readonly discounts: { readonly amount: string } } } | null;
}

const FIVE_OFF = { kind: 'FIXED', amountOff: '5' };

describe('the limits of promotions', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let mugs: readonly string[];

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const skus = Array.from({ length: 12 }, (_, index) => `MUG-${index}`);
    const products = skus.map((sku) => ({ sku, priceMinor: 2_000 }));
    mugs = Object.values(await stockProducts(test, ...products));
  });
  afterEach(() => test.close());

  /** A guest who is about to lock a checkout. Each buys another mug: else they would wait for each other's stock. */
  async function aBuyer({ email = 'shopper@example.com', code = '', index = 0 } = {}) {
    const shopper = new Shopper(test);
    await shopper.add(mugs[index] ?? '');
    if (code !== '') await enter(shopper, code);
    const { id } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', { checkoutId: id, email });
    return { shopper, checkoutId: id };
  }
  type Buyer = Awaited<ReturnType<typeof aBuyer>>;

  const enter = (shopper: Shopper, code: string) =>
    shopper.mutate('cartCouponsApply', 'CartCouponsApplyInput', 'cart { id }', {
      couponCodes: [code],
    });

  const lock = ({ shopper, checkoutId }: Buyer) =>
    shopper.mutate<SeenLock>(
      'checkoutLock',
      'CheckoutLockInput',
      'checkout { cost { discounts { amount } } }',
      { checkoutId },
    );

  const buyers = (count: number, of: (index: number) => { email: string; code?: string }) =>
    Promise.all(Array.from({ length: count }, (_, index) => aBuyer({ ...of(index), index })));

  /** Lets all of them lock at once; returns how many got the discount. */
  async function race(all: readonly Buyer[]): Promise<number> {
    const locks = await Promise.all(all.map(lock));
    const codes = locks.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    // Whoever came too late is told, or has been shown the price without it.
    expect(new Set([...codes, 'PROMOTION_USED_UP'])).toEqual(new Set(['PROMOTION_USED_UP']));
    const uses = await test.sql(`SELECT 1 FROM promotion_use`);
    const got = locks.filter(({ checkout }) => checkout?.cost.discounts.amount === '5.00');
    expect(got).toHaveLength(uses.length);
    return uses.length;
  }

  const uses = async () =>
    test.sql<{ isKept: boolean }>(`SELECT order_id IS NOT NULL AS "isKept" FROM promotion_use`);

  it('hold when everybody comes at once, and whoever came too late can buy at the full price', async () => {
    await promote(staff, { name: 'First three', usageLimit: 3, benefit: FIVE_OFF });
    const all = await buyers(12, (index) => ({ email: `${index}@example.com` }));

    expect(await race(all)).toBe(3);

    const again = await Promise.all(all.map(lock));
    expect(again.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await uses()).toHaveLength(3);
  });

  it('hold for a guest who comes many times at once, whatever stands behind the plus sign', async () => {
    await promote(staff, { name: 'Once each', customerLimit: 1, benefit: FIVE_OFF });
    const all = await buyers(8, (index) => ({ email: `Sam+${index}@Example.com` }));

    expect(await race(all)).toBe(1);
  });

  it('hold for first orders: of many at once only one is the first', async () => {
    await promote(staff, {
      name: 'Welcome',
      conditions: { firstOrderOnly: true },
      benefit: FIVE_OFF,
    });
    const all = await buyers(6, () => ({ email: 'new@example.com' }));

    expect(await race(all)).toBe(1);
  });

  it('are of each customer alone', async () => {
    await promote(staff, { name: 'Once each', customerLimit: 1, benefit: FIVE_OFF });
    const all = await buyers(4, (index) => ({ email: `${index}@example.com` }));

    expect(await race(all)).toBe(4);
  });

  it('hold for each code of a set', async () => {
    const promotionId = await promote(staff, {
      name: 'Letters',
      requiresCode: true,
      benefit: FIVE_OFF,
    });
    const { couponCodesGenerate } = await staff.data<{ couponCodesGenerate: { codes: string[] } }>(
      `mutation ($input: CouponCodesGenerateInput!) { couponCodesGenerate(input: $input) {
         codes userErrors { code } } }`,
      { input: { promotionId, count: 50, prefix: 'ht-', idempotencyKey: 'letters' } },
    );
    const { codes } = couponCodesGenerate;
    const [one = '', two = ''] = codes;
    const all = await buyers(8, (index) => ({
      email: `${index}@example.com`,
      code: index % 2 === 0 ? one : two.toLowerCase(),
    }));

    expect(new Set(codes).size).toBe(50);
    expect(codes.every((code) => /^HT-[2-9BCDFGHJKMNPQRSTVWXZ]{12}$/.test(code))).toBe(true);
    expect(await race(all)).toBe(2);
  });

  it('of two promotions do not make two checkouts wait for each other for ever', async () => {
    const together = { combinesWith: ['ORDER'], benefit: { kind: 'FIXED', amountOff: '2.50' } };
    await promote(staff, { name: 'One', usageLimit: 4, customerLimit: 1, ...together });
    await promote(staff, { name: 'Two', usageLimit: 4, customerLimit: 1, ...together });
    const all = await buyers(12, (index) => ({ email: `${index % 6}@example.com` }));

    const locks = await Promise.all(all.map(lock));

    expect(locks.filter(({ checkout }) => checkout?.cost.discounts.amount === '5.00')).toHaveLength(
      4,
    );
    expect(await uses()).toHaveLength(8);
  });

  it('get back what a checkout used that is given up, changed or out of time', async () => {
    await promote(staff, { name: 'Once', usageLimit: 1, benefit: FIVE_OFF });
    const one = await aBuyer();
    const ends = [
      () =>
        one.shopper.checkoutCall('checkoutUpdate', 'CheckoutUpdateInput', {
          checkoutId: one.checkoutId,
          email: 'other@example.com',
        }),
      async () => {
        test.clock.advance(3_600);
        await test.runJob('expire-checkouts');
      },
    ];
    const seen: number[] = [];
    for (const end of ends) {
      await lock(one);
      seen.push((await uses()).length);
      await end();
      seen.push((await uses()).length);
    }

    expect(seen).toEqual([1, 0, 1, 0]);
  });

  it('keep what was bought', async () => {
    await promote(staff, { name: 'Once', usageLimit: 1, benefit: FIVE_OFF });
    const one = await aBuyer();
    await lock(one);

    await one.shopper.pay(one.checkoutId);

    expect(await uses()).toEqual([{ isKept: true }]);
    const { checkout } = await lock(await aBuyer({ email: 'other@example.com' }));
    expect(checkout?.cost.discounts.amount).toBe('0.00');
  });

  it('do not count a shopper’s own locked checkout against their cart', async () => {
    await promote(staff, { name: 'Once', usageLimit: 1, benefit: FIVE_OFF });
    const one = await aBuyer();
    await lock(one);

    const { cart } = await one.shopper.client.data<{
      cart: { cost: { discounts: { amount: string } } };
    }>(`{ cart { cost { discounts { amount } } } }`);

    expect(cart.cost.discounts.amount).toBe('5.00');
  });
});
