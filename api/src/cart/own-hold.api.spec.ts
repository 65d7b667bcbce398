import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';

interface SeenCart {
  readonly problems: { code: string; available: number | null }[];
  readonly lines: {
    id: string;
    variation: { availability: string; lowStockQuantity: number | null };
  }[];
}

const CART = `{ cart { problems { code available }
  lines { id variation { availability lowStockQuantity } } } }`;

describe("units that a cart's own checkout holds", () => {
  let test: TestApp;
  let holder: Shopper;
  let rival: Shopper;

  beforeEach(async () => {
    test = await createTestApp();
    const last = (await stockProducts(test, { sku: 'LAST', onHand: 2 }))['LAST'] ?? '';
    [holder, rival] = [new Shopper(test), new Shopper(test)];
    await holder.add(last, 2);
    await rival.add(last, 1);
    const { id } = await holder.fillCheckout();
    await holder.checkoutCall('checkoutLock', 'CheckoutLockInput', { checkoutId: id });
  });
  afterEach(() => test.close());

  const read = async (shopper: Shopper): Promise<SeenCart> =>
    (await shopper.client.data<{ cart: SeenCart }>(CART)).cart;
  const setQuantity = async (quantity: number) =>
    holder.mutate('cartLinesUpdate', 'CartLinesUpdateInput', CART.slice(2, -2), {
      lines: [{ lineId: (await read(holder)).lines[0]?.id, quantity }],
    });

  it('are available to this cart and to no other', async () => {
    const [own, other] = [await read(holder), await read(rival)];

    expect(own.problems).toEqual([]);
    expect(own.lines).toMatchObject([
      { variation: { availability: 'LOW_STOCK', lowStockQuantity: 2 } },
    ]);
    expect(other.problems).toEqual([{ code: 'OUT_OF_STOCK', available: 0 }]);
    expect(other.lines).toMatchObject([
      { variation: { availability: 'OUT_OF_STOCK', lowStockQuantity: null } },
    ]);
  });

  it('are available to the checkout that holds them', async () => {
    const started = await holder.checkoutCall('checkoutStart', 'CheckoutStartInput', {});

    const { checkout } = await holder.client.data<{
      checkout: { status: string; lines: object[] };
    }>(
      `query ($id: ID!) { checkout(id: $id) { status
         lines { variation { availability lowStockQuantity } } } }`,
      { id: started.checkout?.id },
    );

    expect(checkout).toEqual({
      status: 'LOCKED',
      lines: [{ variation: { availability: 'LOW_STOCK', lowStockQuantity: 2 } }],
    });
  });

  it('can be asked for again, but no more of them', async () => {
    const fewer = await setQuantity(1);
    const asMany = await setQuantity(2);
    const more = await setQuantity(3);

    expect([...fewer.userErrors, ...asMany.userErrors]).toEqual([]);
    expect(asMany).toMatchObject({
      cart: { problems: [], lines: [{ variation: { availability: 'LOW_STOCK' } }] },
    });
    expect(more.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', available: 2 }]);
  });

  it('are for everybody once the checkout has expired', async () => {
    test.clock.advance(16 * 60);
    await test.runJob('expire-checkouts');

    expect((await read(rival)).problems).toEqual([]);
    expect((await read(holder)).lines).toMatchObject([
      { variation: { availability: 'LOW_STOCK', lowStockQuantity: 2 } },
    ]);
  });
});
