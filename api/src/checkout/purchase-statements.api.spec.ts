import { createTestApp, Shopper, stockProducts, type TestApp } from '../testing';

const cost = 'subtotal { amount } shipping { amount } tax { amount } total { amount currencyCode }';
const cart = `cart { id version totalQuantity cost { ${cost} } problems { code }
  lines { id quantity unitPrice { amount } cost { total { amount } }
    variation { id sku title availability product { id slug title } } } }`;
const checkout = `checkout { id version cost { ${cost} } }`;
const address = {
  name: 'Sam Shopper',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

/** A shopper whose statements are counted, step by step. */
class CountedShopper extends Shopper {
  constructor(private readonly test: TestApp) {
    super(test);
  }

  /** What a step answers, and how many statements it sent, BEGIN and COMMIT included. */
  async count(
    field: string,
    inputType: string,
    selection: string,
    input: Record<string, unknown>,
  ): Promise<{ readonly statements: number; readonly payload: Record<string, unknown> }> {
    this.test.statements.length = 0;
    const payload = await this.mutate(field, inputType, selection, input);
    expect(payload.userErrors).toEqual([]);
    return { statements: this.test.statements.length, payload: { ...payload } };
  }

  async countRead(): Promise<number> {
    this.test.statements.length = 0;
    await this.client.data(`{ ${cart} }`);
    return this.test.statements.length;
  }

  putIn(...variationIds: string[]) {
    const lines = variationIds.map((variationId) => ({ variationId, quantity: 1 }));
    return this.count('cartLinesAdd', 'CartLinesAddInput', cart, { lines });
  }

  start() {
    return this.count('checkoutStart', 'CheckoutStartInput', checkout, {});
  }

  fill(checkoutId: string) {
    return this.count('checkoutUpdate', 'CheckoutUpdateInput', checkout, {
      checkoutId,
      email: 'shopper@example.com',
      shippingAddress: address,
      shippingMethodCode: 'standard',
    });
  }

  payFor(checkoutId: string) {
    const order = 'order { id number trackingToken events { cursor } }';
    return this.count('checkoutPay', 'CheckoutPayInput', order, {
      checkoutId,
      paymentMethodCode: 'manual',
      expectedTotal: undefined,
      idempotencyKey: `key of ${checkoutId}`,
    });
  }
}

describe('the statements of a purchase', () => {
  let test: TestApp;
  let ids: string[];

  beforeAll(async () => {
    test = await createTestApp();
    const skus = ['A', 'B', 'C', 'D'].map((sku) => ({ sku }));
    ids = Object.values(await stockProducts(test, ...skus));
    // What a process remembers of products, prices and settings is read once, not by each purchase.
    await purchase(...ids);
  });
  afterAll(() => test.close());

  const [first, second] = [() => ids[0] ?? '', () => ids[1] ?? ''];
  const idOf = ({ payload }: { payload: Record<string, unknown> }): string =>
    (payload['checkout'] as { id: string }).id;

  /** Counts the steps of a purchase of these variations. */
  async function purchase(...variationIds: string[]): Promise<Record<string, number>> {
    const shopper = new CountedShopper(test);
    const lines = variationIds.map((variationId) => ({ variationId, quantity: 1 }));
    const created = await shopper.count('cartCreate', 'CartCreateInput', `${cart} cartToken`, {
      lines,
    });
    shopper.client.cartToken = created.payload['cartToken'] as string;
    const started = await shopper.start();
    const filled = await shopper.fill(idOf(started));
    const paid = await shopper.payFor(idOf(started));
    return {
      cartCreate: created.statements,
      checkoutStart: started.statements,
      checkoutUpdate: filled.statements,
      checkoutPay: paid.statements,
    };
  }

  it('are exactly these', async () => {
    expect(await purchase(first())).toEqual({
      cartCreate: 3,
      checkoutStart: 3,
      checkoutUpdate: 3,
      checkoutPay: 13,
    });
  });

  it('are three more where a promotion is used: two to claim it, one to keep it', async () => {
    const before = await purchase(first());
    await test.sql(
      `INSERT INTO promotion (id, version, name, class, is_active, requires_code, priority,
         combines_with, benefit, targets, conditions, usage_limit, currency_code)
       VALUES ($1, 1, 'Ten off', 'ORDER', true, false, 0, '{}',
         '{"kind":"REDUCTION","reduction":{"kind":"PERCENT","offPpm":100000}}', '{}', '{}', NULL, 'GBP')`,
      ['0198b0c0-0000-7000-8000-000000000001'],
    );
    await test.sql(`INSERT INTO change_log (tags) VALUES (ARRAY['promotions'])`);
    await purchase(first());

    expect(await purchase(first())).toEqual({
      ...before,
      checkoutPay: (before['checkoutPay'] ?? 0) + 3,
    });
    await test.sql(`DELETE FROM promotion`);
    await test.sql(`INSERT INTO change_log (tags) VALUES (ARRAY['promotions'])`);
    await purchase(first());
    expect(await purchase(first())).toEqual(before);
  });

  it('are as many for four lines as for one', async () => {
    expect(await purchase(...ids)).toEqual(await purchase(first()));
  });

  it('are fewer by those of the lock when the checkout was locked before', async () => {
    const shopper = new CountedShopper(test);
    await shopper.putIn(first());
    const started = await shopper.start();
    await shopper.fill(idOf(started));
    await shopper.count('checkoutLock', 'CheckoutLockInput', checkout, {
      checkoutId: idOf(started),
    });

    expect((await shopper.payFor(idOf(started))).statements).toBe(10);
  });

  it('of a repeated payment are those that find it done', async () => {
    const shopper = new CountedShopper(test);
    await shopper.putIn(first());
    const started = await shopper.start();
    await shopper.fill(idOf(started));
    await shopper.payFor(idOf(started));

    expect((await shopper.payFor(idOf(started))).statements).toBe(7);
  });

  it('are three for the first line of a cart, five for the next, and three to read it', async () => {
    const shopper = new CountedShopper(test);

    const added = [await shopper.putIn(first()), await shopper.putIn(second())];

    expect(added.map(({ statements }) => statements)).toEqual([3, 5]);
    expect(await shopper.countRead()).toBe(3);
  });

  it('do not grow by an open checkout, whose hold is read with the cart', async () => {
    const shopper = new CountedShopper(test);
    await shopper.putIn(first());
    const started = await shopper.start();
    await shopper.fill(idOf(started));
    await shopper.count('checkoutLock', 'CheckoutLockInput', checkout, {
      checkoutId: idOf(started),
    });

    expect(await shopper.countRead()).toBe(3);
  });
});
