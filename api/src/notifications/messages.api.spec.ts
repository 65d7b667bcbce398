import {
  collectEverything,
  createTestApp,
  type GraphqlClient,
  Shopper,
  signInStaff,
  stockProducts,
  type TestApp,
} from '../testing';
import { tellEverything } from './testing/tell-everything';

interface SeenMessage {
  readonly id: string;
  readonly template: string;
  readonly status: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly attempts: number;
  readonly resends: number;
  readonly orderId: string | null;
}

const MESSAGES = `query ($where: MessageWhere, $first: Int, $after: String) {
  messages(where: $where, first: $first, after: $after) {
    nodes { id template status recipient subject html text attempts resends orderId }
    pageInfo { endCursor hasNextPage } totalCount } }`;

describe('messages', () => {
  let test: TestApp;
  let staff: GraphqlClient;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await createTestApp();
    staff = await signInStaff(test);
    ids = await stockProducts(test, { sku: 'PRINT', priceMinor: 2_500 });
  });
  afterAll(() => test.close());

  const work = (): Promise<void> => tellEverything(test);
  const seen = async (where: Record<string, unknown>): Promise<readonly SeenMessage[]> => {
    const { messages } = await staff.data<{ messages: { nodes: SeenMessage[] } }>(MESSAGES, {
      where,
    });
    return messages.nodes;
  };
  const buy = () => new Shopper(test).buy(ids['PRINT'] ?? '', 2);
  const step = (orderId: string, transition: string, more: Record<string, unknown> = {}) =>
    staff.data(
      `mutation ($input: OrderTransitionInput!) {
         orderTransition(input: $input) { userErrors { code message } } }`,
      { input: { orderId, transition, idempotencyKey: `${orderId}-${transition}`, ...more } },
    );

  it('thank for an order, in the mailbox of the shop while there is no mail server', async () => {
    const order = await buy();
    await work();

    const [message] = await seen({ orderId: order.id });
    expect(message).toMatchObject({
      template: 'ORDER_PLACED',
      status: 'KEPT',
      recipient: 'shopper@example.com',
      subject: `Your order ${order.number}`,
      attempts: 1,
    });
    expect(message?.text).toContain('2 x Product PRINT');
    expect(message?.text).toContain(`http://localhost:8080/track/${order.trackingToken}`);
    expect(message?.html).toContain('Thank you, Sam Shopper');
  });

  it('are made once, however often and by how many their makers run', async () => {
    const order = await buy();
    await Promise.all(Array.from({ length: 8 }, work));
    await work();

    expect(await seen({ orderId: order.id })).toHaveLength(1);
  });

  it('are one for an order that is completed by twenty at once', async () => {
    const shopper = new Shopper(test);
    await shopper.add(ids['PRINT'] ?? '');
    const checkout = await shopper.fillCheckout();
    const paid = await Promise.all(Array.from({ length: 20 }, () => shopper.pay(checkout.id)));
    await Promise.all([work(), work()]);

    const orders = new Set(paid.flatMap(({ order }) => (order ? [order.id] : [])));
    expect(orders.size).toBe(1);
    expect(await seen({ orderId: [...orders][0] })).toHaveLength(1);
  });

  it('follow an order: paid, sent with its parcel, delivered', async () => {
    const order = await buy();
    await staff.data(
      `mutation ($input: OrderMarkPaidInput!) { orderMarkPaid(input: $input) { userErrors { code } } }`,
      { input: { orderId: order.id, idempotencyKey: `${order.id}-paid` } },
    );
    await step(order.id, 'CONFIRM');
    await step(order.id, 'START_PROCESSING');
    await step(order.id, 'SHIP', { carrier: 'Royal Mail', trackingNumber: 'RM-77' });
    await step(order.id, 'DELIVER');
    await work();

    const messages = await seen({ orderId: order.id });
    expect(messages.map(({ template }) => template).sort()).toEqual([
      'ORDER_DELIVERED',
      'ORDER_PAID',
      'ORDER_PLACED',
      'ORDER_SHIPPED',
    ]);
    const sent = messages.find(({ template }) => template === 'ORDER_SHIPPED');
    expect(sent?.text).toContain('RM-77');
  });

  it('tell why an order was cancelled, and are inert whatever was written', async () => {
    const order = await buy();
    await staff.data(
      `mutation ($input: OrderCancelInput!) { orderCancel(input: $input) { userErrors { code } } }`,
      {
        input: {
          orderId: order.id,
          reason: '<script>alert(1)</script>',
          idempotencyKey: `${order.id}-cancel`,
        },
      },
    );
    await work();

    const [message] = await seen({ orderId: order.id, templates: ['ORDER_CANCELLED'] });
    expect(message?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(message?.html).not.toContain('<script>');
  });

  it('are sent again when staff say so', async () => {
    const order = await buy();
    await work();
    const [before] = await seen({ orderId: order.id });
    await staff.data(
      `mutation ($input: MessageResendInput!) { messageResend(input: $input) { message { status } } }`,
      { input: { messageId: before?.id } },
    );

    expect(await seen({ orderId: order.id })).toMatchObject([{ status: 'WAITING', resends: 1 }]);
    await work();
    expect(await seen({ orderId: order.id })).toMatchObject([
      { status: 'KEPT', resends: 1, html: before?.html },
    ]);
  });

  it('are found by recipient, kind and state, a page at a time', async () => {
    await buy();
    await buy();
    await work();
    const where = { query: 'shopper@EXAMPLE', templates: ['ORDER_PLACED'], statuses: ['KEPT'] };
    const page = (after?: string | null) =>
      staff.data<{
        messages: {
          nodes: SeenMessage[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
          totalCount: number;
        };
      }>(MESSAGES, { where, first: 1, after });
    const one = await page();
    const two = await page(one.messages.pageInfo.endCursor);

    expect(one.messages.totalCount).toBeGreaterThan(1);
    expect(two.messages.nodes[0]?.id).not.toBe(one.messages.nodes[0]?.id);
    expect(await seen({ query: 'nobody@' })).toEqual([]);
    expect(await seen({ statuses: ['FAILED'] })).toEqual([]);
  });

  it('can be looked at before there are any, with made-up values', async () => {
    const { messageTemplates } = await staff.data<{
      messageTemplates: { name: string; samples: { name: string }[] }[];
    }>('{ messageTemplates { name title description samples { name title } } }');
    const previews = await Promise.all(
      messageTemplates.flatMap(({ name, samples }) =>
        samples.map((sample) =>
          staff.data<{ messagePreview: { subject: string; html: string; text: string } }>(
            `query ($template: MessageTemplateName!, $sample: String) {
               messagePreview(template: $template, sample: $sample) { subject html text } }`,
            { template: name, sample: sample.name },
          ),
        ),
      ),
    );

    expect(previews.length).toBeGreaterThan(17);
    expect(previews.every(({ messagePreview }) => messagePreview.html.includes('<html'))).toBe(
      true,
    );
    expect(
      await staff.data('{ messagePreview(template: GIFT_CARD, sample: "none") { html } }'),
    ).toEqual({ messagePreview: null });
  });

  it('say how mail leaves the shop', async () => {
    expect(await staff.data('{ mailDelivery { isConnected from waiting failed } }')).toEqual({
      mailDelivery: { isConnected: false, from: 'shop@localhost', waiting: 0, failed: 0 },
    });
  });

  it('are forgotten after a year, but not before they were sent', async () => {
    await buy();
    await collectEverything(test);
    test.clock.advance(366 * 86_400);
    await test.runJob('forget-messages');

    const left = await test.sql<{ status: string }>('SELECT status FROM message');
    expect(left).toEqual([{ status: 'WAITING' }]);
  });

  it('are no part of the public contract', async () => {
    for (const query of ['{ messages { totalCount } }', '{ mailDelivery { from } }']) {
      expect((await test.publicClient().send(query)).errors?.[0]?.message).toMatch(/messages|mail/);
    }
  });
});
