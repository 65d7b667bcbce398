import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

const aPromotionOf = (name: string) => ({
  name,
  class: 'ORDER',
  requiresCode: true,
  benefit: { kind: 'PERCENTAGE', percentOff: '10' },
});

async function aPromotion(shop: BudgetShop): Promise<string> {
  const { promotionCreate } = await shop.staff.data<{
    promotionCreate: { promotion: { id: string } };
  }>(
    `mutation ($input: PromotionCreateInput!) {
       promotionCreate(input: $input) { promotion { id } } }`,
    { input: aPromotionOf(shop.aKey()) },
  );
  return promotionCreate.promotion.id;
}

/** How the console's operations on promotions are called when they are measured. */
export const promotionScenarios: Readonly<Record<string, Prepare>> = {
  'admin-console.Promotions': async (shop) => {
    await aPromotion(shop);
    return { client: shop.staff, variables: { first: 25 } };
  },
  'admin-console.PromotionPage': async (shop) => ({
    client: shop.staff,
    variables: { id: await aPromotion(shop) },
  }),
  'admin-console.PromotionChoices': ({ staff }) => ({
    client: staff,
    variables: { withGroups: true },
  }),
  'admin-console.CreatePromotion': (shop) => ({
    client: shop.staff,
    variables: { input: aPromotionOf(shop.aKey()) },
  }),
  'admin-console.UpdatePromotion': async (shop) => ({
    client: shop.staff,
    variables: { input: { ...aPromotionOf(shop.aKey()), promotionId: await aPromotion(shop) } },
  }),
  'admin-console.RemovePromotion': async (shop) => ({
    client: shop.staff,
    variables: { input: { promotionId: await aPromotion(shop) } },
  }),
  'admin-console.CouponCodes': async (shop) => ({
    client: shop.staff,
    variables: { promotionId: await aPromotion(shop), first: 25 },
  }),
  'admin-console.GenerateCouponCodes': async (shop) => ({
    client: shop.staff,
    variables: {
      input: { promotionId: await aPromotion(shop), count: 20, idempotencyKey: shop.aKey() },
    },
  }),
  'admin-console.RemoveCouponCodes': async (shop) => ({
    client: shop.staff,
    variables: { input: { promotionId: await aPromotion(shop), codes: ['NOPE'] } },
  }),
  'admin-console.TestPromotions': ({ staff, variationIds }) => ({
    client: staff,
    variables: {
      input: { lines: variationIds.map((variationId) => ({ variationId, quantity: 1 })) },
    },
  }),
};
