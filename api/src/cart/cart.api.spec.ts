import { createTestApp, Shopper, stockProducts, type TestApp, USER_ERRORS } from '../testing';

const CART = `cart { id version totalQuantity
  lines { id quantity variation { sku } priceAtAdd { amount } unitPrice { amount } }
  problems { code lineId available } cost { total { amount } } }`;

interface SeenCart {
  version: number;
  totalQuantity: number;
  lines: { id: string; quantity: number; variation: { sku: string } }[];
  problems: { code: string; available: number | null }[];
  cost: { total: { amount: string } };
}

describe('the cart', () => {
  let test: TestApp;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await createTestApp();
    ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_250, onHand: 1_000 },
      { sku: 'FEW', priceMinor: 100, onHand: 3 },
    );
  });
  afterAll(() => test.close());

  const variation = (sku: string): string => ids[sku] ?? '';
  const read = async (shopper: Shopper): Promise<SeenCart | null> =>
    (await shopper.client.data<{ cart: SeenCart | null }>(`{ ${CART} }`)).cart;

  it('is made at the first add and known by a cookie that scripts cannot read', async () => {
    const shopper = new Shopper(test);
    expect(await read(shopper)).toBeNull();

    const answer = await shopper.client.send(
      `mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { cart { id } } }`,
      { input: { lines: [{ variationId: variation('POSTER'), quantity: 2 }] } },
    );

    expect(String(answer.headers['set-cookie'])).toMatch(/^cw_cart=.*HttpOnly.*SameSite=Lax/);
    expect(await read(shopper)).toMatchObject({
      totalQuantity: 2,
      cost: { total: { amount: '25.00' } },
    });
  });

  it('is known by its Cart-Token for a client that keeps no cookies', async () => {
    const { cartCreate } = await test
      .publicClient()
      .data<{ cartCreate: { cartToken: string } }>(
        `mutation ($input: CartCreateInput!) { cartCreate(input: $input) { cartToken } }`,
        { input: { lines: [{ variationId: variation('POSTER'), quantity: 1 }] } },
      );
    const elsewhere = new Shopper(test);
    elsewhere.client.cartToken = cartCreate.cartToken;

    expect((await read(elsewhere))?.totalQuantity).toBe(1);
    elsewhere.client.cartToken = `${cartCreate.cartToken}x`;
    expect(await read(elsewhere)).toBeNull();
  });

  it('loses none of a hundred parallel changes', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));

    await Promise.all(Array.from({ length: 100 }, () => shopper.add(variation('POSTER'))));

    expect(await read(shopper)).toMatchObject({ totalQuantity: 101, version: 101 });
  });

  it('tells the losers of a race who named the version they had seen', async () => {
    const shopper = new Shopper(test);
    const { cart } = await shopper.add(variation('POSTER'));
    const line = (await read(shopper))?.lines[0]?.id;

    const outcomes = await Promise.all(
      [2, 3].map((quantity) =>
        shopper.mutate('cartLinesUpdate', 'CartLinesUpdateInput', 'cart { version }', {
          lines: [{ lineId: line, quantity }],
          expectedVersion: cart?.version,
        }),
      ),
    );

    expect(outcomes.flatMap((outcome) => outcome.userErrors)).toMatchObject([
      { __typename: 'VersionConflict', currentVersion: 2 },
    ]);
  });

  it('refuses more than is in stock, tells how many there are and changes nothing', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('FEW'), 2);

    const outcome = await shopper.add(variation('FEW'), 2);

    expect(outcome.userErrors).toMatchObject([{ code: 'INSUFFICIENT_STOCK', available: 3 }]);
    expect((await read(shopper))?.totalQuantity).toBe(2);
  });

  it.each([0, -1, 2_147_483_647])(
    'refuses the quantity %d with the path to it',
    async (quantity) => {
      const outcome = await new Shopper(test).add(variation('POSTER'), quantity);

      expect(outcome.userErrors).toMatchObject([
        { __typename: 'InvalidInput', path: ['lines', '0', 'quantity'] },
      ]);
    },
  );

  it('refuses a variation that the shop does not have, and an id that is none', async () => {
    const shopper = new Shopper(test);

    const unknown = await shopper.add('01900000-0000-7000-8000-00000000ffff');
    const nonsense = await shopper.add("'; DROP TABLE cart; --");

    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(nonsense.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });

  it('says what changed since a line was added', async () => {
    const [gone] = Object.values(
      await stockProducts(test, { sku: 'GONE', priceMinor: 100, onHand: 5 }),
    );
    const shopper = new Shopper(test);
    await shopper.add(gone ?? '', 2);

    await stockProducts(test, { sku: 'GONE', priceMinor: 150, onHand: 1 });

    expect((await read(shopper))?.problems).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', available: 1 },
      { code: 'PRICE_CHANGED' },
    ]);
  });

  it('removes a line whose quantity becomes 0, and does not mind removing it twice', async () => {
    const shopper = new Shopper(test);
    await shopper.add(variation('POSTER'));
    const lineId = (await read(shopper))?.lines[0]?.id;

    await shopper.mutate('cartLinesUpdate', 'CartLinesUpdateInput', 'cart { id }', {
      lines: [{ lineId, quantity: 0 }],
    });
    const again = await shopper.mutate('cartLinesRemove', 'CartLinesRemoveInput', 'cart { id }', {
      lineIds: [lineId],
    });

    expect(again.userErrors).toEqual([]);
    expect((await read(shopper))?.lines).toEqual([]);
  });

  it("cannot be changed through somebody else's line", async () => {
    const [victim, attacker] = [new Shopper(test), new Shopper(test)];
    await victim.add(variation('POSTER'));
    await attacker.add(variation('POSTER'));
    const lineId = (await read(victim))?.lines[0]?.id;

    const outcome = await attacker.mutate(
      'cartLinesUpdate',
      'CartLinesUpdateInput',
      'cart { id }',
      {
        lines: [{ lineId, quantity: 9 }],
      },
    );

    expect(outcome.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await read(victim))?.totalQuantity).toBe(1);
  });

  it('is merged into the customer at sign-in, capped at the stock, and the guest is told', async () => {
    const account = { email: 'merge@example.com', password: 'a good password', name: 'Mer Ge' };
    const shopper = new Shopper(test);
    await shopper.add(variation('FEW'), 2);
    const signUp = `mutation ($input: CustomerRegisterInput!) { customerRegister(input: $input) {
      session { accessToken } cartMerge { mergedLines cappedLines } ${USER_ERRORS} } }`;
    const { customerRegister } = await shopper.client.data<{
      customerRegister: { session: { accessToken: string }; cartMerge: unknown };
    }>(signUp, { input: account });
    const guest = new Shopper(test);
    await guest.add(variation('FEW'), 2);
    await guest.add(variation('POSTER'), 1);

    const { sessionCreate } = await guest.client.data<{
      sessionCreate: { session: { accessToken: string }; cartMerge: unknown };
    }>(
      `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) {
         session { accessToken } cartMerge { mergedLines cappedLines } } }`,
      { input: { email: account.email, password: account.password } },
    );

    expect(customerRegister.cartMerge).toEqual({ mergedLines: 1, cappedLines: 0 });
    expect(sessionCreate.cartMerge).toEqual({ mergedLines: 2, cappedLines: 1 });
    guest.client.accessToken = sessionCreate.session.accessToken;
    expect((await read(guest))?.lines).toMatchObject([
      { quantity: 3, variation: { sku: 'FEW' } },
      { quantity: 1, variation: { sku: 'POSTER' } },
    ]);
  });

  it('is read in as many statements with ten lines as with one', async () => {
    const count = async (lines: number): Promise<number> => {
      const shopper = new Shopper(test);
      const skus = Array.from({ length: lines }, (_, index) => ({ sku: `N${lines}-${index}` }));
      for (const id of Object.values(await stockProducts(test, ...skus))) await shopper.add(id);
      test.statements.length = 0;
      await read(shopper);
      return test.statements.length;
    };

    expect(await count(10)).toBe(await count(1));
  });
});
