import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  addsUp,
  createTestApp,
  type GraphqlClient,
  lineOf,
  type MadeBundle,
  makeBundle,
  OrderDesk,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';

const invariants = readFileSync(join(__dirname, '../../../e2e/invariants.sql'), 'utf8');

describe('bundles of placed orders', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let desk: OrderDesk;
  let poster: string;
  let mug: string;
  let frame: string;
  let set: MadeBundle;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    desk = new OrderDesk(test, staff);
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 1_000, onHand: 500 },
      { sku: 'MUG', priceMinor: 600, onHand: 500 },
      { sku: 'FRAME', priceMinor: 2_500, onHand: 500 },
    );
    [poster, mug, frame] = [ids['POSTER'] ?? '', ids['MUG'] ?? '', ids['FRAME'] ?? ''];
    set = await makeBundle(test, {
      sku: 'SET',
      kind: 'PERCENT_OFF',
      offPpm: 100_000,
      choices: [
        { name: 'Pieces', min: 3, options: { [poster]: 2, [mug]: 1 } },
        { name: 'Frame', min: 0, max: 1, options: { [frame]: 0 } },
      ],
    });
  });
  afterAll(() => test.close());

  const stockOf = async (...ids: string[]) => Promise.all(ids.map((id) => desk.onHand(id)));
  const part = (choice: string, variationId: string, quantity: number) => ({
    choiceId: set.choiceIds[choice],
    variationId,
    quantity,
  });

  const preview = async (input: Record<string, unknown>) =>
    (
      await staff.data<{ orderEditPreview: Record<string, unknown> }>(
        `query ($input: OrderEditPreviewInput!) { orderEditPreview(input: $input) {
           added { total { amount } } owed { amount } difference { amount } due { amount }
           refund { amount } userErrors { code message path } } }`,
        { input },
      )
    ).orderEditPreview;

  const exchangePreview = async (input: Record<string, unknown>) =>
    (
      await staff.data<{ orderExchangePreview: Record<string, unknown> }>(
        `query ($input: OrderExchangePreviewInput!) { orderExchangePreview(input: $input) {
           added { total { amount } } credited { amount } owed { amount } difference { amount }
           due { amount } refund { amount } userErrors { code message path } } }`,
        { input },
      )
    ).orderExchangePreview;
  const unitsBack = (order: Parameters<typeof lineOf>[0], sku: string) => ({
    returned: [{ lineId: lineOf(order, sku), quantity: 1 }],
  });

  const linesOf = async (id: string, client = staff) =>
    (
      await client.data<{ order: { lines: unknown[] } }>(
        `query ($id: ID!) { order(id: $id) { lines { sku quantity cancelledQuantity
           unitPrice { amount } cost { total { amount } tax { amount } }
           parts { choiceName sku quantity total { amount } } } } }`,
        { id },
      )
    ).order.lines;

  it('are added with the parts that were chosen, at the price of their rule, as their preview says', async () => {
    const { id: orderId } = await desk.processing({ [mug]: 1 });
    const before = await stockOf(poster, mug, frame);
    const parts = [part('Frame', frame, 1), part('Pieces', mug, 2), part('Pieces', poster, 1)];
    const edit = { added: [{ variationId: set.variationId, quantity: 2, parts }] };

    const shown = await preview({ orderId, ...edit });
    const edited = await desk.done('orderEdit', { orderId, ...edit });

    // 10.00 + 2 × 6.00 + 25.00, less a tenth, are 42.30
    expect(shown).toEqual({
      added: { total: { amount: '84.60' } },
      owed: { amount: '95.10' },
      difference: { amount: '84.60' },
      due: { amount: '84.60' },
      refund: { amount: '0.00' },
      userErrors: [],
    });
    expect(edited.balance).toMatchObject({ owed: shown['owed'], due: shown['due'] });
    expect((await linesOf(orderId))[1]).toMatchObject({
      sku: 'SET',
      quantity: 2,
      unitPrice: { amount: '42.30' },
      cost: { total: { amount: '84.60' } },
      parts: [
        { choiceName: 'Pieces', sku: 'POSTER', quantity: 1, total: { amount: '18.00' } },
        { choiceName: 'Pieces', sku: 'MUG', quantity: 2, total: { amount: '21.60' } },
        { choiceName: 'Frame', sku: 'FRAME', quantity: 1, total: { amount: '45.00' } },
      ],
    });
    const [posters = 0, mugs = 0, frames = 0] = before;
    expect(await stockOf(poster, mug, frame)).toEqual([posters - 2, mugs - 4, frames - 2]);
  });

  it('consist of what a shopper gets who chooses nothing, where nothing is chosen', async () => {
    const { id: orderId } = await desk.bought({ [mug]: 1 });

    await desk.done('orderEdit', {
      orderId,
      added: [{ variationId: set.variationId, quantity: 1 }],
    });

    expect((await linesOf(orderId))[1]).toMatchObject({
      cost: { total: { amount: '23.40' } },
      parts: [
        { sku: 'POSTER', quantity: 2 },
        { sku: 'MUG', quantity: 1 },
      ],
    });
  });

  it('get more units at the price and with the parts of their line, and fewer, and are taken off', async () => {
    const pen = (await stockProducts(test, { sku: 'PEN', priceMinor: 500, onHand: 100 }))['PEN'];
    const pens = await makeBundle(test, {
      sku: 'PENS',
      choices: [{ name: 'Pens', min: 2, options: { [pen ?? '']: 2 } }],
    });
    const order = await desk.processing({ [pens.variationId]: 1, [mug]: 1 });
    const orderId = order.id;
    const [product] = await test.sql<{ id: string }>(
      'SELECT product_id AS id FROM product_variation WHERE id = $1',
      [pen],
    );
    await staff.data(
      `mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { product { id } } }`,
      { input: { productId: product?.id, basePrice: { amount: '9.99', currencyCode: 'GBP' } } },
    );
    const quantities = (quantity: number) => ({
      quantities: [{ lineId: lineOf(order, 'PENS'), quantity }],
    });

    const shown = await preview({ orderId, ...quantities(4) });
    const more = await desk.done('orderEdit', { orderId, ...quantities(4) });
    const atMost = await desk.onHand(pen ?? '');
    const lines = await linesOf(orderId);
    const off = await desk.done('orderEdit', { orderId, ...quantities(0) });

    expect(shown).toMatchObject({ added: { total: { amount: '30.00' } }, due: more.balance.due });
    expect(atMost).toBe(100 - 8);
    expect(lines[2]).toMatchObject({
      sku: 'PENS',
      quantity: 3,
      unitPrice: { amount: '10.00' },
      parts: [{ choiceName: 'Pens', sku: 'PEN', quantity: 2, total: { amount: '30.00' } }],
    });
    expect(await desk.onHand(pen ?? '')).toBe(100 - 6);
    expect(off.balance).toMatchObject({ cancelled: { amount: '10.00' }, due: { amount: '20.00' } });
  });

  it('are not sold where a single part is short, and nothing of the edit is done', async () => {
    const ids = await stockProducts(
      test,
      { sku: 'RARE', priceMinor: 100, onHand: 3 },
      { sku: 'PLENTY', priceMinor: 100, onHand: 50 },
    );
    const [rare, plenty] = [ids['RARE'] ?? '', ids['PLENTY'] ?? ''];
    const pair = await makeBundle(test, {
      sku: 'PAIR',
      choices: [{ name: 'Both', min: 3, options: { [plenty]: 1, [rare]: 2 } }],
    });
    const order = await desk.bought({ [mug]: 1 });
    const pairs = { variationId: pair.variationId, quantity: 1 };

    // Each by itself is there, but not both.
    const both = await desk.act('orderEdit', {
      orderId: order.id,
      added: [{ variationId: rare, quantity: 2 }, pairs],
    });

    expect(both.userErrors).toMatchObject([
      { __typename: 'InsufficientStock', available: 3, message: 'Product RARE: Only 3 left.' },
    ]);
    expect(await stockOf(rare, plenty)).toEqual([3, 50]);
    expect(await desk.order(order.trackingToken)).toMatchObject({ version: order.version });

    const orders = await Promise.all([1, 2, 3, 4].map(() => desk.bought({ [mug]: 1 })));
    const outcomes = await Promise.all(
      orders.map(({ id }) => desk.act('orderEdit', { orderId: id, added: [pairs] })),
    );

    expect(outcomes.filter((outcome) => outcome.order)).toHaveLength(1);
    expect(await stockOf(rare, plenty)).toEqual([1, 49]);
  });

  it('can be taken apart in one edit although no other part is left', async () => {
    const last = (await stockProducts(test, { sku: 'LAST', priceMinor: 900, onHand: 2 }))['LAST'];
    const duo = await makeBundle(test, {
      sku: 'DUO',
      choices: [{ name: 'Two', min: 2, options: { [last ?? '']: 2 } }],
    });
    const order = await desk.processing({ [duo.variationId]: 1 });
    const taking = (quantity: number) =>
      desk.act('orderEdit', {
        orderId: order.id,
        quantities: [{ lineId: lineOf(order, 'DUO'), quantity: 0 }],
        added: [{ variationId: last, quantity }],
      });

    const tooMany = await taking(3);
    const apart = await taking(1);

    expect(tooMany.userErrors).toMatchObject([{ __typename: 'InsufficientStock', available: 2 }]);
    expect(apart.order).toMatchObject({
      balance: { owed: { amount: '13.50' }, due: { amount: '0.00' } },
      refunds: [{ kind: 'EDIT', amount: { amount: '9.00' } }],
    });
    expect(await desk.onHand(last ?? '')).toBe(1);
  });

  it('are refused with the path of what the bundle does not offer', async () => {
    const { id: orderId } = await desk.bought({ [mug]: 1 });
    const refusals = async (units: object) =>
      (await desk.act('orderEdit', { orderId, added: [{ quantity: 1, ...units }] })).userErrors;
    const { variationId } = set;

    const [strange] = await refusals({ variationId, parts: [part('Frame', poster, 1)] });
    const [few] = await refusals({ variationId, parts: [part('Pieces', poster, 1)] });
    const [none] = await refusals({ variationId: mug, parts: [part('Pieces', mug, 1)] });

    expect(strange).toMatchObject({
      code: 'NOT_FOUND',
      path: ['added', '0', 'parts', '0', 'variationId'],
    });
    expect(few).toMatchObject({ message: '“Pieces”: choose 3.', path: ['added', '0', 'parts'] });
    expect(none).toMatchObject({ code: 'INVALID_INPUT', path: ['added', '0', 'parts'] });
  });

  it('get no more units once the shop sells them with other parts only', async () => {
    const changing = await makeBundle(test, {
      sku: 'CHANGING',
      choices: [{ name: 'One', min: 1, options: { [poster]: 1 } }],
    });
    const order = await desk.bought({ [changing.variationId]: 1 });
    await test.app.modules.catalog.bundles.set({
      productId: changing.productId,
      expectedVersion: undefined,
      priceRule: { kind: 'SUM' },
      choices: [
        { name: 'Two', minUnits: 2, maxUnits: 2, options: [{ variationId: mug, defaultUnits: 2 }] },
      ],
    });
    const quantities = [{ lineId: lineOf(order, 'CHANGING'), quantity: 2 }];

    const shown = await preview({ orderId: order.id, quantities });

    expect(shown['userErrors']).toEqual([
      {
        code: 'INVALID_INPUT',
        message: 'The shop no longer sells this as it was sold: add it anew.',
        path: ['quantities', '0'],
      },
    ]);
  });

  it('of which a third is not a whole penny add up, unit by unit, part by part and in taxes', async () => {
    const ids = await stockProducts(test, { sku: 'SECOND' }, { sku: 'THIRD' });
    const [second = '', third = ''] = [ids['SECOND'], ids['THIRD']];
    const tri = await makeBundle(test, {
      sku: 'TRI',
      kind: 'FIXED',
      priceMinor: 1_000,
      choices: [{ name: 'All', min: 3, options: { [poster]: 1, [second]: 1, [third]: 1 } }],
    });
    await staff.data(
      `mutation ($input: TaxRateSetInput!) { taxRateSet(input: $input) { userErrors { message } } }`,
      { input: { countryCode: 'GB', name: 'VAT', percent: '20', taxClass: 'standard' } },
    );
    const { id: orderId } = await desk.processing({ [mug]: 1 });

    const added = await desk.done('orderEdit', {
      orderId,
      added: [{ variationId: tri.variationId, quantity: 2 }],
    });
    const [, line] = (await linesOf(orderId)) as {
      cost: { tax: { amount: string } };
      parts: { total: { amount: string } }[];
    }[];
    const owed: string[] = [];
    for (let unit = 0; unit < 2; unit += 1) {
      const lines = [{ lineId: lineOf(added, 'TRI'), quantity: 1 }];
      owed.push((await desk.done('orderLinesCancel', { orderId, lines })).balance.owed.amount);
    }

    // 20.00 in thirds: the first two have a penny more; a sixth of each is its tax, 1.111…
    expect(line).toMatchObject({
      cost: { tax: { amount: '3.33' } },
      parts: [
        { total: { amount: '6.67' } },
        { total: { amount: '6.67' } },
        { total: { amount: '6.66' } },
      ],
    });
    expect(owed).toEqual(['20.50', '10.50']);
  });

  it('are sent instead of something, and something is sent instead of them', async () => {
    const order = await desk.delivered({ [poster]: 1 });
    const orderId = order.id;
    const before = await stockOf(poster, mug);
    const back = (lineId: string) => [{ lineId, quantity: 1, reason: 'NOT_WANTED' }];

    const added = [{ variationId: set.variationId, quantity: 1, parts: [part('Pieces', mug, 3)] }];
    const shown = await exchangePreview({ orderId, ...unitsBack(order, 'POSTER'), added });
    const agreed = await desk.act('orderExchange', {
      orderId,
      returned: back(lineOf(order, 'POSTER')),
      added,
    });
    await desk.done('orderMarkPaid', { orderId });
    await desk.done('orderTransition', { orderId, transition: 'SHIP' });
    const sent = await desk.done('orderTransition', { orderId, transition: 'DELIVER' });
    const posterInstead = [{ variationId: poster, quantity: 1 }];
    const shownBack = await exchangePreview({
      orderId,
      ...unitsBack(sent, 'SET'),
      added: posterInstead,
    });
    const returned = await desk.act('orderExchange', {
      orderId,
      returned: back(lineOf(sent, 'SET')),
      added: posterInstead,
    });
    const returnId = returned.orderReturn?.id;
    const lines = [{ lineId: lineOf(sent, 'SET'), condition: 'AS_NEW', restock: true }];
    await desk.done('returnReceive', { returnId, lines });

    // three mugs less a tenth are 16.20
    expect(shown).toEqual({
      added: { total: { amount: '16.20' } },
      credited: { amount: '10.00' },
      owed: agreed.order?.balance.owed,
      difference: { amount: '6.20' },
      due: agreed.order?.balance.due,
      refund: { amount: '0.00' },
      userErrors: [],
    });
    expect(agreed.order?.balance).toMatchObject({
      credited: { amount: '10.00' },
      due: { amount: '6.20' },
    });
    expect(shownBack).toEqual({
      added: { total: { amount: '10.00' } },
      credited: { amount: '16.20' },
      owed: returned.order?.balance.owed,
      difference: { amount: '-6.20' },
      due: { amount: '0.00' },
      refund: { amount: '6.20' },
      userErrors: [],
    });
    expect(returned.order?.balance).toMatchObject({
      refunded: { amount: '6.20' },
      due: { amount: '0.00' },
    });
    const [posters = 0, mugs] = before;
    expect(await stockOf(poster, mug)).toEqual([posters - 1, mugs]);
  });

  it('change nothing in an exchange where a part is sold out', async () => {
    const order = await desk.delivered({ [poster]: 1 });
    const none = (await stockProducts(test, { sku: 'NONE', onHand: 0 }))['NONE'] ?? '';
    const gone = await makeBundle(test, {
      sku: 'GONE',
      choices: [{ name: 'Both', min: 2, options: { [mug]: 1, [none]: 1 } }],
    });

    const exchanged = await desk.act('orderExchange', {
      orderId: order.id,
      returned: [{ lineId: lineOf(order, 'POSTER'), quantity: 1, reason: 'OTHER' }],
      added: [{ variationId: gone.variationId, quantity: 1 }],
    });

    const early = await desk.processing({ [poster]: 1 });
    const shown = await exchangePreview({
      orderId: early.id,
      ...unitsBack(early, 'POSTER'),
      added: [{ variationId: mug, quantity: 1 }],
    });

    expect(exchanged.userErrors).toMatchObject([{ __typename: 'InsufficientStock', available: 0 }]);
    expect(shown['userErrors']).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await desk.order(order.trackingToken)).toMatchObject({ version: order.version });
  });

  it('cannot move to where their parts are taxed otherwise', async () => {
    const setTax = async (field: string, input: object) => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
      await staff.data(
        `mutation ($input: ${type}) { ${field}(input: $input) { userErrors { message } } }`,
        { input },
      );
    };
    const book = (await stockProducts(test, { sku: 'BOOK', onHand: 10 }))['BOOK'] ?? '';
    const [product] = await test.sql<{ id: string }>(
      'SELECT product_id AS id FROM product_variation WHERE id = $1',
      [book],
    );
    await setTax('taxClassSet', { code: 'books', name: 'Books' });
    await setTax('productTaxClassSet', { productIds: [product?.id], taxClass: 'books' });
    const leeds = { countryCode: 'GB', postcodePrefix: 'LS', name: 'Leeds', percent: '5' };
    await setTax('taxRateSet', { ...leeds, taxClass: 'books' });
    const books = await makeBundle(test, {
      sku: 'BOOKS',
      choices: [{ name: 'Books', min: 2, options: { [book]: 2 } }],
    });
    const { id: orderId } = await desk.bought({ [books.variationId]: 1 });
    const address = { name: 'Sam', line1: '2 Low Street', city: 'Leeds', countryCode: 'GB' };

    const moved = await desk.act('orderEdit', {
      orderId,
      shippingAddress: { ...address, postcode: 'LS1 1AA' },
    });

    expect(moved.userErrors).toMatchObject([{ path: ['shippingAddress', 'region'] }]);
  });

  it('add up: counters, money and ledger', async () => {
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
    expect(await test.sql(invariants)).toEqual([]);
  });
});

describe('bundles of placed orders in yen', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp();
    await test.sql(`UPDATE shop SET currency_code = 'JPY'`);
  });
  afterAll(() => test.close());

  it('cost whole yen, and give back whole yen', async () => {
    const desk = new OrderDesk(test, await signInStaff(test));
    const ids = await stockProducts(
      test,
      { sku: 'POSTER', priceMinor: 395 },
      { sku: 'MUG', priceMinor: 600 },
    );
    const [poster = '', mug = ''] = [ids['POSTER'], ids['MUG']];
    const set = await makeBundle(test, {
      sku: 'SET',
      kind: 'PERCENT_OFF',
      offPpm: 100_000,
      choices: [{ name: 'Pieces', min: 2, options: { [poster]: 1, [mug]: 1 } }],
    });
    const { id: orderId, cost } = await desk.processing({ [mug]: 1 });

    const added = await desk.done('orderEdit', {
      orderId,
      added: [{ variationId: set.variationId, quantity: 3 }],
    });
    await desk.done('orderMarkPaid', { orderId });
    const lines = [{ lineId: lineOf(added, 'SET'), quantity: 1 }];
    const less = await desk.done('orderLinesCancel', { orderId, lines });

    // 995 less a tenth, of which the half goes up, are 895
    expect(added.balance.due.amount).toBe('2685');
    expect(Number(added.balance.owed.amount)).toBe(Number(cost.total.amount) + 2_685);
    expect(less.balance.refunded.amount).toBe('895');
    expect(await desk.whatDoesNotAddUp()).toEqual(addsUp);
    expect(await test.sql(invariants)).toEqual([]);
  });
});
