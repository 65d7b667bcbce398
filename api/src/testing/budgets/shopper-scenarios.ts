import { MailLinks } from '../../notifications';
import type { GraphqlClient } from '../graphql-client';
import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

/** A code that everybody may use, which takes a tenth off. */
async function aCouponCode(shop: BudgetShop): Promise<string> {
  const name = shop.aKey();
  const { promotionCreate } = await shop.staff.data<{
    promotionCreate: { promotion: { id: string } };
  }>(
    `mutation ($input: PromotionCreateInput!) {
       promotionCreate(input: $input) { promotion { id } } }`,
    {
      input: {
        name,
        class: 'ORDER',
        requiresCode: true,
        benefit: { kind: 'PERCENTAGE', percentOff: '10' },
      },
    },
  );
  const { couponCodesGenerate } = await shop.staff.data<{
    couponCodesGenerate: { codes: string[] };
  }>(
    `mutation ($input: CouponCodesGenerateInput!) {
       couponCodesGenerate(input: $input) { codes } }`,
    {
      input: {
        promotionId: promotionCreate.promotion.id,
        count: 1,
        idempotencyKey: promotionCreate.promotion.id,
      },
    },
  );
  return couponCodesGenerate.codes[0] ?? '';
}

async function aDeliveredOrder(shop: BudgetShop) {
  const order = await anOpenOrder(shop);
  await shop.advance(order.id, 'CONFIRM', 'START_PROCESSING', 'SHIP', 'DELIVER');
  return order;
}

async function anOpenOrder(shop: BudgetShop) {
  const { id, shopper, trackingToken } = await shop.anOrder();
  const { order } = await shopper.client.data<{ order: { lines: { id: string }[] } }>(
    'query ($trackingToken: String!) { order(trackingToken: $trackingToken) { lines { id } } }',
    { trackingToken },
  );
  const lines = order.lines.map(({ id: lineId }) => ({ lineId, quantity: 1 }));
  return { id, client: shopper.client, trackingToken, lines };
}

/** Made for this alone: what others buy must stay in stock. */
async function aSoldOutVariation({ test, aKey }: BudgetShop): Promise<string> {
  const { platform, modules } = test.app;
  const product = {
    slug: aKey(),
    title: 'Waited for',
    description: 'There is none left.',
    attributes: [],
    basePriceMinor: 500,
    options: [],
    variations: [{ sku: aKey().toUpperCase(), values: [] }],
    collections: [],
    imageIds: [],
  };
  const made = await platform.transactions.run((tx) =>
    modules.catalog.upsertProducts.run(tx, [product]),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  return made.value[0]?.variations[0]?.id ?? '';
}

async function cartIdOf(client: GraphqlClient): Promise<string> {
  return (await client.data<{ cart: { id: string } }>('{ cart { id } }')).cart.id;
}

const linksOf = ({ test }: BudgetShop) =>
  new MailLinks(test.config.jwtSecret, test.config.publicUrl, test.clock);

const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? '';

/** How the storefront's operations on codes, deliveries, returns and mails are called when they are measured. */
export const shopperScenarios: Readonly<Record<string, Prepare>> = {
  'storefront.CartCouponsApply': async (shop) => {
    const couponCodes = [await aCouponCode(shop)];
    const { client } = await shop.aFullCart();
    return { client, variables: { input: { couponCodes } } };
  },
  'storefront.CartCouponsRemove': async (shop) => {
    const couponCodes = [await aCouponCode(shop)];
    const { client } = await shop.aFullCart();
    await client.data(
      `mutation ($input: CartCouponsApplyInput!) {
         cartCouponsApply(input: $input) { userErrors { code } } }`,
      { input: { couponCodes } },
    );
    return { client, variables: { input: { couponCodes } } };
  },
  'storefront.ShippingRates': async (shop) => ({
    client: (await shop.aFullCart()).client,
    variables: { countryCode: 'GB', postcode: 'N1 1AA' },
  }),
  'storefront.AddressForm': ({ test }) => ({
    client: test.publicClient(),
    variables: { countryCode: 'US' },
  }),
  'storefront.ConfirmPayment': async (shop) => {
    const { shopper, checkout } = await shop.aCheckout();
    const input = { checkoutId: checkout.id, idempotencyKey: shop.aKey() };
    return { client: shopper.client, variables: { input } };
  },
  'storefront.CancelPayment': async (shop) => {
    const { shopper, checkout } = await shop.aCheckout();
    await shopper.mutate('checkoutLock', 'CheckoutLockInput', 'checkout { id }', {
      checkoutId: checkout.id,
    });
    const input = { checkoutId: checkout.id, idempotencyKey: shop.aKey() };
    return { client: shopper.client, variables: { input } };
  },
  'storefront.OrderLinesCancelPreview': async (shop) => {
    const { client, trackingToken, lines } = await anOpenOrder(shop);
    return { client, variables: { input: { trackingToken, lines } } };
  },
  'storefront.CancelOrderLines': async (shop) => {
    const { client, trackingToken, lines } = await anOpenOrder(shop);
    return {
      client,
      variables: { input: { trackingToken, lines, idempotencyKey: shop.aKey() } },
    };
  },
  'storefront.ReturnPreview': async (shop) => {
    const { client, trackingToken, lines } = await aDeliveredOrder(shop);
    return { client, variables: { input: { trackingToken, lines } } };
  },
  'storefront.RequestReturn': async (shop) => {
    const { client, trackingToken, lines } = await aDeliveredOrder(shop);
    const wanted = lines.map((line) => ({ ...line, reason: 'NOT_WANTED' }));
    const input = { trackingToken, lines: wanted, idempotencyKey: shop.aKey() };
    return { client, variables: { input } };
  },
  'storefront.BackInStockRequest': async (shop) => {
    const variationId = await aSoldOutVariation(shop);
    const input = { variationId, email: shop.newAccount().email };
    return { client: shop.test.publicClient(), variables: { input } };
  },
  'storefront.CustomerMarketingConsentSet': ({ customer }) => ({
    client: customer,
    variables: { input: { accepts: true } },
  }),
  'storefront.CartRestore': async (shop) => {
    const { client } = await shop.aFullCart();
    const token = tokenIn(linksOf(shop).cart(await cartIdOf(client)));
    return { client: shop.test.publicClient(), variables: { input: { token } } };
  },
  'storefront.MessageUnsubscribe': (shop) => {
    const { email } = shop.newAccount();
    const token = tokenIn(linksOf(shop).unsubscribe('MARKETING', email));
    return { client: shop.test.publicClient(), variables: { input: { token } } };
  },
};
