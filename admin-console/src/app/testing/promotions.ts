import type { PromotionFieldsFragment } from '../promotions/data/promotion-fragments.generated';

/** A promotion as the graph gives it, of which a test states only what matters. */
export function aPromotion(given: Partial<PromotionFieldsFragment> = {}) {
  return {
    __typename: 'Promotion',
    id: 'p1',
    version: 2,
    name: 'Print fans',
    class: 'ORDER' as const,
    currencyCode: 'GBP',
    isActive: true,
    requiresCode: false,
    priority: 0,
    startsAt: null,
    endsAt: null,
    combinesWith: [],
    exclusiveGroup: null,
    usageLimit: null,
    customerLimit: null,
    uses: 4,
    benefit: aBenefit(),
    conditions: {
      __typename: 'PromotionConditions' as const,
      minSubtotal: null,
      minQuantity: null,
      customerGroup: null,
      firstOrderOnly: false,
    },
    targets: {
      __typename: 'PromotionTargets' as const,
      productIds: [],
      products: [],
      collectionIds: [],
      attributes: [],
    },
    ...given,
  };
}

/** What a promotion gives: ten percent off. */
export function aBenefit(given: Partial<PromotionFieldsFragment['benefit']> = {}) {
  return {
    __typename: 'PromotionBenefit' as const,
    kind: 'PERCENTAGE' as const,
    percentOff: '10',
    amountOff: null,
    buyQuantity: null,
    getQuantity: null,
    giftVariationId: null,
    giftVariation: null,
    giftQuantity: null,
    tierMeasure: null,
    tiers: [],
    ...given,
  };
}
