import {
  createTestApp,
  type GraphqlClient,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

interface SeenDraft {
  readonly id: string;
  readonly shippingMethodCode: string | null;
  readonly shippingMethods: {
    readonly code: string;
    readonly price: { readonly amount: string };
  }[];
  readonly problems: { readonly code: string; readonly message: string; readonly path: string[] }[];
}
interface Outcome {
  readonly draftOrder: SeenDraft | null;
  readonly order?: { readonly id: string } | null;
  readonly userErrors: {
    readonly code: string;
    readonly path: string[];
    readonly message: string;
  }[];
}

const DRAFT = `draftOrder { id shippingMethodCode shippingMethods { code price { amount } }
  problems { code message path } } userErrors { code path message }`;
const gbp = (amount: string) => ({ amount, currencyCode: 'GBP' });
const address = (countryCode: string, postcode: string) => ({
  name: 'Dora Draft',
  line1: '1 High Street',
  city: 'Town',
  countryCode,
  postcode,
});

describe('the delivery of drafts', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let mug: string;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const ids = await stockProducts(test, { sku: 'MUG', priceMinor: 1_250, onHand: 50 });
    mug = ids['MUG'] ?? '';
    const belfast = await zone('Belfast', { countryCode: 'GB', postcodes: ['BT *'] });
    const [britain, germany] = [
      await zone('Britain', { countryCode: 'GB' }),
      await zone('Germany', { countryCode: 'DE' }),
    ];
    await method('pigeon', { zoneId: britain, price: gbp('2.00') });
    await method(
      'lorry',
      {
        zoneId: britain,
        subtotalBands: [
          { from: gbp('0'), below: gbp('20'), price: gbp('5.90') },
          { from: gbp('20'), price: gbp('2.90') },
        ],
      },
      { zoneId: belfast, price: gbp('9.50') },
      {
        zoneId: germany,
        subtotalBands: [{ from: gbp('0'), below: gbp('20'), price: gbp('12.00') }],
      },
    );
  });
  afterAll(() => test.close());

  const call = async <T>(field: string, selection: string, given: object): Promise<T> => {
    const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}Input`;
    const data = await staff.data<Record<string, T>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
      { input: given },
    );
    return data[field]!;
  };
  const zone = async (name: string, ...places: object[]): Promise<string> => {
    const selection = 'shippingZone { id }';
    const made = await call<{ shippingZone: { id: string } }>('shippingZoneSet', selection, {
      name,
      places,
    });
    return made.shippingZone.id;
  };
  const method = async (code: string, ...rates: object[]): Promise<void> => {
    const input = { code, name: code, description: '', rates };
    const { userErrors } = await call<Outcome>(
      'shippingMethodSet',
      'userErrors { code path message }',
      input,
    );
    expect(userErrors).toEqual([]);
  };
  const create = async (given: object): Promise<SeenDraft> => {
    keys += 1;
    const { draftOrder, userErrors } = await call<Outcome>('draftOrderCreate', DRAFT, {
      idempotencyKey: `draft ${keys}`,
      email: 'dora@example.com',
      lines: [{ variationId: mug, quantity: 1 }],
      ...given,
    });
    if (!draftOrder) throw new Error(JSON.stringify(userErrors));
    return draftOrder;
  };
  const update = async (draftOrderId: string, given: object) =>
    (await call<Outcome>('draftOrderUpdate', DRAFT, { draftOrderId, ...given })).draftOrder;
  const complete = (draftOrderId: string, idempotencyKey: string) =>
    call<Outcome>('draftOrderComplete', `${DRAFT} order { id }`, { draftOrderId, idempotencyKey });
  const offered = (draft: SeenDraft | null) =>
    draft?.shippingMethods.map(({ code, price }) => `${code} ${price.amount}`);

  it('is offered as at checkout: by postcode and subtotal, cheapest first', async () => {
    const draft = await create({ shippingAddress: address('GB', 'N1 1AA') });

    expect(offered(draft)).toEqual(['pigeon 2.00', 'lorry 5.90']);
    const more = { lines: [{ variationId: mug, quantity: 2 }] };
    expect(offered(await update(draft.id, more))).toEqual(['pigeon 2.00', 'lorry 2.90']);
    const toBelfast = { shippingAddress: address('GB', 'BT1 1AA') };
    expect(offered(await update(draft.id, toBelfast))).toEqual(['lorry 9.50']);
    expect(offered(await update(draft.id, { lines: [] }))).toEqual([]);
  });

  it('counts what staff ask for the goods, not what the shop asks', async () => {
    const draft = await create({
      shippingAddress: address('GB', 'N1 1AA'),
      lines: [{ variationId: mug, quantity: 1, unitPrice: '25.00' }],
    });

    expect(offered(draft)).toEqual(['pigeon 2.00', 'lorry 2.90']);
  });

  it('is that of the first country while there is no address', async () => {
    const draft = await create({ shippingMethodCode: 'pigeon' });

    expect(offered(draft)).toEqual(['pigeon 2.00', 'lorry 5.90']);
    expect(draft.problems).toEqual([]);
  });

  it('is a problem once the chosen way no longer goes there, and then nothing is placed', async () => {
    const draft = await create({
      shippingAddress: address('GB', 'N1 1AA'),
      shippingMethodCode: 'pigeon',
    });
    expect(draft.problems).toEqual([]);

    const moved = await update(draft.id, { shippingAddress: address('GB', 'BT1 1AA') });
    const refused = await complete(draft.id, 'first');
    const changed = await update(draft.id, { shippingMethodCode: 'lorry' });
    const placed = await complete(draft.id, 'second');

    const message = 'The chosen way of delivery is not offered at this address.';
    expect(moved).toMatchObject({
      shippingMethodCode: 'pigeon',
      problems: [{ code: 'DELIVERY_NOT_OFFERED', message, path: ['shippingMethodCode'] }],
    });
    expect(refused.order).toBeNull();
    expect(refused.userErrors).toEqual([
      { code: 'SHIPPING_METHOD_NOT_OFFERED', message, path: ['shippingMethodCode'] },
    ]);
    expect(changed?.problems).toEqual([]);
    expect(placed.order).toBeTruthy();
    expect(placed.draftOrder).toMatchObject({ problems: [], shippingMethods: [] });
  });

  it('is a problem of the goods where only they are against it', async () => {
    const draft = await create({
      shippingAddress: address('DE', '10115'),
      shippingMethodCode: 'lorry',
      lines: [{ variationId: mug, quantity: 2 }],
    });

    expect(draft.problems.map(({ message }) => message)).toEqual([
      'No way of delivery takes these goods to this address.',
    ]);
    const cheaper = await update(draft.id, { lines: [{ variationId: mug, quantity: 1 }] });
    expect(cheaper?.problems).toEqual([]);
    expect(offered(cheaper)).toEqual(['lorry 12.00']);
  });

  it('sends as many statements for a list of three as for one', async () => {
    await test.sql('DELETE FROM draft_order');
    await create({ shippingMethodCode: 'pigeon' });
    const read = async () => {
      test.statements.length = 0;
      await staff.data('{ draftOrders { nodes { shippingMethods { code } problems { code } } } }');
      return test.statements.length;
    };
    await read();
    const one = await read();
    await create({ shippingAddress: address('GB', 'BT1 1AA') });
    await create({ shippingAddress: address('DE', '10115') });

    expect(await read()).toBe(one);
  });
});
