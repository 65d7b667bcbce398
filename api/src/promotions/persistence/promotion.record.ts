import type {
  Benefit,
  ProductFact,
  Promotion,
  PromotionConditions,
  PromotionTier,
  Reduction,
} from '../../pricing';

/** Which goods a promotion names, as staff did. */
export interface NamedTargets {
  readonly productIds?: readonly string[];
  readonly collectionIds?: readonly string[];
  readonly attributes?: readonly ProductFact[];
}

/** A promotion as it is stored. */
export interface PromotionRecord extends Omit<Promotion, 'targets'> {
  /** Counts changes, from 1. */
  readonly version: number;
  /** Whether it is offered at all, within its times. */
  readonly isActive: boolean;
  /** Of its amounts; it holds while the shop sells in it. */
  readonly currencyCode: string;
  readonly targets: NamedTargets;
}

type Stored<T> = { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] };
type StoredReduction =
  Stored<Extract<Reduction, { kind: 'PERCENT' }>> | Stored<Extract<Reduction, { kind: 'AMOUNT' }>>;
interface StoredTier {
  readonly from: string;
  readonly reduction: StoredReduction;
}
type StoredBenefit =
  | { readonly kind: 'REDUCTION'; readonly reduction: StoredReduction }
  | (Omit<Extract<Benefit, { kind: 'TIERED' }>, 'tiers'> & {
      readonly tiers: readonly StoredTier[];
    })
  | Extract<Benefit, { kind: 'BUY_X_GET_Y' | 'FREE_SHIPPING' | 'GIFT' }>;
type StoredConditions = Omit<PromotionConditions, 'minSubtotalMinor'> & {
  readonly minSubtotalMinor?: string;
};

/** A row of `promotion`; minor units within JSON are texts because it has no bigint. */
export type PromotionRow = Omit<PromotionRecord, 'benefit' | 'conditions'> & {
  readonly benefit: StoredBenefit;
  readonly conditions: StoredConditions;
};

/** The columns of a promotion, as properties of a row. */
export const PROMOTION_COLUMNS = `p.id, p.version, p.name, p.class, p.is_active AS "isActive",
  p.requires_code AS "requiresCode", p.priority, p.exclusive_group AS "exclusiveGroup",
  p.combines_with AS "combinesWith", p.benefit, p.targets, p.conditions, p.starts_at AS "startsAt",
  p.ends_at AS "endsAt", p.usage_limit AS "usageLimit", p.customer_limit AS "customerLimit",
  p.currency_code AS "currencyCode"`;

/** Reads a promotion. */
export function toPromotion({ benefit, conditions, ...row }: PromotionRow): PromotionRecord {
  const { minSubtotalMinor, ...rest } = conditions;
  return {
    ...row,
    benefit: thawBenefit(benefit),
    conditions: {
      ...rest,
      ...(minSubtotalMinor !== undefined && { minSubtotalMinor: BigInt(minSubtotalMinor) }),
    },
  };
}

function thawBenefit(benefit: StoredBenefit): Benefit {
  if (benefit.kind === 'REDUCTION') {
    return { ...benefit, reduction: thawReduction(benefit.reduction) };
  }
  if (benefit.kind !== 'TIERED') return benefit;
  const tiers = benefit.tiers.map(({ from, reduction }): PromotionTier => ({
    from: BigInt(from),
    reduction: thawReduction(reduction),
  }));
  return { ...benefit, tiers };
}

function thawReduction(reduction: StoredReduction): Reduction {
  return reduction.kind === 'AMOUNT'
    ? { kind: 'AMOUNT', amountMinor: BigInt(reduction.amountMinor) }
    : reduction;
}

/** Writes a part of a promotion that may hold minor units as JSON. */
export function toJson(part: Benefit | PromotionConditions | NamedTargets): string {
  return JSON.stringify(part, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
