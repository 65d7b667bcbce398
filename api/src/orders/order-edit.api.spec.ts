import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  OrderDesk,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

describe('edits of placed orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;
  let rare: string;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_000, onHand: 500 },
      { sku: 'MUG', priceMinor: 600, onHand: 500 },
      { sku: 'RARE', priceMinor: 100, onHand: 1 },
    );
    [poster, mug, rare] = [ids['POSTER'] ?? '', ids['MUG'] ?? '', ids['RARE'] ?? ''];
  });
  afterAll(() => test.close());

  const preview = async (input: Record<string, unknown>) =>
    (
      await staff.data<{ orderEditPreview: Record<string, unknown> }>(
        `query ($input: OrderEditPreviewInput!) { orderEditPreview(input: $input) {
           added { total { amount } } owed { amount } difference { amount } due { amount }
           refund { amount } userErrors { code message path } } }`,
        { input },
      )
    ).orderEditPreview;

  it('do what their preview says: goods come and go, and the difference is due', async () => {
    const { id: orderId, lines } = await desk.processing({ [poster]: 2 });
    const [posters, mugs] = [await desk.onHand(poster), await desk.onHand(mug)];
    const edit = {
      quantities: [{ lineId: lines[0]?.id, quantity: 1 }],
      added: [{ variationId: mug, quantity: 3 }],
    };

    const shown = await preview({ orderId, ...edit });
    const edited = await desk.done('orderEdit', { orderId, ...edit, note: 'As agreed by phone.' });

    expect(shown).toEqual({
      added: { total: { amount: '18.00' } },
      owed: { amount: '32.50' },
      difference: { amount: '8.00' },
      due: { amount: '8.00' },
      refund: { amount: '0.00' },
      userErrors: [],
    });
    expect(edited).toMatchObject({
      paymentStatus: 'PARTIALLY_PAID',
      lines: [
        { sku: 'POSTER', quantity: 2, cancelledQuantity: 1 },
        { sku: 'MUG', quantity: 3 },
      ],
      balance: { owed: { amount: '32.50' }, due: { amount: '8.00' } },
    });
    expect([await desk.onHand(poster), await desk.onHand(mug)]).toEqual([posters + 1, mugs - 3]);
    const paid = await desk.done('orderMarkPaid', { orderId });
    expect(paid.paymentStatus).toBe('PAID');
  });

  it('that make an order cheaper give the difference back', async () => {
    const { id: orderId, lines } = await desk.processing({ [poster]: 3 });

    const edited = await desk.done('orderEdit', {
      orderId,
      quantities: [{ lineId: lines[0]?.id, quantity: 1 }],
    });

    expect(edited).toMatchObject({
      paymentStatus: 'PARTIALLY_REFUNDED',
      refunds: [{ kind: 'EDIT', amount: { amount: '20.00' } }],
      balance: { due: { amount: '0.00' }, overpaid: { amount: '0.00' } },
    });
  });

  it('sell more of a line at the price it was sold at', async () => {
    const { id: orderId, lines } = await desk.bought({ [mug]: 1 });
    const [{ id: productId } = { id: '' }] = await test.sql<{ id: string }>(
      'SELECT product_id AS id FROM product_variation WHERE id = $1',
      [mug],
    );
    await staff.data(
      `mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { product { id } } }`,
      { input: { productId, basePrice: { amount: '9.99', currencyCode: 'GBP' } } },
    );

    const edited = await desk.done('orderEdit', {
      orderId,
      quantities: [{ lineId: lines[0]?.id, quantity: 4 }],
    });

    expect(edited).toMatchObject({ lines: [{ quantity: 1 }, { quantity: 3, sku: 'MUG' }] });
    expect(edited.balance.owed.amount).toBe('28.50');
    const dearer = await desk.bought({ [mug]: 1 });
    expect(dearer.cost.total.amount).toBe('14.49');
  });

  it('take the last unit for one of two orders only', async () => {
    const orders = [await desk.bought({ [poster]: 1 }), await desk.bought({ [poster]: 1 })];
    const added = [{ variationId: rare, quantity: 1 }];

    const outcomes = await Promise.all(
      orders.map(({ id }) => desk.act('orderEdit', { orderId: id, added })),
    );

    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { __typename: 'InsufficientStock', available: 0 },
    ]);
    expect(await desk.onHand(rare)).toBe(0);
  });

  it('correct the address within the country, and the e-mail address', async () => {
    const { id: orderId } = await desk.bought({ [poster]: 1 });
    const shippingAddress = {
      name: 'Sam',
      line1: '2 Low Street',
      city: 'Leeds',
      postcode: 'LS1 1AA',
      countryCode: 'GB',
    };

    await desk.done('orderEdit', { orderId, shippingAddress, email: 'sam@example.com' });
    const abroad = await desk.act('orderEdit', {
      orderId,
      shippingAddress: { ...shippingAddress, postcode: '10115', countryCode: 'DE' },
    });

    const unreadable = await desk.act('orderEdit', {
      orderId,
      shippingAddress: { ...shippingAddress, postcode: 'nowhere' },
    });

    const { order } = await staff.data<{ order: unknown }>(
      `query ($id: ID!) { order(id: $id) { email shippingAddress { line1 city } } }`,
      { id: orderId },
    );
    expect(order).toEqual({
      email: 'sam@example.com',
      shippingAddress: { line1: '2 Low Street', city: 'Leeds' },
    });
    expect(abroad.userErrors).toMatchObject([{ path: ['shippingAddress', 'countryCode'] }]);
    expect(unreadable.userErrors).toMatchObject([{ path: ['shippingAddress', 'postcode'] }]);
  });

  it('are refused as soon as something is in a parcel, with a code and a sentence', async () => {
    const { id: orderId } = await desk.processing({ [poster]: 1 });
    await desk.done('orderFulfil', { orderId, isSent: false });

    const late = await desk.act('orderEdit', {
      orderId,
      added: [{ variationId: mug, quantity: 1 }],
    });

    expect(late.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    const { order } = await staff.data<{
      order: { availableActions: { action: string; blockCode: string | null }[] };
    }>(
      `query ($id: ID!) { order(id: $id) { availableActions { action available blockCode blockedBy } } }`,
      { id: orderId },
    );
    const offered = Object.fromEntries(
      order.availableActions.map(({ action, blockCode }) => [action, blockCode]),
    );
    expect(offered).toMatchObject({
      EDIT: 'TOO_LATE',
      FULFIL: 'NOTHING_LEFT',
      CANCEL_LINES: 'NOTHING_LEFT',
      REQUEST_RETURN: 'TOO_EARLY',
      MARK_PAID: 'ALREADY_PAID',
      CAPTURE_PAYMENT: 'NOT_PAID',
      SHIP: null,
      CANCEL: null,
      ADD_NOTE: null,
    });
  });

  it('are noted for the shop alone, or for the customer too', async () => {
    const { id: orderId, trackingToken } = await desk.bought({ [poster]: 1 });

    await desk.done('orderNoteAdd', { orderId, text: 'Called twice.' });
    await desk.done('orderNoteAdd', { orderId, text: 'We pack it today.', isInternal: false });

    const { order } = await staff.data<{ order: unknown }>(
      `query ($id: ID!) { order(id: $id) { notes { text isInternal author { name } } } }`,
      { id: orderId },
    );
    expect(order).toMatchObject({
      notes: [
        { text: 'Called twice.', isInternal: true, author: { name: 'Olive Owner' } },
        { text: 'We pack it today.', isInternal: false },
      ],
    });
    const guest = test.publicClient();
    const seen = await guest.data<{ order: { events: unknown[] } }>(
      `query ($t: String!) { order(trackingToken: $t) { events { type note } } }`,
      { t: trackingToken },
    );
    expect(seen.order.events).toEqual([
      { type: 'PLACED', note: null },
      { type: 'NOTE', note: 'We pack it today.' },
    ]);
    const hidden = await guest.send(
      `{ order(trackingToken: "${trackingToken}") { notes { text } } }`,
    );
    expect(hidden.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('are for those who may write orders, and for nobody who may only read them', async () => {
    const { id: orderId, lines } = await desk.bought({ [poster]: 1 });
    const { apiKeyCreate } = await staff.data<{ apiKeyCreate: { secret: string } }>(
      `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { message } } }`,
      { input: { name: 'reader', scopes: ['ORDERS_READ'] } },
    );
    const reader = test.adminClient();
    reader.accessToken = apiKeyCreate.secret;
    const units = [{ lineId: lines[0]?.id, quantity: 1 }];
    const attempts = [
      ['orderLinesCancel', { orderId, lines: units }],
      ['orderCancel', { orderId }],
      ['returnRequest', { orderId, lines: [{ ...units[0], reason: 'OTHER' }] }],
      ['orderFulfil', { orderId }],
      ['orderRefund', { orderId, reason: 'just so' }],
      ['orderEdit', { orderId, email: 'thief@example.com' }],
    ] as const;

    for (const [field, input] of attempts) {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
      const answer = await reader.send(
        `mutation ($input: ${type}) { ${field}(input: $input) { order { id } } }`,
        { input: { ...input, idempotencyKey: field } },
      );
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(
      await desk.order((await desk.done('orderNoteAdd', { orderId, text: 'x' })).trackingToken),
    ).toMatchObject({ version: 1 });
  });

  it('cannot move an order to where it is taxed otherwise', async () => {
    await staff.data(
      `mutation ($input: TaxRateSetInput!) { taxRateSet(input: $input) { userErrors { message } } }`,
      {
        input: {
          countryCode: 'GB',
          postcodePrefix: 'LS',
          name: 'Leeds tax',
          percent: '5',
          taxClass: 'standard',
        },
      },
    );
    const { id: orderId } = await desk.bought({ [poster]: 1 });

    const moved = await desk.act('orderEdit', {
      orderId,
      shippingAddress: {
        name: 'Sam',
        line1: '2 Low Street',
        city: 'Leeds',
        postcode: 'LS1 1AA',
        countryCode: 'GB',
      },
    });

    expect(moved.userErrors).toMatchObject([{ path: ['shippingAddress', 'region'] }]);
  });

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
  });
});
