import { collectEverything } from '../collect-everything';
import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

const pounds = (amount: string) => ({ amount, currencyCode: 'GBP' });

async function aGiftCard(shop: BudgetShop): Promise<string> {
  const { giftCardIssue } = await shop.staff.data<{
    giftCardIssue: { giftCard: { id: string } };
  }>(
    `mutation ($input: GiftCardIssueInput!) { giftCardIssue(input: $input) { giftCard { id } } }`,
    { input: { amount: pounds('25.00'), idempotencyKey: shop.aKey() } },
  );
  return giftCardIssue.giftCard.id;
}

/** A zone of its own: no two may name the same postcodes. */
function aZoneOf(countryCode: string, key: string): object {
  const postcode = key.replaceAll(/\W/g, '').slice(-9).toUpperCase();
  return { name: key, places: [{ countryCode, postcodes: [postcode] }] };
}

async function aZone({ staff, aKey }: BudgetShop): Promise<string> {
  const { shippingZoneSet } = await staff.data<{
    shippingZoneSet: { shippingZone: { id: string } };
  }>(
    `mutation ($input: ShippingZoneSetInput!) {
       shippingZoneSet(input: $input) { shippingZone { id } } }`,
    { input: aZoneOf('FR', aKey()) },
  );
  return shippingZoneSet.shippingZone.id;
}

const aMethod = (zoneId: string) => ({
  code: 'courier',
  name: 'Courier',
  description: 'By bicycle.',
  rates: [{ zoneId, price: pounds('9.00') }],
});

async function aMessage(shop: BudgetShop): Promise<string> {
  await shop.anOrder();
  await collectEverything(shop.test);
  await shop.test.runJob('deliver-messages');
  const { messages } = await shop.staff.data<{ messages: { nodes: { id: string }[] } }>(
    '{ messages(first: 1, where: { templates: [ORDER_PLACED] }) { nodes { id } } }',
  );
  return messages.nodes[0]?.id ?? '';
}

/** How the console's operations on gift cards, deliveries and messages are called when they are measured. */
export const officeScenarios: Readonly<Record<string, Prepare>> = {
  'admin-console.GiftCards': async (shop) => {
    await aGiftCard(shop);
    return { client: shop.staff, variables: { first: 25 } };
  },
  'admin-console.GiftCardPage': async (shop) => ({
    client: shop.staff,
    variables: { id: await aGiftCard(shop) },
  }),
  'admin-console.IssueGiftCard': (shop) => ({
    client: shop.staff,
    variables: { input: { amount: pounds('25.00'), idempotencyKey: shop.aKey() } },
  }),
  'admin-console.AdjustGiftCard': async (shop) => {
    const giftCardId = await aGiftCard(shop);
    const idempotencyKey = shop.aKey();
    const input = { giftCardId, amount: '-5.00', reason: 'Typing mistake.', idempotencyKey };
    return { client: shop.staff, variables: { input } };
  },
  'admin-console.DisableGiftCard': async (shop) => ({
    client: shop.staff,
    variables: { input: { giftCardId: await aGiftCard(shop), reason: 'Lost.' } },
  }),
  'admin-console.TestShippingRate': ({ staff }) => ({
    client: staff,
    variables: { countryCode: 'GB', weightGrams: 500, subtotal: '30' },
  }),
  'admin-console.SetShippingZone': ({ staff, aKey }) => ({
    client: staff,
    variables: { input: aZoneOf('ES', aKey()) },
  }),
  'admin-console.RemoveShippingZone': async (shop) => ({
    client: shop.staff,
    variables: { input: { zoneId: await aZone(shop) } },
  }),
  'admin-console.SetShippingMethod': async (shop) => ({
    client: shop.staff,
    variables: { input: aMethod(await aZone(shop)) },
  }),
  'admin-console.RemoveShippingMethod': async (shop) => {
    await shop.staff.data(
      `mutation ($input: ShippingMethodSetInput!) {
         shippingMethodSet(input: $input) { userErrors { code } } }`,
      { input: aMethod(await aZone(shop)) },
    );
    return { client: shop.staff, variables: { input: { code: 'courier' } } };
  },
  'admin-console.Messages': ({ staff }) => ({
    client: staff,
    variables: { first: 25, where: {} },
  }),
  'admin-console.MessagePage': async (shop) => ({
    client: shop.staff,
    variables: { id: await aMessage(shop) },
  }),
  'admin-console.ResendMessage': async (shop) => ({
    client: shop.staff,
    variables: { input: { messageId: await aMessage(shop) } },
  }),
  'admin-console.PreviewMessage': ({ staff }) => ({
    client: staff,
    variables: { template: 'ORDER_PLACED' },
  }),
};
