import { GraphqlClient } from '../graphql-client';
import { accountPassword, type BudgetShop, COLLECTION } from './budget-shop';
import { draftScenarios } from './draft-scenarios';
import { giftCardScenarios } from './gift-card-scenarios';
import { aRunningTask, endOfTask, stepOfOrder, stockOf } from './happenings';
import { officeScenarios } from './office-scenarios';
import { orderScenarios } from './order-scenarios';
import { pricingScenarios } from './pricing-scenarios';
import { promotionScenarios } from './promotion-scenarios';
import type { Prepare } from './scenario';
import { shopperScenarios } from './shopper-scenarios';

const address = {
  name: 'Sam Shopper',
  line1: '1 High Street',
  city: 'London',
  postcode: 'N1 1AA',
  countryCode: 'GB',
};

const stranger = (variables: Record<string, unknown> = {}): Prepare => {
  return ({ test }) => ({ client: test.publicClient(), variables });
};

async function linesOf(client: GraphqlClient): Promise<{ id: string }[]> {
  const { cart } = await client.data<{ cart: { lines: { id: string }[] } }>(
    '{ cart { lines { id } } }',
  );
  return cart.lines;
}

const onCheckout = (input: Record<string, unknown> = {}): Prepare => {
  return async (shop) => {
    const { shopper, checkout } = await shop.aCheckout();
    return { client: shopper.client, variables: { input: { checkoutId: checkout.id, ...input } } };
  };
};

/** A step of staff on a new order that has come some way. */
const onOrder = (
  input: (shop: BudgetShop) => Record<string, unknown>,
  ...transitions: string[]
): Prepare => {
  return async (shop) => {
    const { id } = await shop.anOrder();
    if (transitions.length > 0) await shop.advance(id, ...transitions);
    const variables = { input: { orderId: id, idempotencyKey: shop.aKey(), ...input(shop) } };
    return { client: shop.staff, variables };
  };
};

async function aStaffDesk({ test, staff }: BudgetShop): Promise<GraphqlClient> {
  const client = new GraphqlClient(test.app.http, '/graphql/admin');
  const { staffSessionCreate } = await client.data<{
    staffSessionCreate: { session: { accessToken: string } };
  }>(
    `mutation ($input: SessionCreateInput!) {
       staffSessionCreate(input: $input) { session { accessToken } } }`,
    { input: { email: 'owner@example.com', password: accountPassword } },
  );
  client.accessToken = staff.accessToken && staffSessionCreate.session.accessToken;
  return client;
}

async function aVisitor(shop: BudgetShop): Promise<GraphqlClient> {
  const client = shop.test.publicClient();
  await client.data(
    `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { userErrors { code } } }`,
    { input: { email: shop.customerEmail, password: accountPassword } },
  );
  return client;
}

async function ownOrderId(shop: BudgetShop): Promise<string> {
  const { me } = await shop.customer.data<{ me: { orders: { nodes: { id: string }[] } } }>(
    '{ me { orders(first: 1) { nodes { id } } } }',
  );
  return me.orders.nodes[0]?.id ?? '';
}

/**
 * How each operation of the apps is called when it is measured. One that is not here is sent by somebody who
 * is signed in, without variables.
 */
const scenarios: Readonly<Record<string, Prepare>> = {
  ...pricingScenarios,
  ...shopperScenarios,
  ...giftCardScenarios,
  ...draftScenarios,
  ...officeScenarios,
  ...orderScenarios,
  ...promotionScenarios,
  'storefront.Home': stranger(),
  'storefront.ShopShell': stranger(),
  'storefront.CartSuggestions': stranger(),
  'storefront.CheckoutOptions': stranger(),
  'storefront.ListingFrame': stranger({ slug: COLLECTION, inCollection: true }),
  'storefront.ProductListing': stranger({ first: 24, where: { collection: COLLECTION } }),
  'storefront.ProductPage': ({ test, productSlug }) => ({
    client: test.publicClient(),
    variables: { slug: productSlug },
  }),
  'storefront.RelatedProducts': stranger({ collection: COLLECTION }),
  'storefront.Cart': async (shop) => ({ client: (await shop.aFullCart()).client }),
  'storefront.CartLinesAdd': (shop) => ({
    client: shop.test.publicClient(),
    variables: {
      input: { lines: shop.variationIds.map((variationId) => ({ variationId, quantity: 1 })) },
    },
  }),
  'storefront.CartLinesUpdate': async (shop) => {
    const { client } = await shop.aFullCart();
    const lines = (await linesOf(client)).map(({ id }) => ({ lineId: id, quantity: 2 }));
    return { client, variables: { input: { lines } } };
  },
  'storefront.CartLinesRemove': async (shop) => {
    const { client } = await shop.aFullCart();
    const [line] = await linesOf(client);
    return { client, variables: { input: { lineIds: [line?.id] } } };
  },
  'storefront.StartCheckout': async (shop) => ({
    client: (await shop.aFullCart()).client,
    variables: { input: {} },
  }),
  'storefront.UpdateCheckout': onCheckout({
    email: 'sam@example.com',
    shippingAddress: address,
    shippingMethodCode: 'standard',
  }),
  'storefront.LockCheckout': onCheckout(),
  'storefront.PayCheckout': onCheckout({ paymentMethodCode: 'manual', idempotencyKey: 'once' }),
  'storefront.CancelCheckout': onCheckout(),
  'storefront.CheckoutById': async (shop) => {
    const { shopper, checkout } = await shop.aCheckout();
    return { client: shopper.client, variables: { id: checkout.id } };
  },
  'storefront.OrderByToken': async (shop) => {
    const { shopper, trackingToken } = await shop.anOrder();
    return { client: shopper.client, variables: { trackingToken } };
  },
  'storefront.OrderById': async (shop) => ({
    client: shop.customer,
    variables: { id: await ownOrderId(shop) },
  }),
  'storefront.OrderList': ({ customer }) => ({ client: customer, variables: { first: 20 } }),
  'storefront.CancelOrder': async (shop) => {
    const { shopper, trackingToken } = await shop.anOrder();
    return {
      client: shopper.client,
      variables: { input: { trackingToken, idempotencyKey: shop.aKey() } },
    };
  },
  'storefront.FollowOrder': async (shop) => {
    const { id, shopper, trackingToken } = await shop.anOrder();
    const happening = await stepOfOrder(shop, id);
    return { client: shopper.client, variables: { trackingToken }, happening };
  },
  'storefront.WatchVariations': (shop) => {
    const { test, variationIds } = shop;
    const happening = stockOf(shop, variationIds[0] ?? '');
    return { client: test.publicClient(), variables: { variationIds }, happening };
  },
  'storefront.SessionCreate': (shop) => ({
    client: shop.test.publicClient(),
    variables: { input: { email: shop.customerEmail, password: accountPassword } },
  }),
  'storefront.CustomerRegister': (shop) => ({
    client: shop.test.publicClient(),
    variables: { input: shop.newAccount() },
  }),
  'storefront.SessionRefresh': async (shop) => ({ client: await aVisitor(shop) }),
  'storefront.SessionEnd': async (shop) => ({ client: await aVisitor(shop) }),
  'admin-console.StaffSignIn': ({ test }) => ({
    client: test.adminClient(),
    variables: { input: { email: 'owner@example.com', password: accountPassword } },
  }),
  'admin-console.StaffSessionRefresh': async (shop) => {
    const client = await aStaffDesk(shop);
    client.accessToken = undefined;
    return { client };
  },
  'admin-console.StaffSignOut': async (shop) => ({ client: await aStaffDesk(shop) }),
  'admin-console.OrderList': ({ staff }) => ({
    client: staff,
    variables: { first: 25, where: {} },
  }),
  'admin-console.OrderDetail': async (shop) => ({
    client: shop.staff,
    variables: { id: (await shop.anOrder()).id },
  }),
  'admin-console.TransitionOrder': onOrder(() => ({ transition: 'CONFIRM' })),
  'admin-console.MarkOrderPaid': onOrder(() => ({})),
  'admin-console.CancelOrder': onOrder(() => ({ reason: 'They asked for it.' })),
  'admin-console.RefundOrder': async (shop) => {
    const { id } = await shop.anOrder();
    await shop.staff.data(
      `mutation ($input: OrderMarkPaidInput!) { orderMarkPaid(input: $input) { order { id } } }`,
      { input: { orderId: id, idempotencyKey: shop.aKey() } },
    );
    await shop.advance(id, 'CONFIRM', 'START_PROCESSING', 'SHIP');
    const input = { orderId: id, reason: 'Arrived in pieces.', idempotencyKey: shop.aKey() };
    return { client: shop.staff, variables: { input } };
  },
  'admin-console.CreateApiKey': ({ staff }) => ({
    client: staff,
    variables: { input: { name: 'Feed', scopes: ['ORDERS_READ'] } },
  }),
  'admin-console.RevokeApiKey': async ({ staff }) => {
    const { apiKeyCreate } = await staff.data<{ apiKeyCreate: { apiKey: { id: string } } }>(
      'mutation { apiKeyCreate(input: { name: "Feed", scopes: [] }) { apiKey { id } } }',
    );
    return { client: staff, variables: { input: { apiKeyId: apiKeyCreate.apiKey.id } } };
  },
  'admin-console.PurgeKeptAnswers': ({ staff }) => ({
    client: staff,
    variables: { input: { everything: true } },
  }),
  'admin-console.OrderTimeline': async (shop) => {
    const { id } = await shop.anOrder();
    const happening = await stepOfOrder(shop, id);
    return { client: shop.staff, variables: { orderId: id }, happening };
  },
  'admin-console.OrderFeed': async (shop) => ({
    client: shop.staff,
    happening: await stepOfOrder(shop, (await shop.anOrder()).id),
  }),
  'admin-console.TaskDetail': async (shop) => {
    const { id, finish } = await aRunningTask(shop);
    await finish();
    return { client: shop.staff, variables: { id } };
  },
  'admin-console.TaskFeed': async (shop) => {
    const { finish } = await aRunningTask(shop);
    return { client: shop.staff, happening: await endOfTask(shop, finish) };
  },
  'admin-console.TaskStory': async (shop) => {
    const { id, beginning, finish } = await aRunningTask(shop);
    const happening = await endOfTask(shop, finish);
    return { client: shop.staff, variables: { taskId: id, after: beginning }, happening };
  },
};

/** How an operation is called, by the name of its budget; undefined where nothing is said of it. */
export function scenarioOf(name: string): Prepare | undefined {
  return scenarios[name];
}
