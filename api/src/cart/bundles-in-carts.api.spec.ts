import {
  createTestApp,
  type MadeBundle,
  makeBundle,
  type SeenError,
  Shopper,
  stockProducts,
  type TestApp,
} from '../testing';

interface SeenLine {
  readonly id: string;
  readonly quantity: number;
  readonly unitPrice: { amount: string };
  readonly parts: { choiceName: string; quantity: number; variation: { sku: string } }[];
}

interface SeenCart {
  readonly version: number;
  readonly lines: SeenLine[];
  readonly problems: { code: string; variationId: string | null; available: number | null }[];
  readonly cost: { total: { amount: string } };
}

interface Outcome {
  readonly userErrors: SeenError[];
  readonly cart: SeenCart | null;
}

const CART = `cart { version cost { total { amount } }
  lines { id quantity unitPrice { amount } parts { choiceName quantity variation { sku } } }
  problems { code variationId available } }`;

describe('bundles in carts and checkouts', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  let set: MadeBundle;

  beforeEach(async () => {
    test = await createTestApp();
    ids = await stockProducts(
      test,
      { sku: 'DAWN', priceMinor: 1_800, onHand: 8 },
      { sku: 'NOON', priceMinor: 1_500, onHand: 8 },
      { sku: 'OAK', priceMinor: 3_000, onHand: 8 },
    );
    set = await makeBundle(test, {
      sku: 'SET',
      kind: 'PERCENT_OFF',
      offPpm: 100_000,
      choices: [
        { name: 'Prints', min: 3, options: { [id('DAWN')]: 2, [id('NOON')]: 1 } },
        { name: 'Frame', min: 0, max: 1, options: { [id('OAK')]: 0 } },
      ],
    });
  });
  afterEach(() => test.close());

  const id = (sku: string): string => ids[sku] ?? '';
  const part = (choice: string, sku: string, quantity: number) => ({
    choiceId: set.choiceIds[choice],
    variationId: id(sku),
    quantity,
  });
  const add = (shopper: Shopper, quantity: number, parts?: object[]): Promise<Outcome> =>
    shopper.mutate('cartLinesAdd', 'CartLinesAddInput', CART, {
      lines: [{ variationId: set.variationId, quantity, ...(parts && { parts }) }],
    });
  const read = async (shopper: Shopper): Promise<SeenCart> =>
    (await shopper.client.data<{ cart: SeenCart }>(`{ ${CART} }`)).cart;
  const levels = async (): Promise<Record<string, number[]>> => {
    const rows = await test.sql<{ id: string; onHand: number; reserved: number }>(
      `SELECT variation_id AS id, on_hand AS "onHand", reserved FROM stock_level`,
    );
    return Object.fromEntries(
      ['DAWN', 'NOON', 'OAK'].map((sku) => {
        const row = rows.find((each) => each.id === id(sku));
        return [sku, [row?.onHand ?? -1, row?.reserved ?? -1]];
      }),
    );
  };

  it('are one line with their parts, at what these cost less the bundle’s percentage', async () => {
    const shopper = new Shopper(test);

    const { cart } = await add(shopper, 2, [part('Prints', 'NOON', 3), part('Frame', 'OAK', 1)]);

    // three at 15.00 and one at 30.00 are 75.00, less a tenth 67.50
    expect(cart).toMatchObject({
      lines: [
        {
          quantity: 2,
          unitPrice: { amount: '67.50' },
          parts: [
            { choiceName: 'Prints', quantity: 3, variation: { sku: 'NOON' } },
            { choiceName: 'Frame', quantity: 1, variation: { sku: 'OAK' } },
          ],
        },
      ],
      problems: [],
      cost: { total: { amount: '135.00' } },
    });
  });

  it('have their default parts when none are chosen', async () => {
    const { cart } = await add(new Shopper(test), 1);

    expect(cart?.lines).toMatchObject([
      {
        unitPrice: { amount: '45.90' },
        parts: [
          { quantity: 2, variation: { sku: 'DAWN' } },
          { quantity: 1, variation: { sku: 'NOON' } },
        ],
      },
    ]);
  });

  it('are another line with other parts, and the same line with the same', async () => {
    const shopper = new Shopper(test);
    await add(shopper, 1, [part('Prints', 'DAWN', 1), part('Prints', 'NOON', 2)]);
    await add(shopper, 1, [part('Prints', 'NOON', 2), part('Prints', 'DAWN', 1)]);

    const { cart } = await add(shopper, 1, [part('Prints', 'NOON', 3)]);

    expect(cart?.lines.map(({ quantity }) => quantity)).toEqual([2, 1]);
  });

  it.each<[string, () => object[], string, string[]]>([
    ['too few parts', () => [part('Prints', 'DAWN', 2)], 'INVALID_INPUT', ['parts']],
    [
      'parts of another set',
      () => [part('Prints', 'DAWN', 3), part('Frame', 'DAWN', 1)],
      'NOT_FOUND',
      ['parts', '1', 'variationId'],
    ],
  ])('are refused with %s, and with the path to it', async (_, parts, code, path) => {
    const { userErrors, cart } = await add(new Shopper(test), 1, parts());

    expect(userErrors).toMatchObject([{ code, path: ['lines', '0', ...path] }]);
    expect(cart).toBeNull();
  });

  it('share the stock of their parts with the single lines of the cart', async () => {
    const shopper = new Shopper(test);
    await shopper.add(id('DAWN'), 5);

    const tooMany = await add(shopper, 2);
    const single = await shopper.add(id('DAWN'), 4);
    await add(shopper, 1);
    const last = await shopper.add(id('DAWN'), 2);

    expect(tooMany.userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', variationId: id('DAWN'), available: 3 },
    ]);
    expect(single.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', available: 8 }]);
    expect(last.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', available: 6 }]);
  });

  it('tell which part is short, and by how much', async () => {
    const shopper = new Shopper(test);
    await add(shopper, 2);

    await stockProducts(
      test,
      { sku: 'DAWN', priceMinor: 1_800, onHand: 3 },
      { sku: 'NOON', priceMinor: 1_500, onHand: 0 },
    );

    expect((await read(shopper)).problems).toEqual([
      { code: 'INSUFFICIENT_STOCK', variationId: id('DAWN'), available: 3 },
      { code: 'OUT_OF_STOCK', variationId: id('NOON'), available: 0 },
    ]);
  });

  it('are reserved, sold and given back by their parts', async () => {
    const shopper = new Shopper(test);
    await add(shopper, 2);
    await shopper.add(id('DAWN'), 1);
    const { id: checkoutId } = await shopper.fillCheckout();
    await shopper.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId });
    expect(await levels()).toEqual({ DAWN: [8, 5], NOON: [8, 2], OAK: [8, 0] });

    const { order } = await shopper.pay(checkoutId);
    expect(await levels()).toEqual({ DAWN: [3, 0], NOON: [6, 0], OAK: [8, 0] });

    const cancelled = await shopper.mutate('orderCancel', 'OrderCancelInput', 'order { status }', {
      trackingToken: order?.trackingToken,
      idempotencyKey: 'cancel',
    });
    expect(cancelled.userErrors).toEqual([]);
    expect(await levels()).toEqual({ DAWN: [8, 0], NOON: [8, 0], OAK: [8, 0] });
    expect((await read(shopper)).lines).toEqual([]);
  });

  it('are shown with their parts in checkouts and orders, whose shares sum to the line', async () => {
    const shopper = new Shopper(test);
    await add(shopper, 1);
    const { id: checkoutId } = await shopper.fillCheckout();
    const locked = await shopper.mutate<{
      userErrors: [];
      checkout: { lines: { cost: object; parts: object[] }[] };
    }>(
      'checkoutLock',
      'CheckoutLockInput',
      `checkout { lines { cost { total { amount } }
         parts { choiceName quantity total { amount } variation { sku } } } }`,
      { checkoutId },
    );
    const { order } = await shopper.pay(checkoutId);
    const { order: placed } = await shopper.client.data<{ order: object }>(
      `query ($token: String) { order(trackingToken: $token) { lines { quantity unitPrice { amount }
         parts { choiceName sku productTitle quantity total { amount } } } } }`,
      { token: order?.trackingToken },
    );

    // 45.90 over 36.00 and 15.00
    expect(locked.checkout.lines).toEqual([
      {
        cost: { total: { amount: '45.90' } },
        parts: [
          {
            choiceName: 'Prints',
            quantity: 2,
            total: { amount: '32.40' },
            variation: { sku: 'DAWN' },
          },
          {
            choiceName: 'Prints',
            quantity: 1,
            total: { amount: '13.50' },
            variation: { sku: 'NOON' },
          },
        ],
      },
    ]);
    expect(placed).toMatchObject({
      lines: [
        {
          unitPrice: { amount: '45.90' },
          parts: [
            { sku: 'DAWN', productTitle: 'Product DAWN', quantity: 2, total: { amount: '32.40' } },
            { sku: 'NOON', quantity: 1, total: { amount: '13.50' } },
          ],
        },
      ],
    });
  });

  it('cannot be bought any more when they consist of other things now', async () => {
    const shopper = new Shopper(test);
    await add(shopper, 1);
    const { id: checkoutId } = await shopper.fillCheckout();
    await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Prints', min: 2, options: { [id('NOON')]: 2 } }],
    });

    const { userErrors } = await shopper.pay(checkoutId);

    expect((await read(shopper)).problems).toMatchObject([{ code: 'NO_LONGER_OFFERED' }]);
    expect(userErrors).toMatchObject([{ code: 'CHECKOUT_INCOMPLETE', path: ['lines'] }]);
  });

  it('and single lines never sell a shared part twice', async () => {
    const shoppers = Array.from({ length: 8 }, () => new Shopper(test));
    await Promise.all(
      shoppers.map((shopper, index) =>
        index % 2 === 0 ? add(shopper, 1) : shopper.add(id('DAWN'), 2),
      ),
    );
    const checkouts = await Promise.all(shoppers.map((shopper) => shopper.fillCheckout()));

    const outcomes = await Promise.all(
      shoppers.map((shopper, index) => shopper.pay(checkouts[index]?.id ?? '')),
    );

    // each wants two of the eight
    expect(outcomes.filter(({ order }) => order)).toHaveLength(4);
    expect(
      outcomes.filter(({ order }) => !order).map(({ userErrors }) => userErrors[0]?.code),
    ).toEqual(Array.from({ length: 4 }, () => 'INSUFFICIENT_STOCK'));
    expect((await levels())['DAWN']).toEqual([0, 0]);
  });

  it('cost as many statements from cart to order as single goods', async () => {
    await stockProducts(
      test,
      { sku: 'NOON', priceMinor: 1_500, onHand: 500 },
      { sku: 'OAK', priceMinor: 3_000, onHand: 500 },
    );
    const purchase = async (fill: (shopper: Shopper) => Promise<unknown>): Promise<number> => {
      const shopper = new Shopper(test);
      test.statements.length = 0;
      await fill(shopper);
      const { id: checkoutId } = await shopper.fillCheckout();
      const { userErrors } = await shopper.pay(checkoutId);
      expect(userErrors).toEqual([]);
      return test.statements.length;
    };
    const bundle = (shopper: Shopper) => add(shopper, 1, [part('Prints', 'NOON', 3)]);
    const single = (shopper: Shopper) => shopper.add(id('OAK'), 1);
    await purchase(bundle);

    expect(await purchase(bundle)).toBe(await purchase(single));
  });

  it('come along with their codes when a guest signs in, as far as there are parts', async () => {
    const account = { email: 'set@example.com', password: 'a good password', name: 'Sig Nin' };
    const SESSION = `session { accessToken }
      cartMerge { mergedLines cappedLines cappedItems { title wanted added } }`;
    const first = new Shopper(test);
    await add(first, 1);
    await first.mutate('customerRegister', 'CustomerRegisterInput', SESSION, account);
    const guest = new Shopper(test);
    await add(guest, 4, [part('Prints', 'DAWN', 2), part('Prints', 'NOON', 1)]);
    await add(guest, 1, [part('Prints', 'NOON', 3)]);
    await test.sql(`UPDATE cart SET coupon_codes = '{SPRING}' WHERE customer_id IS NULL`);

    const { email, password } = account;
    const signedIn = await guest.mutate<{
      userErrors: [];
      session: { accessToken: string };
      cartMerge: object;
    }>('sessionCreate', 'SessionCreateInput', SESSION, { email, password });
    guest.client.accessToken = signedIn.session.accessToken;

    // one bundle is in the account's cart; of eight pieces of DAWN three more fit
    expect(signedIn.cartMerge).toEqual({
      mergedLines: 2,
      cappedLines: 1,
      cappedItems: [{ title: 'Product SET', wanted: 4, added: 3 }],
    });
    const { cart } = await guest.client.data(
      '{ cart { couponCodes lines { quantity parts { quantity variation { sku } } } } }',
    );
    expect(cart).toMatchObject({
      couponCodes: ['SPRING'],
      lines: [
        { quantity: 4, parts: [{ variation: { sku: 'DAWN' } }, { variation: { sku: 'NOON' } }] },
        { quantity: 1, parts: [{ quantity: 3, variation: { sku: 'NOON' } }] },
      ],
    });
  });
});
