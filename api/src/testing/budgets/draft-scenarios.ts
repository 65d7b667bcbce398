import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

const shippingAddress = {
  name: 'Mary Shopper',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

/** Everything that the shop has, for somebody on the telephone. */
const prepared = ({ variationIds, aKey }: BudgetShop) => ({
  idempotencyKey: aKey(),
  email: 'mary@shopper.example',
  shippingAddress,
  shippingMethodCode: 'standard',
  couponCodes: [],
  lines: variationIds.map((variationId) => ({ variationId, quantity: 1 })),
});

async function aDraft(shop: BudgetShop): Promise<string> {
  const { draftOrderCreate } = await shop.staff.data<{
    draftOrderCreate: { draftOrder: { id: string } };
  }>(
    `mutation ($input: DraftOrderCreateInput!) {
       draftOrderCreate(input: $input) { draftOrder { id } } }`,
    { input: prepared(shop) },
  );
  return draftOrderCreate.draftOrder.id;
}

async function anAlert({ test, aKey }: BudgetShop): Promise<string> {
  const [alert] = await test.sql<{ id: string }>(
    `INSERT INTO payment_alert (id, kind, message, raised_at)
     VALUES (gen_random_uuid(), 'UNKNOWN_PAYMENT', '${aKey()}', now()) RETURNING id`,
  );
  return alert?.id ?? '';
}

/** How the console's operations on drafts and on payments to look at are called when they are measured. */
export const draftScenarios: Readonly<Record<string, Prepare>> = {
  'admin-console.DraftOrders': async (shop) => {
    for (const _ of shop.variationIds) await aDraft(shop);
    return { client: shop.staff, variables: { first: 25 } };
  },
  'admin-console.DraftOrderPage': async (shop) => ({
    client: shop.staff,
    variables: { id: await aDraft(shop) },
  }),
  'admin-console.DraftOrderChoices': ({ staff }) => ({ client: staff }),
  'admin-console.CustomerSearch': ({ staff }) => ({
    client: staff,
    variables: { query: 'example', first: 12 },
  }),
  'admin-console.DraftAddressRules': ({ staff }) => ({
    client: staff,
    variables: { countryCode: 'GB' },
  }),
  'admin-console.CreateDraftOrder': (shop) => ({
    client: shop.staff,
    variables: { input: prepared(shop) },
  }),
  'admin-console.UpdateDraftOrder': async (shop) => {
    const { idempotencyKey: _, ...given } = prepared(shop);
    const input = { ...given, draftOrderId: await aDraft(shop), note: 'Rang at noon.' };
    return { client: shop.staff, variables: { input } };
  },
  'admin-console.CompleteDraftOrder': async (shop) => ({
    client: shop.staff,
    variables: { input: { draftOrderId: await aDraft(shop), idempotencyKey: shop.aKey() } },
  }),
  'admin-console.RemoveDraftOrder': async (shop) => ({
    client: shop.staff,
    variables: { input: { draftOrderId: await aDraft(shop) } },
  }),
  'admin-console.PaymentAlerts': async (shop) => {
    for (const _ of shop.variationIds) await anAlert(shop);
    return { client: shop.staff, variables: { first: 100 } };
  },
  'admin-console.ResolvePaymentAlert': async (shop) => ({
    client: shop.staff,
    variables: { input: { id: await anAlert(shop) } },
  }),
};
