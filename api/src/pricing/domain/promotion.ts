/** What a promotion takes its discount from; promotions of which classes go together is each promotion's own say. */
export type PromotionClass = 'LINE' | 'ORDER' | 'SHIPPING';

/** A part of an amount, or an amount of its own. */
export type Reduction =
  | { readonly kind: 'PERCENT'; readonly offPpm: number }
  | { readonly kind: 'AMOUNT'; readonly amountMinor: bigint };

/** From how much on which reduction holds: units, or minor units of the subtotal. */
export interface PromotionTier {
  readonly from: bigint;
  readonly reduction: Reduction;
}

/** What a promotion gives. */
export type Benefit =
  /** Off every eligible line (an amount is off each unit), or once off the order. */
  | { readonly kind: 'REDUCTION'; readonly reduction: Reduction }
  /** The reduction of the highest tier that is reached, lowest tier first. */
  | {
      readonly kind: 'TIERED';
      readonly measure: 'QUANTITY' | 'SUBTOTAL';
      readonly tiers: readonly PromotionTier[];
    }
  /** Of every X + Y eligible units the cheapest Y cost less. */
  | {
      readonly kind: 'BUY_X_GET_Y';
      readonly buyQuantity: number;
      readonly getQuantity: number;
      readonly offPpm: number;
    }
  | { readonly kind: 'FREE_SHIPPING' }
  | { readonly kind: 'GIFT'; readonly variationId: string; readonly quantity: number };

/** Which lines a promotion is about: those that fit each of what is named. */
export interface PromotionTargets {
  readonly productIds?: ReadonlySet<string> | undefined;
  /** The products of the collections that are named. */
  readonly collectedIds?: ReadonlySet<string> | undefined;
  /** One of these is enough. */
  readonly attributes?: readonly ProductFact[] | undefined;
}

/** A fact about a product, such as its paper. */
export interface ProductFact {
  readonly name: string;
  readonly value: string;
}

/** What has to be so for a promotion to apply. */
export interface PromotionConditions {
  /** Of the eligible lines at their unit prices. */
  readonly minSubtotalMinor?: bigint | undefined;
  /** Units of the eligible lines. */
  readonly minQuantity?: number | undefined;
  readonly customerGroup?: string | undefined;
  readonly firstOrderOnly?: boolean | undefined;
}

/** Something that lowers what a basket costs, or adds a gift to it. */
export interface Promotion {
  readonly id: string;
  /** As shoppers read it. */
  readonly name: string;
  readonly class: PromotionClass;
  readonly requiresCode: boolean;
  /** Higher ones are chosen first. */
  readonly priority: number;
  /** Of one group only one is applied. */
  readonly exclusiveGroup: string | null;
  /** Classes of promotions next to which it may be applied, if they say so too. */
  readonly combinesWith: readonly PromotionClass[];
  readonly benefit: Benefit;
  readonly targets: PromotionTargets;
  readonly conditions: PromotionConditions;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** How often it can be used by everybody together, and by one customer. */
  readonly usageLimit: number | null;
  readonly customerLimit: number | null;
}

/** A promotion that this buyer's basket is looked at for: an automatic one, or one whose code was entered. */
export interface PromotionCandidate {
  readonly promotion: Promotion;
  /** As it is stored. */
  readonly code?: string | undefined;
  /** Which limit is used up for this buyer. */
  readonly usedUp?: 'TOTAL' | 'CUSTOMER' | undefined;
}

/** A gift as far as pricing knows it. */
export interface GiftGoods {
  readonly productId: string;
  readonly basePriceMinor: bigint;
  /** Units that this buyer could have. */
  readonly available: number;
}

/** All that is known of promotions when a buyer's basket is priced. */
export interface PromotionTerms {
  readonly at: Date;
  readonly candidates: readonly PromotionCandidate[];
  /** Codes that were entered and open nothing. */
  readonly unknownCodes: readonly string[];
  /** True also while it is not known who buys. */
  readonly isFirstOrder: boolean;
  readonly gifts: ReadonlyMap<string, GiftGoods>;
}

/** For whoever buys where there are no promotions. */
export const NO_PROMOTIONS: PromotionTerms = {
  at: new Date(0),
  candidates: [],
  unknownCodes: [],
  isFirstOrder: true,
  gifts: new Map(),
};

/** Why a promotion is not applied. */
export type PromotionRejection =
  | 'CODE_UNKNOWN'
  | 'NOT_STARTED'
  | 'ENDED'
  | 'CUSTOMER_GROUP'
  | 'FIRST_ORDER_ONLY'
  | 'USED_UP'
  | 'USED_UP_BY_CUSTOMER'
  | 'NO_ELIGIBLE_GOODS'
  | 'SUBTOTAL_TOO_LOW'
  | 'QUANTITY_TOO_LOW'
  | 'GIFT_OUT_OF_STOCK'
  | 'NOTHING_LEFT';

/** What became of one candidate. */
export type PromotionOutcome = {
  /** Absent for a code that opens nothing. */
  readonly promotionId?: string | undefined;
  readonly name?: string | undefined;
  readonly class?: PromotionClass | undefined;
  readonly code?: string | undefined;
} & (
  | { readonly status: 'APPLIED'; readonly amountMinor: bigint }
  | ({ readonly status: 'REJECTED' } & Rejection)
  | { readonly status: 'BEATEN'; readonly beatenById: string; readonly beatenByName: string }
);

/** Why a promotion is not applied, and how far it is from being so. */
export interface Rejection {
  readonly reason: PromotionRejection;
  readonly missingMinor?: bigint | undefined;
  readonly missingQuantity?: number | undefined;
}
