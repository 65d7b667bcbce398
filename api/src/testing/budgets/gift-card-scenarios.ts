import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

/** A checkout and a card that may pay for it. */
async function aCardAtTheDesk(shop: BudgetShop) {
  const { giftCardIssue } = await shop.staff.data<{
    giftCardIssue: { code: string; giftCard: { id: string } };
  }>(
    `mutation ($input: GiftCardIssueInput!) { giftCardIssue(input: $input) { code giftCard { id } } }`,
    { input: { amount: { amount: '5.00', currencyCode: 'GBP' }, idempotencyKey: shop.aKey() } },
  );
  const { shopper, checkout } = await shop.aCheckout();
  const { code, giftCard } = giftCardIssue;
  return { client: shopper.client, checkoutId: checkout.id, code, giftCardId: giftCard.id };
}

/** How the storefront's operations on gift cards and papers are called when they are measured. */
export const giftCardScenarios: Readonly<Record<string, Prepare>> = {
  'storefront.CheckoutGiftCardsApply': async (shop) => {
    const { client, checkoutId, code } = await aCardAtTheDesk(shop);
    return { client, variables: { input: { checkoutId, codes: [code] } } };
  },
  'storefront.CheckoutGiftCardsRemove': async (shop) => {
    const { client, checkoutId, code, giftCardId } = await aCardAtTheDesk(shop);
    await client.data(
      `mutation ($input: CheckoutGiftCardsApplyInput!) {
         checkoutGiftCardsApply(input: $input) { userErrors { code } } }`,
      { input: { checkoutId, codes: [code] } },
    );
    return { client, variables: { input: { checkoutId, giftCardIds: [giftCardId] } } };
  },
  'storefront.OrderInvoice': async (shop) => {
    const { shopper, trackingToken } = await shop.anOrder();
    return { client: shopper.client, variables: { trackingToken } };
  },
};
