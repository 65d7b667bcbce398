import { pino } from 'pino';

import { type App, buildApp } from '../app/build-app';
import {
  createTestApp,
  GraphqlClient,
  type SeenError,
  Shopper,
  stockProducts,
  type TestApp,
} from '../testing';

interface SeenCart {
  readonly version: number;
  readonly totalQuantity: number;
  readonly couponCodes: string[];
  readonly lines: { id: string; quantity: number; variation: { sku: string } }[];
}

interface Outcome {
  readonly userErrors: SeenError[];
  readonly cart: SeenCart | null;
}

const CART = 'cart { version totalQuantity couponCodes lines { id quantity variation { sku } } }';

describe('many changes of a cart in one call', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  let shopper: Shopper;
  /** Another process of the same shop. */
  let other: App;

  beforeAll(async () => {
    test = await createTestApp();
    other = await buildApp(test.config, pino({ level: 'silent' }), { clock: test.clock });
    await other.http.ready();
    ids = await stockProducts(
      test,
      { sku: 'POSTER', onHand: 1_000 },
      { sku: 'PRINT', onHand: 1_000 },
      { sku: 'FEW', onHand: 3 },
    );
  });
  beforeEach(() => {
    shopper = new Shopper(test);
  });
  afterAll(async () => {
    await other.close();
    await test.close();
  });

  const id = (sku: string): string => ids[sku] ?? '';
  const apply = (changes: object[], input: object = {}, by = shopper): Promise<Outcome> =>
    by.mutate('cartApply', 'CartApplyInput', CART, { changes, ...input });
  const read = async (by = shopper): Promise<SeenCart> =>
    (await by.client.data<{ cart: SeenCart }>(`{ ${CART} }`)).cart;
  /** The same shopper at either process, with a new cart. */
  const atBothProcesses = async (): Promise<[Shopper, Shopper]> => {
    const { cartCreate } = await shopper.client.data<{ cartCreate: { cartToken: string } }>(
      'mutation { cartCreate(input: {}) { cartToken } }',
    );
    const elsewhere = new GraphqlClient(other.http, '/graphql');
    const both: [Shopper, Shopper] = [
      shopper,
      Object.assign(new Shopper(test), { client: elsewhere }),
    ];
    for (const { client } of both) client.cartToken = cartCreate.cartToken;
    return both;
  };
  const adding = (sku: string, quantity: number) => ({ add: { variationId: id(sku), quantity } });

  it('make one version, in their order', async () => {
    await shopper.add(id('POSTER'), 2);
    const poster = (await read()).lines[0]?.id;

    const { cart, userErrors } = await apply([
      adding('PRINT', 1),
      { update: { lineId: poster, quantity: 5 } },
      adding('POSTER', 1),
      adding('PRINT', 2),
    ]);

    expect(userErrors).toEqual([]);
    expect(cart).toMatchObject({
      version: 2,
      lines: [
        { quantity: 6, variation: { sku: 'POSTER' } },
        { quantity: 3, variation: { sku: 'PRINT' } },
      ],
    });
    expect(await read()).toEqual(cart);
  });

  it('are made all or not at all, and each that cannot be made is named', async () => {
    await shopper.add(id('POSTER'), 2);
    const before = await read();

    const { cart, userErrors } = await apply([
      { removeLineId: before.lines[0]?.id },
      adding('FEW', 4),
      { update: { lineId: '01900000-0000-7000-8000-00000000ffff', quantity: 1 } },
    ]);
    const short = await apply([{ removeLineId: before.lines[0]?.id }, adding('FEW', 4)]);

    expect(cart).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['changes', '2', 'update', 'lineId'] },
    ]);
    expect(short.userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', available: 3, path: ['changes', '1', 'add'] },
    ]);
    expect(await read()).toEqual(before);
  });

  it.each([
    ['no change', {}, ['changes', '0']],
    ['two changes in one', { removeCoupon: 'X', applyCoupon: 'Y' }, ['changes', '0']],
    ['less than one unit', { add: { variationId: 'x', quantity: 0 } }, null],
  ])('are refused where one is %s', async (_, change, path) => {
    const { userErrors } = await apply([change]);

    expect(userErrors[0]).toMatchObject({
      __typename: 'InvalidInput',
      ...(path ? { path } : {}),
    });
  });

  it('make the cart and its cookie where there is none', async () => {
    await apply([adding('POSTER', 1)]);

    expect((await read()).totalQuantity).toBe(1);
  });

  it('refuse a code that the shop does not have, with the reason', async () => {
    const { userErrors } = await shopper.mutate<Outcome>(
      'cartCouponsApply',
      'CartCouponsApplyInput',
      `${CART} userErrors { ... on CouponUnusable { reason couponCode } }`,
      { couponCodes: [' no-such-code '] },
    );

    expect(userErrors).toMatchObject([
      {
        __typename: 'CouponUnusable',
        code: 'COUPON_UNUSABLE',
        reason: 'UNKNOWN',
        couponCode: 'NO-SUCH-CODE',
        path: ['couponCodes', '0'],
      },
    ]);
  });

  it('end, a hundred at once at two processes, in what some serial order gives', async () => {
    const [here, there] = await atBothProcesses();
    await apply([adding('POSTER', 1), adding('PRINT', 1)]);
    const [poster, print] = (await read()).lines.map((line) => line.id);

    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const by = index % 8 < 4 ? here : there;
        const changes = [
          [{ update: { lineId: poster, quantity: index + 1 } }],
          [adding('PRINT', 1), adding('POSTER', 1)],
          [adding('PRINT', 2)],
          [{ update: { lineId: print, quantity: 7 } }, adding('PRINT', 1)],
        ];
        return apply(changes[index % 4] ?? [], {}, by);
      }),
    );

    // Each answer shows the state that it left behind: by their versions they are the serial order.
    const inOrder = outcomes
      .map(({ cart }, index) => ({ cart, index }))
      .toSorted((one, other) => (one.cart?.version ?? 0) - (other.cart?.version ?? 0));
    let [posters, prints] = [1, 1];
    for (const { cart, index } of inOrder) {
      if (index % 4 === 0) posters = index + 1;
      if (index % 4 === 1) [posters, prints] = [posters + 1, prints + 1];
      if (index % 4 === 2) prints += 2;
      if (index % 4 === 3) prints = 8;
      expect(cart?.lines.map(({ quantity }) => quantity)).toEqual([posters, prints]);
    }
    expect(inOrder.map(({ cart }) => cart?.version)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 3),
    );
    expect(await read()).toEqual(inOrder.at(-1)?.cart);
  });

  it('tell all but one who expected the same version that they have lost', async () => {
    const both = await atBothProcesses();
    const { cart } = await apply([adding('POSTER', 1)]);

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        apply([adding('POSTER', 1)], { expectedVersion: cart?.version }, both[index % 2]),
      ),
    );

    const losers = outcomes.filter((outcome) => outcome.userErrors.length > 0);
    expect(losers).toHaveLength(19);
    expect(losers.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array.from({ length: 19 }, () =>
        expect.objectContaining({ __typename: 'VersionConflict', currentVersion: 3 }),
      ),
    );
    expect((await read()).totalQuantity).toBe(2);
  });
});
