import {
  createTestApp,
  type GraphqlClient,
  makeBundle,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const DRAFT = `draftOrder { id version status email note couponCodes shippingMethodCode
  customer { id } shippingAddress { name }
  lines { sku quantity unitPrice { amount } ownUnitPrice { amount } discountPercent cost { total { amount } }
    parts { sku quantity choiceName } }
  cost { subtotal { amount } shipping { amount } total { amount } }
  order { id } }`;
const ERRORS = `userErrors { __typename code path message
  ... on InsufficientStock { available } ... on TotalChanged { actual { amount } } }`;

const address = {
  name: 'Dora Draft',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

interface SeenDraft {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly lines: {
    sku: string;
    unitPrice: { amount: string };
    cost: { total: { amount: string } };
  }[];
  readonly cost: { shipping: { amount: string }; total: { amount: string } };
}
interface Outcome {
  readonly draftOrder: SeenDraft | null;
  readonly order?: { id: string; number: string; status: string; paymentStatus: string } | null;
  readonly userErrors: {
    __typename: string;
    code: string;
    path: string[] | null;
    message: string;
  }[];
}

describe('drafts of orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let mug: string;
  let card: string;
  let keys = 0;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    const ids = await stockProducts(
      test,
      { sku: 'MUG', priceMinor: 1_250, onHand: 10 },
      { sku: 'CARD', priceMinor: 300, onHand: 1_000 },
    );
    [mug, card] = [ids['MUG'] ?? '', ids['CARD'] ?? ''];
  });
  afterAll(() => test.close());

  const call = async (
    verb: string,
    input: Record<string, unknown>,
    client = staff,
  ): Promise<Outcome> => {
    const more = verb === 'Complete' ? 'order { id number status paymentStatus }' : '';
    const data = await client.data<Record<string, Outcome>>(
      `mutation ($input: DraftOrder${verb}Input!) {
         draftOrder${verb}(input: $input) { ${DRAFT} ${more} ${ERRORS} } }`,
      { input },
    );
    return data[`draftOrder${verb}`]!;
  };
  const create = async (input: Record<string, unknown>): Promise<SeenDraft> => {
    keys += 1;
    const { draftOrder, userErrors } = await call('Create', {
      idempotencyKey: `draft ${keys}`,
      ...input,
    });
    if (!draftOrder) throw new Error(JSON.stringify(userErrors));
    return draftOrder;
  };
  const complete = (draftOrderId: string, input: Record<string, unknown> = {}) =>
    call('Complete', { draftOrderId, idempotencyKey: `complete ${draftOrderId}`, ...input });
  const ready = {
    email: 'dora@example.com',
    shippingAddress: address,
    shippingMethodCode: 'standard',
  };
  const aCustomer = async (): Promise<{ customerId: string }> => {
    const [customer] = await test.sql<{ id: string }>(
      `INSERT INTO customer (id, email, name, password_hash, created_at)
       VALUES (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Carl', '-', now()) RETURNING id`,
    );
    return { customerId: customer?.id ?? '' };
  };
  const available = async (variationId: string): Promise<number | undefined> =>
    (
      await test.sql<{ available: number }>(
        'SELECT available FROM variation_stock WHERE variation_id = $1',
        [variationId],
      )
    )[0]?.available;

  it('are priced by the shop, or by staff line by line', async () => {
    const draft = await create({
      lines: [
        { variationId: mug, quantity: 2 },
        { variationId: mug, quantity: 1, unitPrice: '9.99' },
        { variationId: card, quantity: 10, discountPercent: '15' },
        { variationId: card, quantity: 1, unitPrice: '2.00', discountPercent: '50' },
      ],
      shippingMethodCode: 'standard',
    });

    expect(draft.lines.map(({ unitPrice, cost }) => [unitPrice.amount, cost.total.amount])).toEqual(
      [
        ['12.50', '25.00'],
        ['9.99', '9.99'],
        ['2.55', '25.50'],
        ['1.00', '1.00'],
      ],
    );
    expect(draft.cost).toEqual({
      subtotal: { amount: '61.49' },
      shipping: { amount: '4.50' },
      total: { amount: '65.99' },
    });
  });

  it('are changed field by field, and not by somebody who has seen another version', async () => {
    const draft = await create({ lines: [{ variationId: mug, quantity: 1 }], note: 'Call first' });

    const changed = await call('Update', {
      draftOrderId: draft.id,
      lines: [{ variationId: card, quantity: 3 }],
      couponCodes: ['spring'],
      expectedVersion: 1,
    });
    const late = await call('Update', { draftOrderId: draft.id, note: 'Late', expectedVersion: 1 });

    expect(changed.draftOrder).toMatchObject({
      version: 2,
      note: 'Call first',
      couponCodes: ['SPRING'],
      lines: [{ sku: 'CARD', quantity: 3 }],
    });
    expect(late.userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['VERSION_CONFLICT', ['expectedVersion']],
    ]);
  });

  it('are emptied of what is named as null, and of nothing else', async () => {
    const { customerId } = await aCustomer();
    const full = { ...ready, customerId, couponCodes: ['spring'], note: 'Call first' };
    const draft = await create({ ...full, lines: [{ variationId: mug, quantity: 1 }] });
    const update = async (input: Record<string, unknown>) =>
      (await call('Update', { draftOrderId: draft.id, ...input })).draftOrder;
    const filled = {
      customer: { id: customerId },
      email: 'dora@example.com',
      shippingAddress: { name: 'Dora Draft' },
      shippingMethodCode: 'standard',
      couponCodes: ['SPRING'],
      note: 'Call first',
      lines: [{ sku: 'MUG' }],
    };
    const emptied = {
      customer: null,
      email: null,
      shippingAddress: null,
      shippingMethodCode: null,
      couponCodes: [],
      note: null,
      lines: [],
    };

    expect(draft).toMatchObject(filled);
    for (const field of ['customer', 'note', 'lines'] as const) {
      const input = field === 'customer' ? 'customerId' : field;
      expect(await update({ [input]: null })).toMatchObject({ ...filled, [field]: emptied[field] });
      Object.assign(filled, { [field]: emptied[field] });
    }
    const rest = {
      email: null,
      shippingAddress: null,
      shippingMethodCode: null,
      couponCodes: null,
    };
    expect(await update(rest)).toMatchObject(emptied);
    expect(await update({ note: '  ' })).toMatchObject({ note: null });
  });

  it('are refused with the path of each field at fault', async () => {
    const { userErrors } = await call('Create', {
      idempotencyKey: 'faulty',
      email: 'nobody',
      lines: [{ variationId: mug, quantity: 0 }],
    });
    const goods = await call('Create', {
      idempotencyKey: 'faulty goods',
      lines: [
        { variationId: '01900000-0000-7000-8000-00000000dead', quantity: 1 },
        { variationId: mug, quantity: 1, unitPrice: '-1' },
        { variationId: mug, quantity: 1, discountPercent: '101' },
      ],
    });

    expect(userErrors.map(({ path }) => path)).toEqual([['email'], ['lines', '0', 'quantity']]);
    expect(goods.userErrors.map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['NOT_FOUND', 'lines.0.variationId'],
      ['INVALID_INPUT', 'lines.1.unitPrice'],
      ['INVALID_INPUT', 'lines.2.discountPercent'],
    ]);
  });

  it('take prices only from staff who may set prices', async () => {
    await test.sql(
      `UPDATE staff_role SET permissions = array_remove(permissions, 'PRICING_WRITE') WHERE name = 'owner'`,
    );
    const lines = [{ variationId: mug, quantity: 1, unitPrice: '0.01' }];
    const clerk = await signInStaff(test);

    const { userErrors } = await call('Create', { idempotencyKey: 'clerk', lines }, clerk);

    await test.sql(
      `UPDATE staff_role SET permissions = permissions || ARRAY['PRICING_WRITE'] WHERE name = 'owner'`,
    );
    expect(userErrors.map(({ path, message }) => [path?.join('.'), message])).toEqual([
      ['lines.0.unitPrice', 'Setting prices needs the permission PRICING_WRITE.'],
    ]);
  });

  it('say what is missing before they can be placed', async () => {
    const draft = await create({});

    const { userErrors, order } = await complete(draft.id);

    expect(order).toBeNull();
    expect(userErrors.map(({ code, path }) => [code, path?.[0]])).toEqual([
      ['CHECKOUT_INCOMPLETE', 'lines'],
      ['CHECKOUT_INCOMPLETE', 'email'],
      ['CHECKOUT_INCOMPLETE', 'shippingAddress'],
      ['CHECKOUT_INCOMPLETE', 'shippingMethodCode'],
    ]);
  });

  it('become an order that is to be paid, with its stock taken, once however often it is asked', async () => {
    const before = (await available(mug)) ?? 0;
    const draft = await create({
      ...ready,
      lines: [{ variationId: mug, quantity: 2, unitPrice: '10.00' }],
    });

    const answers = await Promise.all(Array.from({ length: 5 }, () => complete(draft.id)));
    const again = await complete(draft.id, { idempotencyKey: 'another key' });

    const numbers = new Set(answers.map(({ order }) => order?.number));
    expect([...numbers]).toEqual([expect.stringMatching(/^CW-\d+$/)]);
    expect(answers[0]?.order).toMatchObject({ status: 'PENDING', paymentStatus: 'PENDING' });
    expect(answers[0]?.draftOrder).toMatchObject({
      status: 'COMPLETED',
      cost: { total: { amount: '24.50' } },
    });
    expect(again.userErrors.map(({ code }) => code)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await available(mug)).toBe(before - 2);
    const orderId = answers[0]?.order?.id;
    expect(
      await test.sql(
        `SELECT provider_code AS provider, state, amount_minor::text AS amount FROM payment WHERE order_id = $1`,
        [orderId],
      ),
    ).toEqual([{ provider: 'manual', state: 'AUTHORIZED', amount: '2450' }]);
    expect(
      await test.sql(`SELECT units FROM stock_movement WHERE order_id = $1`, [orderId]),
    ).toEqual([{ units: -2 }]);
  });

  it('hold bundles, whose parts are taken from the shelf', async () => {
    const { variationId, choiceIds } = await makeBundle(test, {
      sku: 'SET',
      choices: [{ name: 'Cards', min: 2, max: 4, options: { [card]: 2 } }],
    });
    const before = (await available(card)) ?? 0;
    const parts = [{ choiceId: choiceIds['Cards'], variationId: card, quantity: 3 }];
    const [byDefault, chosen] = [
      await create({ ...ready, lines: [{ variationId, quantity: 2 }] }),
      await create({ ...ready, lines: [{ variationId, quantity: 1, parts, unitPrice: '5.00' }] }),
    ];

    expect(byDefault.lines).toEqual([
      expect.objectContaining({
        unitPrice: { amount: '6.00' },
        parts: [{ sku: 'CARD', quantity: 2, choiceName: 'Cards' }],
      }),
    ]);
    expect(chosen.lines[0]?.unitPrice.amount).toBe('5.00');
    expect((await complete(byDefault.id)).order).toBeTruthy();
    expect((await complete(chosen.id)).order).toBeTruthy();
    expect(await available(card)).toBe(before - 7);
    const tooMany = await call('Create', {
      idempotencyKey: 'too many parts',
      lines: [{ variationId, quantity: 1, parts: [{ ...parts[0], quantity: 5 }] }],
    });
    expect(tooMany.userErrors.map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['INVALID_INPUT', 'lines.0.parts'],
    ]);
  });

  it('hold bundles of other parts once staff choose others, and refuse what is not offered', async () => {
    const { variationId, choiceIds } = await makeBundle(test, {
      sku: 'PAIR',
      choices: [{ name: 'Two', min: 2, max: 2, options: { [card]: 2, [mug]: 0 } }],
    });
    const part = (id: string, quantity: number, choiceId = choiceIds['Two']) => ({
      choiceId,
      variationId: id,
      quantity,
    });
    const draft = await create({ lines: [{ variationId, quantity: 1 }] });
    const choose = (...parts: object[]) =>
      call('Update', { draftOrderId: draft.id, lines: [{ variationId, quantity: 3, parts }] });

    const { draftOrder } = await choose(part(card, 1), part(mug, 1));
    const faulty = await choose(part(card, 1), part(variationId, 1), part(mug, 1, draft.id));

    expect(draftOrder?.lines).toEqual([
      expect.objectContaining({
        quantity: 3,
        unitPrice: { amount: '15.50' },
        parts: [
          { sku: 'CARD', quantity: 1, choiceName: 'Two' },
          { sku: 'MUG', quantity: 1, choiceName: 'Two' },
        ],
      }),
    ]);
    expect(faulty.userErrors.map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['NOT_FOUND', 'lines.0.parts.1.variationId'],
      ['NOT_FOUND', 'lines.0.parts.2.choiceId'],
    ]);
  });

  it('keep the prices that they were placed at', async () => {
    const draft = await create({ ...ready, lines: [{ variationId: card, quantity: 1 }] });
    await complete(draft.id);
    await test.sql(`UPDATE product SET base_price_minor = 9999 WHERE slug = 'card'`);

    const { draftOrder } = await staff.data<{ draftOrder: SeenDraft }>(
      `query ($id: ID!) { draftOrder(id: $id) { cost { total { amount } } lines { unitPrice { amount } } } }`,
      { id: draft.id },
    );

    await test.sql(`UPDATE product SET base_price_minor = 300 WHERE slug = 'card'`);
    expect(draftOrder).toEqual({
      cost: { total: { amount: '7.50' } },
      lines: [{ unitPrice: { amount: '3.00' } }],
    });
  });

  it('take no more than there is, also while shoppers buy', async () => {
    const left = (await available(mug)) ?? 0;
    const drafts = await Promise.all(
      Array.from({ length: 4 }, () =>
        create({ ...ready, lines: [{ variationId: mug, quantity: left - 1 }] }),
      ),
    );
    const shopper = new Shopper(test);
    await shopper.add(mug);
    const checkout = await shopper.fillCheckout();

    const answers = await Promise.all([
      ...drafts.map(({ id }) => complete(id)),
      shopper.pay(checkout.id).then(({ order, userErrors }) => ({ order, userErrors })),
    ]);

    expect(answers.slice(0, 4).filter(({ order }) => order)).toHaveLength(1);
    expect(answers[4]?.order).toBeTruthy();
    const refusals = answers.flatMap(({ userErrors }) => userErrors);
    expect(refusals.map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => 'INSUFFICIENT_STOCK'),
    );
    expect(await available(mug)).toBe(0);
  });

  it('are not placed at another total than the one agreed on', async () => {
    const draft = await create({ ...ready, lines: [{ variationId: card, quantity: 2 }] });

    const { userErrors } = await complete(draft.id, {
      expectedTotal: { amount: '10.49', currencyCode: 'GBP' },
    });

    expect(userErrors).toEqual([
      expect.objectContaining({ __typename: 'TotalChanged', actual: { amount: '10.50' } }),
    ]);
  });

  it('are removed while they are open, and listed newest first by what is known of them', async () => {
    const draft = await create({ ...ready, email: 'unique@example.com', lines: [] });
    const list = async (args: string) =>
      (
        await staff.data<{ draftOrders: { nodes: { id: string }[]; totalCount: number } }>(
          `{ draftOrders(${args}) { nodes { id cost { total { amount } } } totalCount } }`,
        )
      ).draftOrders;
    expect((await list('first: 1')).nodes[0]?.id).toBe(draft.id);
    expect((await list('query: "UNIQUE@"')).totalCount).toBe(1);
    expect((await list('status: COMPLETED, query: "unique@"')).totalCount).toBe(0);

    const remove = () =>
      staff.data(
        `mutation ($input: DraftOrderRemoveInput!) {
           draftOrderRemove(input: $input) { draftOrderId userErrors { code } } }`,
        { input: { draftOrderId: draft.id } },
      );

    const gone = { draftOrderRemove: { draftOrderId: draft.id, userErrors: [] } };
    expect(await remove()).toEqual(gone);
    expect(await remove()).toEqual(gone);
    expect((await list('query: "unique@"')).totalCount).toBe(0);
  });

  it('send as many statements for a list of three as for one', async () => {
    await test.sql('DELETE FROM draft_order');
    await create({ ...ready, lines: [{ variationId: card, quantity: 1 }] });
    const read = async () => {
      test.statements.length = 0;
      await staff.data('{ draftOrders { nodes { id cost { total { amount } } lines { sku } } } }');
      return test.statements.length;
    };
    await read();
    const one = await read();
    await create({ ...ready, lines: [{ variationId: mug, quantity: 1 }] });
    await create({ ...ready, lines: [{ variationId: card, quantity: 2 }] });

    expect(await read()).toBe(one);
  });
});
