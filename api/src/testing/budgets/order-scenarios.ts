import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

type Input = Readonly<Record<string, unknown>>;

interface SeenOrder {
  readonly id: string;
  readonly lines: readonly { readonly id: string }[];
}

async function send<T>(shop: BudgetShop, field: string, input: Input, fields: string): Promise<T> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const answer = await shop.staff.data<Record<string, T>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`,
    { input: { ...input, idempotencyKey: shop.aKey() } },
  );
  const payload = answer[field];
  if (payload === undefined) throw new Error(`${field} answered nothing.`);
  return payload;
}

/** A paid order that has come some way. */
async function anOrderAt(shop: BudgetShop, ...steps: string[]): Promise<SeenOrder> {
  const { id } = await shop.anOrder();
  await send(shop, 'orderMarkPaid', { orderId: id }, 'userErrors { code }');
  if (steps.length > 0) await shop.advance(id, ...steps);
  const { order } = await shop.staff.data<{ order: SeenOrder }>(
    'query ($id: ID!) { order(id: $id) { id lines { id } } }',
    { id },
  );
  return order;
}

const processing = ['CONFIRM', 'START_PROCESSING'];
const delivered = [...processing, 'SHIP', 'DELIVER'];

async function aParcel(shop: BudgetShop, isSent: boolean): Promise<string> {
  const { id } = await anOrderAt(shop, ...processing);
  const { order } = await send<{ order: { parcels: { id: string }[] } }>(
    shop,
    'orderFulfil',
    { orderId: id, isSent },
    'order { parcels { id } }',
  );
  return order.parcels[0]?.id ?? '';
}

const wanted = ({ lines }: SeenOrder) => [
  { lineId: lines[0]?.id, quantity: 1, reason: 'NOT_WANTED' },
];

async function aReturn(shop: BudgetShop, ...steps: string[]): Promise<string> {
  const order = await anOrderAt(shop, ...delivered);
  const { orderReturn } = await send<{ orderReturn: { id: string } }>(
    shop,
    'returnRequest',
    { orderId: order.id, lines: wanted(order) },
    'orderReturn { id }',
  );
  const returnId = orderReturn.id;
  for (const step of steps) {
    const lines = step === 'returnReceive' ? { lines: [] } : {};
    await send(shop, step, { returnId, ...lines }, 'userErrors { code }');
  }
  return returnId;
}

/** A change by staff, told what to change. */
const change = (input: (shop: BudgetShop) => Promise<Input>): Prepare => {
  return async (shop) => ({
    client: shop.staff,
    variables: { input: { ...(await input(shop)), idempotencyKey: shop.aKey() } },
  });
};

/** How the console's changes of orders are called when they are measured. */
export const orderScenarios: Readonly<Record<string, Prepare>> = {
  'admin-console.CapturePayment': async (shop) => {
    const input = { orderId: (await shop.anOrder()).id, idempotencyKey: shop.aKey() };
    return { client: shop.staff, variables: { input }, refusedWith: 'ILLEGAL_TRANSITION' };
  },
  'admin-console.FulfilOrder': change(async (shop) => ({
    orderId: (await anOrderAt(shop, ...processing)).id,
  })),
  'admin-console.CancelOrderLines': change(async (shop) => {
    const { id, lines } = await anOrderAt(shop, ...processing);
    return { orderId: id, lines: [{ lineId: lines[0]?.id, quantity: 1 }] };
  }),
  'admin-console.SendParcel': change(async (shop) => ({ parcelId: await aParcel(shop, false) })),
  'admin-console.CancelParcel': change(async (shop) => ({ parcelId: await aParcel(shop, false) })),
  'admin-console.UpdateParcel': change(async (shop) => ({
    parcelId: await aParcel(shop, true),
    carrier: 'Royal Mail',
  })),
  'admin-console.DeliverParcel': change(async (shop) => ({ parcelId: await aParcel(shop, true) })),
  'admin-console.RequestReturn': change(async (shop) => {
    const order = await anOrderAt(shop, ...delivered);
    return { orderId: order.id, lines: wanted(order) };
  }),
  'admin-console.ApproveReturn': change(async (shop) => ({ returnId: await aReturn(shop) })),
  'admin-console.RejectReturn': change(async (shop) => ({ returnId: await aReturn(shop) })),
  'admin-console.ReceiveReturn': change(async (shop) => ({
    returnId: await aReturn(shop, 'returnApprove'),
    lines: [],
  })),
  'admin-console.RefundReturn': change(async (shop) => ({
    returnId: await aReturn(shop, 'returnApprove', 'returnReceive'),
  })),
  'admin-console.CloseReturn': change(async (shop) => ({
    returnId: await aReturn(shop, 'returnApprove'),
  })),
  'admin-console.ExchangeOrder': change(async (shop) => {
    const order = await anOrderAt(shop, ...delivered);
    const added = [{ variationId: shop.variationIds[0], quantity: 1 }];
    return { orderId: order.id, returned: wanted(order), added };
  }),
  'admin-console.EditOrder': change(async (shop) => {
    const { id, lines } = await anOrderAt(shop, ...processing);
    return { orderId: id, quantities: [{ lineId: lines[0]?.id, quantity: 2 }] };
  }),
  'admin-console.AddOrderNote': change(async (shop) => ({
    orderId: (await shop.anOrder()).id,
    text: 'Leave it at the door.',
  })),
  'admin-console.PreviewRefund': async (shop) => {
    const { id } = await anOrderAt(shop, ...delivered);
    const amount = { amount: '1.00', currencyCode: 'GBP' };
    return { client: shop.staff, variables: { input: { orderId: id, amount } } };
  },
  'admin-console.PreviewOrderEdit': async (shop) => {
    const { id, lines } = await anOrderAt(shop, ...processing);
    const quantities = [{ lineId: lines[0]?.id, quantity: 2 }];
    return { client: shop.staff, variables: { input: { orderId: id, quantities } } };
  },
  'admin-console.PreviewOrderExchange': async (shop) => {
    const order = await anOrderAt(shop, ...delivered);
    const returned = [{ lineId: order.lines[0]?.id, quantity: 1 }];
    const added = [{ variationId: shop.variationIds[0], quantity: 1 }];
    return { client: shop.staff, variables: { input: { orderId: order.id, returned, added } } };
  },
  'admin-console.OrderPapers': async (shop) => ({
    client: shop.staff,
    variables: { id: (await shop.anOrder()).id },
  }),
};
