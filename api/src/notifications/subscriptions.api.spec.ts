import {
  createTestApp,
  type GraphqlClient,
  makeBundle,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { tellEverything } from './testing/tell-everything';

interface Payload {
  readonly userErrors: { readonly code: string; readonly path: string[] | null }[];
}

const HOUR = 3_600;

describe('mails that somebody asked for', () => {
  let test: TestApp;
  let ids: Record<string, string>;
  let counts = 0;

  beforeEach(async () => {
    test = await createTestApp();
    ids = await stockProducts(
      test,
      { sku: 'SOLD-OUT', onHand: 0 },
      { sku: 'THERE', priceMinor: 1_500, onHand: 5 },
      { sku: 'RARE', onHand: 3 },
    );
  });
  afterEach(() => test.close());

  const idOf = (sku: string): string => ids[sku] ?? '';
  const mails = async (template: string) => {
    await test.runJob('tell-back-in-stock');
    await test.runJob('remind-of-carts');
    await tellEverything(test);
    return test.sql<{ recipient: string; status: string; text: string; html: string }>(
      'SELECT recipient, status, plain_text AS text, html FROM message WHERE template = $1 ORDER BY recipient',
      [template],
    );
  };
  const tokenOf = (text: string | undefined, page: string): string =>
    new RegExp(`/${page}\\?token=([\\w.-]+)`).exec(text ?? '')?.[1] ?? '';
  const call = async <T extends Payload>(
    client: GraphqlClient,
    field: string,
    input: Record<string, unknown>,
    selection = '',
  ): Promise<T> => {
    const inputType = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const data = await client.data<Record<string, T>>(
      `mutation ($input: ${inputType}!) { ${field}(input: $input) { ${selection} userErrors { code path } } }`,
      { input },
    );
    const payload = data[field];
    if (!payload) throw new Error(`${field} answered nothing.`);
    return payload;
  };
  const wait = (email: string, sku = 'SOLD-OUT') =>
    call<Payload & { backInStockRequest: { email: string } | null }>(
      test.publicClient(),
      'backInStockRequest',
      { variationId: idOf(sku), email },
      'backInStockRequest { email }',
    );
  const restock = async (sku: string, onHand: number): Promise<void> => {
    const staff = await signInStaff(test);
    await call(staff, 'stockAdjust', {
      variationId: idOf(sku),
      onHand,
      reason: 'a delivery',
      idempotencyKey: `count-${(counts += 1)}`,
    });
  };
  const customer = async (email: string): Promise<GraphqlClient> => {
    const client = test.publicClient();
    const { customerRegister } = await client.data<{
      customerRegister: { session: { accessToken: string } };
    }>(
      `mutation ($input: CustomerRegisterInput!) {
         customerRegister(input: $input) { session { accessToken } } }`,
      { input: { email, name: 'Carla Customer', password: 'a long enough password' } },
    );
    client.accessToken = customerRegister.session.accessToken;
    return client;
  };
  const leftCart = async (acceptsMarketing: boolean | undefined): Promise<Shopper> => {
    const shopper = new Shopper(test);
    await shopper.add(idOf('THERE'), 2);
    const { id } = await shopper.fillCheckout();
    await call(shopper.client, 'checkoutUpdate', {
      checkoutId: id,
      email: 'Gina@Example.com',
      acceptsMarketing,
    });
    return shopper;
  };

  describe('about what is back in stock', () => {
    it('come once to each who waited, however often they asked', async () => {
      expect(await wait('Sam@Example.com')).toEqual({
        backInStockRequest: { email: 'sam@example.com' },
        userErrors: [],
      });
      await wait('sam@example.com ');
      await wait('kim@example.com');
      expect(await mails('BACK_IN_STOCK')).toEqual([]);

      await restock('SOLD-OUT', 4);
      const told = await mails('BACK_IN_STOCK');
      await restock('SOLD-OUT', 0);
      await restock('SOLD-OUT', 9);

      expect(told.map(({ recipient }) => recipient)).toEqual([
        'kim@example.com',
        'sam@example.com',
      ]);
      expect(told[0]?.text).toContain('Product SOLD-OUT');
      expect(told[0]?.text).toContain('http://localhost:8080/products/sold-out');
      expect(await mails('BACK_IN_STOCK')).toHaveLength(2);
    });

    it('come again to who asks again', async () => {
      await wait('sam@example.com');
      await restock('SOLD-OUT', 1);
      await mails('BACK_IN_STOCK');
      await restock('SOLD-OUT', 0);
      await wait('sam@example.com');
      await restock('SOLD-OUT', 1);

      expect(await mails('BACK_IN_STOCK')).toHaveLength(2);
    });

    it('come also when an order is cancelled, whoever moved the stock', async () => {
      const order = await new Shopper(test).buy(idOf('RARE'), 3);
      await wait('sam@example.com', 'RARE');
      await call(await signInStaff(test), 'orderCancel', {
        orderId: order.id,
        idempotencyKey: 'cancel-1',
      });

      expect(await mails('BACK_IN_STOCK')).toHaveLength(1);
    });

    it('are made once by workers that look at the same time', async () => {
      await wait('sam@example.com');
      await restock('SOLD-OUT', 1);
      await Promise.all(Array.from({ length: 8 }, () => test.runJob('tell-back-in-stock')));

      expect(await mails('BACK_IN_STOCK')).toHaveLength(1);
    });

    it('are refused for what can be bought, what there is not, and what is no address', async () => {
      const client = test.publicClient();
      const refusal = async (variationId: string, email: string) => {
        const answered = await call(client, 'backInStockRequest', { variationId, email });
        return answered.userErrors[0];
      };

      expect(await refusal(idOf('THERE'), 'a@example.com')).toEqual({
        code: 'INVALID_INPUT',
        path: ['variationId'],
      });
      expect(await refusal('01900000-0000-7000-8000-00000000dead', 'a@example.com')).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect(await refusal(idOf('SOLD-OUT'), 'nobody')).toMatchObject({ path: ['email'] });
      const choices = [{ name: 'Print', min: 1, options: { [idOf('THERE')]: 1 } }];
      const bundle = await makeBundle(test, { sku: 'SET', choices });
      expect(await refusal(bundle.variationId, 'a@example.com')).toMatchObject({
        code: 'INVALID_INPUT',
      });
    });

    it('are limited for each address', async () => {
      for (let count = 0; count < 20; count += 1) await wait('sam@example.com');
      const { errors } = await test
        .publicClient()
        .send(
          `mutation ($input: BackInStockRequestInput!) { backInStockRequest(input: $input) { userErrors { code } } }`,
          { input: { variationId: idOf('SOLD-OUT'), email: 'sam@example.com' } },
        );

      expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    });

    it('end for everything that is waited for with one click', async () => {
      await wait('sam@example.com');
      await restock('SOLD-OUT', 1);
      const [told] = await mails('BACK_IN_STOCK');
      await restock('SOLD-OUT', 0);
      await wait('sam@example.com');
      const token = tokenOf(told?.text, 'unsubscribe');
      const left = await call(
        test.publicClient(),
        'messageUnsubscribe',
        { token },
        'endedSubscription { kind email }',
      );
      await restock('SOLD-OUT', 2);

      expect(left).toEqual({
        endedSubscription: { kind: 'BACK_IN_STOCK', email: 'sam@example.com' },
        userErrors: [],
      });
      expect(await mails('BACK_IN_STOCK')).toHaveLength(1);
    });
  });

  describe('about a cart left behind', () => {
    it('come once, to who agreed at the checkout, when nobody touched it for a day', async () => {
      await leftCart(true);
      test.clock.advance(23 * HOUR);
      expect(await mails('CART_RECOVERY')).toEqual([]);
      test.clock.advance(2 * HOUR);
      await Promise.all(Array.from({ length: 8 }, () => test.runJob('remind-of-carts')));

      const [mail, ...more] = await mails('CART_RECOVERY');
      expect(more).toEqual([]);
      expect(mail?.recipient).toBe('gina@example.com');
      expect(mail?.text).toContain('2 x Product THERE: £30.00');
      test.clock.advance(48 * HOUR);
      expect(await mails('CART_RECOVERY')).toHaveLength(1);
    });

    it.each([[undefined], [false]])('never come to who did not agree (%s)', async (accepts) => {
      await leftCart(accepts);
      test.clock.advance(25 * HOUR);

      expect(await mails('CART_RECOVERY')).toEqual([]);
    });

    it('never come to who took it back at the same checkout', async () => {
      const shopper = await leftCart(true);
      const { cart } = await shopper.add(idOf('RARE'));
      const { id } = await shopper.fillCheckout();
      await call(shopper.client, 'checkoutUpdate', { checkoutId: id, acceptsMarketing: false });
      test.clock.advance(25 * HOUR);

      expect(cart).not.toBeNull();
      expect(await mails('CART_RECOVERY')).toEqual([]);
    });

    it('never come after it was bought, also when that was between making and sending', async () => {
      const bought = await leftCart(true);
      const { id } = await bought.fillCheckout();
      test.clock.advance(25 * HOUR);
      await test.runJob('remind-of-carts');
      await bought.pay(id);

      expect(await mails('CART_RECOVERY')).toMatchObject([{ status: 'DROPPED', text: null }]);
      test.clock.advance(60 * HOUR);
      expect(await mails('CART_RECOVERY')).toHaveLength(1);
    });

    it('never come to who bought from another cart meanwhile', async () => {
      await leftCart(true);
      test.clock.advance(HOUR);
      const other = new Shopper(test);
      await other.add(idOf('THERE'));
      const { id } = await other.fillCheckout();
      await call(other.client, 'checkoutUpdate', { checkoutId: id, email: 'gina@example.com' });
      await other.pay(id);
      test.clock.advance(25 * HOUR);

      expect(await mails('CART_RECOVERY')).toEqual([]);
    });

    it('bring the cart back to another browser, once however often it is opened', async () => {
      await leftCart(true);
      test.clock.advance(25 * HOUR);
      const [mail] = await mails('CART_RECOVERY');
      const token = tokenOf(mail?.text, 'cart/restore');
      const elsewhere = test.publicClient();
      const open = () =>
        call<Payload & { restoredLines: number }>(
          elsewhere,
          'cartRestore',
          { token },
          'restoredLines missingLines',
        );

      expect(await open()).toEqual({ restoredLines: 1, missingLines: 0, userErrors: [] });
      expect(await open()).toMatchObject({ restoredLines: 1 });
      const { cart } = await elsewhere.data<{ cart: { lines: { quantity: number }[] } }>(
        '{ cart { lines { quantity } } }',
      );
      expect(cart.lines).toEqual([{ quantity: 2 }]);
    });

    it('bring back what there is of it', async () => {
      await leftCart(true);
      test.clock.advance(25 * HOUR);
      const [mail] = await mails('CART_RECOVERY');
      await restock('THERE', 1);
      const elsewhere = test.publicClient();
      const token = tokenOf(mail?.text, 'cart/restore');
      const restored = await call(
        elsewhere,
        'cartRestore',
        { token },
        'restoredLines missingLines',
      );

      expect(restored).toEqual({ restoredLines: 0, missingLines: 1, userErrors: [] });
      expect(await elsewhere.data('{ cart { lines { quantity } } }')).toEqual({
        cart: { lines: [{ quantity: 1 }] },
      });
    });

    it('carry links that nobody can make up, and that end after a month', async () => {
      await leftCart(true);
      test.clock.advance(25 * HOUR);
      const [mail] = await mails('CART_RECOVERY');
      const token = tokenOf(mail?.text, 'cart/restore');
      const client = test.publicClient();
      const refusedWith = async (given: string) =>
        (await call(client, 'cartRestore', { token: given })).userErrors[0]?.code;

      expect(await refusedWith(`${token}x`)).toBe('NOT_FOUND');
      expect(await refusedWith(tokenOf(mail?.text, 'unsubscribe'))).toBe('NOT_FOUND');
      test.clock.advance(31 * 24 * HOUR);
      expect(await refusedWith(token)).toBe('NOT_FOUND');
    });

    it('end with one click, without signing in', async () => {
      await leftCart(true);
      test.clock.advance(25 * HOUR);
      const [mail] = await mails('CART_RECOVERY');
      const token = tokenOf(mail?.text, 'unsubscribe');
      await call(test.publicClient(), 'messageUnsubscribe', { token });
      const [consent] = await test.sql('SELECT accepts, source FROM marketing_consent');

      expect(consent).toEqual({ accepts: false, source: 'UNSUBSCRIBE' });
    });

    it('come to a customer who agreed in the account, and no more once that is taken back', async () => {
      const carla = await customer('carla@example.com');
      await call(carla, 'cartLinesAdd', { lines: [{ variationId: idOf('THERE'), quantity: 1 }] });
      test.clock.advance(25 * HOUR);
      expect(await mails('CART_RECOVERY')).toEqual([]);

      const decide = (accepts: boolean) =>
        call(carla, 'customerMarketingConsentSet', { accepts }, 'customer { marketingConsent }');
      carla.accessToken = (await signedIn('carla@example.com')).accessToken;
      expect(await decide(true)).toEqual({
        customer: { marketingConsent: true },
        userErrors: [],
      });
      expect(await mails('CART_RECOVERY')).toMatchObject([{ recipient: 'carla@example.com' }]);
      expect(await decide(false)).toMatchObject({ customer: { marketingConsent: false } });
    });

    const signedIn = async (email: string): Promise<GraphqlClient> => {
      const client = test.publicClient();
      const { sessionCreate } = await client.data<{
        sessionCreate: { session: { accessToken: string } };
      }>(
        `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { accessToken } } }`,
        { input: { email, password: 'a long enough password' } },
      );
      client.accessToken = sessionCreate.session.accessToken;
      return client;
    };
  });

  it('cost a purchase nothing', async () => {
    const shopper = new Shopper(test);
    test.statements.length = 0;
    await shopper.buy(idOf('THERE'));

    expect(
      test.statements.filter((sql) => /\bmessage\b|consent|reminder|back_in_stock/.test(sql)),
    ).toEqual([]);
  });
});
