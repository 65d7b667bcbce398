import {
  createTestApp,
  type GraphqlClient,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { promote, tryToPromote } from './testing/promote';

const OUTCOMES = `promotions { name code status reason message amount { amount } missingAmount { amount }
  missingQuantity beatenByName }`;
const CART = `cart { couponCodes cost { subtotal { amount } discounts { amount } total { amount } }
  gifts { quantity variation { sku } }
  lines { cost { discounts { amount } total { amount } } }
  priceExplanation { lines { source unitPrice { amount } taxable { amount }
    discounts { name amount { amount } } taxes { percent amount { amount } } roundingResidue }
    shippingDiscount { amount } roundingResidue ${OUTCOMES} } }`;

interface Amount {
  readonly amount: string;
}

interface SeenOutcome {
  readonly name: string | null;
  readonly code: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string;
  readonly amount: Amount | null;
  readonly missingAmount: Amount | null;
  readonly missingQuantity: number | null;
  readonly beatenByName: string | null;
}

interface SeenCart {
  readonly couponCodes: readonly string[];
  readonly cost: { readonly subtotal: Amount; readonly discounts: Amount; readonly total: Amount };
  readonly gifts: readonly { readonly quantity: number; readonly variation: { sku: string } }[];
  readonly priceExplanation: {
    readonly lines: readonly {
      readonly source: string;
      readonly taxable: Amount;
      readonly discounts: readonly { readonly name: string; readonly amount: Amount }[];
      readonly roundingResidue: string;
    }[];
    readonly promotions: readonly SeenOutcome[];
    readonly roundingResidue: string;
  };
}

describe('promotions', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let variations: Record<string, string>;
  let shopper: Shopper;
  const idOf = (sku: string): string => variations[sku] ?? '';

  beforeEach(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    variations = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 2_000 },
      { sku: 'MUG', priceMinor: 900 },
      { sku: 'PIN', priceMinor: 300, onHand: 1 },
    );
    shopper = new Shopper(test);
  });
  afterEach(() => test.close());

  async function cart(of = shopper): Promise<SeenCart> {
    return (await of.client.data<{ cart: SeenCart }>(`{ ${CART} }`)).cart;
  }

  const enter = (code: string, of = shopper) =>
    of.mutate('cartCouponsApply', 'CartCouponsApplyInput', 'cart { id }', { couponCodes: [code] });

  const told = ({ priceExplanation }: SeenCart): (readonly [string | null, string])[] =>
    priceExplanation.promotions.map(({ name, code, status, reason }) => [
      name ?? code,
      reason ?? status,
    ]);

  it('lower what a cart costs at once, and say by how much', async () => {
    await shopper.add(idOf('POSTER'), 2);
    await promote(staff, { name: 'Ten off', benefit: { kind: 'PERCENTAGE', percentOff: '10' } });

    const { cost, priceExplanation } = await cart();

    expect(cost).toEqual({
      subtotal: { amount: '40.00' },
      discounts: { amount: '4.00' },
      total: { amount: '36.00' },
    });
    expect(priceExplanation.promotions).toMatchObject([
      { name: 'Ten off', status: 'APPLIED', amount: { amount: '4.00' } },
    ]);
    expect(priceExplanation.lines).toMatchObject([
      { source: 'BASE', taxable: { amount: '36.00' }, discounts: [{ amount: { amount: '4.00' } }] },
    ]);
  });

  it('say what is missing', async () => {
    await shopper.add(idOf('POSTER'));
    const benefit = { kind: 'FIXED', amountOff: '5' };
    await promote(staff, { name: 'Big cart', benefit, conditions: { minSubtotal: '25' } });
    await promote(staff, { name: 'Three', benefit, conditions: { minQuantity: 3 } });

    expect((await cart()).priceExplanation.promotions).toMatchObject([
      {
        status: 'REJECTED',
        reason: 'SUBTOTAL_TOO_LOW',
        missingAmount: { amount: '5.00' },
        message: 'Spend 5.00 GBP more.',
      },
      { status: 'REJECTED', reason: 'QUANTITY_TOO_LOW', missingQuantity: 2 },
    ]);
  });

  it('are not told of before their code is entered, in whatever letters', async () => {
    await shopper.add(idOf('POSTER'));
    await promote(staff, {
      name: 'Secret',
      requiresCode: true,
      code: 'Print-Fan',
      benefit: { kind: 'PERCENTAGE', percentOff: '25' },
    });
    const before = await cart();

    const { userErrors } = await enter(' print-fan ');

    expect(before.priceExplanation.promotions).toEqual([]);
    expect(userErrors).toEqual([]);
    const after = await cart();
    expect(told(after)).toEqual([['Secret', 'APPLIED']]);
    expect(after.cost.total.amount).toBe('15.00');
  });

  it('refuse codes that open nothing', async () => {
    await shopper.add(idOf('POSTER'));

    expect((await enter('NOTHING')).userErrors).toMatchObject([{ code: 'COUPON_UNUSABLE' }]);
  });

  it('are beaten by one of a higher priority that they do not go together with', async () => {
    await shopper.add(idOf('POSTER'));
    const benefit = { kind: 'FIXED', amountOff: '1' };
    await promote(staff, { name: 'First', priority: 5, benefit });
    await promote(staff, { name: 'Second', benefit: { kind: 'FIXED', amountOff: '9' } });

    const { priceExplanation, cost } = await cart();

    expect(cost.discounts.amount).toBe('1.00');
    expect(priceExplanation.promotions).toMatchObject([
      { name: 'First', status: 'APPLIED' },
      { name: 'Second', status: 'BEATEN', beatenByName: 'First' },
    ]);
  });

  it('name the goods that they are about', async () => {
    const benefit = { kind: 'GIFT', giftVariationId: idOf('PIN') };
    const id = await promote(staff, { name: 'A pin', benefit });

    const { promotion } = await staff.data<{ promotion: unknown }>(
      `query ($id: ID!) { promotion(id: $id) {
         benefit { giftVariation { sku } } targets { products { id } } } }`,
      { id },
    );

    expect(promotion).toEqual({
      benefit: { giftVariation: { sku: 'PIN' } },
      targets: { products: [] },
    });
  });

  it('add gifts while there are any, which are sold with the rest and are in no cart after', async () => {
    await shopper.add(idOf('POSTER'), 2);
    const benefit = { kind: 'GIFT', giftVariationId: idOf('PIN') };
    await promote(staff, { name: 'A pin', benefit, conditions: { minSubtotal: '30' } });

    expect((await cart()).gifts).toEqual([{ quantity: 1, variation: { sku: 'PIN' } }]);
    const checkout = await shopper.fillCheckout();
    expect(checkout.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual(['20.00', '0.00']);
    const { order, userErrors } = await shopper.pay(checkout.id, { expectedTotal: undefined });

    expect(userErrors).toEqual([]);
    expect(order?.number).toBeDefined();
    const [sold] = await test.sql<{ onHand: number }>(
      `SELECT on_hand AS "onHand" FROM stock_level WHERE variation_id = $1`,
      [idOf('PIN')],
    );
    expect(sold?.onHand).toBe(0);
    const other = new Shopper(test);
    await other.add(idOf('POSTER'), 2);
    const without = await cart(other);
    expect([without.gifts, told(without)]).toEqual([[], [['A pin', 'GIFT_OUT_OF_STOCK']]]);
  });

  it('are written down with the order, line by line, and stay there when they are gone', async () => {
    await shopper.add(idOf('POSTER'), 2);
    await shopper.add(idOf('MUG'));
    const promotionId = await promote(staff, {
      name: 'Print fans',
      requiresCode: true,
      code: 'FANS',
      benefit: { kind: 'FIXED', amountOff: '4.90' },
    });
    await enter('fans');
    const { id } = await shopper.fillCheckout();
    const { order } = await shopper.pay(id);

    await staff.data(
      `mutation ($input: PromotionRemoveInput!) { promotionRemove(input: $input) { promotionId } }`,
      { input: { promotionId } },
    );

    const seen = await staff.data<{ order: unknown }>(
      `query ($id: ID!) { order(id: $id) { cost { discounts { amount } }
         promotions { name code class amount { amount } }
         lines { cost { discounts { amount } } discounts { name amount { amount } } } } }`,
      { id: order?.id },
    );
    expect(seen.order).toEqual({
      cost: { discounts: { amount: '4.90' } },
      promotions: [
        { name: 'Print fans', code: 'FANS', class: 'ORDER', amount: { amount: '4.90' } },
      ],
      lines: ['4.00', '0.90'].map((amount) => ({
        cost: { discounts: { amount } },
        discounts: [{ name: 'Print fans', amount: { amount } }],
      })),
    });
  });

  it('make delivery free, also in the frozen quote and its explanation', async () => {
    await shopper.add(idOf('POSTER'));
    const open = await shopper.fillCheckout();
    await promote(staff, {
      name: 'Free delivery',
      class: 'SHIPPING',
      benefit: { kind: 'FREE_SHIPPING' },
    });

    const { checkout } = await shopper.mutate<{
      userErrors: [];
      checkout: { cost: unknown; priceExplanation: unknown };
    }>(
      'checkoutLock',
      'CheckoutLockInput',
      `checkout { cost { shipping { amount } total { amount } }
         priceExplanation { shippingDiscount { amount } ${OUTCOMES} } }`,
      { checkoutId: open.id },
    );

    expect(open.cost.total.amount).not.toBe('20.00');
    expect(checkout).toMatchObject({
      cost: { shipping: { amount: '0.00' }, total: { amount: '20.00' } },
      priceExplanation: { promotions: [{ name: 'Free delivery', status: 'APPLIED' }] },
    });
  });

  it('are for products and attributes that fit both at once', async () => {
    const { catalog } = test.app.modules;
    const made = await test.app.platform.transactions.run((tx) =>
      catalog.upsertProducts.run(
        tx,
        ['Blue', 'Green'].map((glaze) => ({
          title: `${glaze} cup`,
          slug: `${glaze.toLowerCase()}-cup`,
          basePriceMinor: 1_000,
          attributes: [{ name: 'Glaze', value: glaze }],
          variations: [{ sku: glaze }],
        })),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.refusals));
    const [blue, green] = made.value;
    const cups = [blue, green].map((cup) => cup?.variations[0]?.id ?? '');
    const benefit = { kind: 'PERCENTAGE', percentOff: '50' };
    const attributes = [{ name: 'Glaze', value: 'Blue' }];
    const lines = [...cups, idOf('MUG')].map((variationId) => ({ variationId, quantity: 1 }));
    const discounts = async (): Promise<(string | undefined)[]> => {
      const { promotionTest } = await staff.data<{
        promotionTest: { explanation: { lines: { discounts: { amount: Amount }[] }[] } };
      }>(
        `query ($input: PromotionTestInput!) { promotionTest(input: $input) {
           explanation { lines { discounts { amount { amount } } } } } }`,
        { input: { lines } },
      );
      return promotionTest.explanation.lines.map((line) => line.discounts[0]?.amount.amount);
    };

    await promote(staff, { name: 'Blue', class: 'LINE', benefit, targets: { attributes } });
    const byAttribute = await discounts();
    await promote(staff, {
      name: 'Green, and blue',
      class: 'LINE',
      priority: 1,
      benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      targets: { attributes, productIds: [green?.id] },
    });

    expect(byAttribute).toEqual(['5.00', undefined, undefined]);
    expect(await discounts()).toEqual(['5.00', undefined, undefined]);
  });

  it('of an attribute hold in carts as in trials', async () => {
    await test.sql(
      `UPDATE product SET attributes = '[{"name":"Paper","value":"Cotton"}]' WHERE slug = 'poster'`,
    );
    const [poster] = await test.sql<{ id: string }>(`SELECT id FROM product WHERE slug = 'poster'`);
    await staff.data(
      `mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }`,
      { input: { productId: poster?.id, title: 'A poster' } },
    );
    await promote(staff, {
      name: 'Cotton',
      class: 'LINE',
      benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      targets: { attributes: [{ name: 'Paper', value: 'Cotton' }] },
    });
    await shopper.add(idOf('POSTER'));
    await shopper.add(idOf('MUG'));

    expect((await cart()).priceExplanation.lines.map(({ discounts }) => discounts.length)).toEqual([
      1, 0,
    ]);
  });

  it('of a collection follow its members', async () => {
    await shopper.add(idOf('POSTER'));
    const [poster] = await test.sql<{ id: string }>(`SELECT id FROM product WHERE slug = 'poster'`);
    const collectionId = '0198b0c0-0000-7000-8000-000000000001';
    await test.sql(
      `INSERT INTO collection (id, slug, title, description, position) VALUES ($1, 'wall', 'Wall', '', 1)`,
      [collectionId],
    );
    await promote(staff, {
      name: 'Walls',
      class: 'LINE',
      benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      targets: { collectionIds: [collectionId] },
    });
    const before = told(await cart());

    await staff.data(
      `mutation ($input: CollectionProductsAddInput!) { collectionProductsAdd(input: $input) {
         userErrors { code } } }`,
      { input: { collectionId, productIds: [poster?.id] } },
    );

    expect(before).toEqual([['Walls', 'NO_ELIGIBLE_GOODS']]);
    expect(told(await cart())).toEqual([['Walls', 'APPLIED']]);
  });

  it('begin and end when they say so', async () => {
    await shopper.add(idOf('POSTER'));
    const inHours = (hours: number) => new Date(test.clock.now().getTime() + hours * 3_600_000);
    await promote(staff, {
      name: 'Tonight',
      benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      startsAt: inHours(1),
      endsAt: inHours(2),
    });
    const seen = [told(await cart())];
    test.clock.advance(3_600);
    seen.push(told(await cart()));
    test.clock.advance(3_600);
    seen.push(told(await cart()));

    expect(seen).toEqual([[], [['Tonight', 'APPLIED']], []]);
  });

  it('for first orders are for those who have none', async () => {
    await promote(staff, {
      name: 'Welcome',
      benefit: { kind: 'FIXED', amountOff: '5' },
      conditions: { firstOrderOnly: true },
    });
    await shopper.buy(idOf('MUG'));
    const again = new Shopper(test);
    await again.add(idOf('MUG'));

    const stranger = (await cart(again)).cost.discounts.amount;
    const known = await again.fillCheckout();

    expect(stranger).toBe('5.00');
    expect(known.cost.subtotal.amount).toBe('9.00');
    const { checkout } = await again.client.data<{
      checkout: { cost: { discounts: Amount }; priceExplanation: { promotions: SeenOutcome[] } };
    }>(
      `query ($id: ID!) { checkout(id: $id) { cost { discounts { amount } }
         priceExplanation { ${OUTCOMES} } } }`,
      { id: known.id },
    );
    expect(checkout.cost.discounts.amount).toBe('0.00');
    expect(checkout.priceExplanation.promotions).toMatchObject([{ reason: 'FIRST_ORDER_ONLY' }]);
  });

  it('are refused with the field at fault', async () => {
    const wrong = await Promise.all([
      tryToPromote(staff, { name: 'A', benefit: { kind: 'PERCENTAGE', percentOff: '101' } }),
      tryToPromote(staff, { name: 'B', benefit: { kind: 'FIXED', amountOff: '1.001' } }),
      tryToPromote(staff, { name: 'C', benefit: { kind: 'FREE_SHIPPING' } }),
      tryToPromote(staff, { name: 'D', benefit: { kind: 'TIERED', tierMeasure: 'QUANTITY' } }),
      tryToPromote(staff, {
        name: 'E',
        benefit: { kind: 'GIFT', giftVariationId: '0198b0c0-0000-7000-8000-000000000009' },
      }),
    ]);

    expect(wrong.map(({ userErrors }) => userErrors[0]?.path)).toEqual([
      ['benefit', 'percentOff'],
      ['benefit', 'amountOff'],
      ['class'],
      ['benefit', 'tiers'],
      ['benefit', 'giftVariationId'],
    ]);
  });

  it('are nobody else’s business than staff’s who may change them', async () => {
    const { errors } = await test.adminClient().send(`{ promotions { nodes { id } } }`);

    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const contract = await test.publicClient().send(`{ promotions { nodes { id } } }`);
    expect(contract.errors?.[0]?.message).toContain('Cannot query field');
  });
});
