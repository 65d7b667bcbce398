import {
  appliedOf,
  type AppliedPromotion,
  freezeExplanation,
  type LineDiscount,
  type PriceExplanation,
  type StoredExplanation,
  thawExplanation,
} from '../pricing';

/** What promotions make of a quote, and how its prices came about. */
export interface QuotedPromotions {
  /** Those that it uses. */
  readonly promotions: readonly AppliedPromotion[];
  readonly explanation: PriceExplanation;
}

/** The same as it is written down. */
export interface StoredPromotions {
  /** Whether it uses any; absent where it does not. */
  readonly promotions?: true;
  /** Absent in quotes from before prices were explained. */
  readonly explanation?: StoredExplanation;
}

const UNEXPLAINED: PriceExplanation = {
  lines: [],
  outcomes: [],
  deliveryDiscountMinor: 0n,
  residueMicro: 0n,
};

/** What promotions make of a basket that was explained. */
export function quotedPromotions(explanation: PriceExplanation): QuotedPromotions {
  return { promotions: appliedOf(explanation.outcomes), explanation };
}

/** Writes down what promotions make of a quote. */
export function freezePromotions({ promotions, explanation }: QuotedPromotions): StoredPromotions {
  return {
    ...(promotions.length > 0 && { promotions: true }),
    explanation: freezeExplanation(explanation),
  };
}

/** Reads back what promotions make of a quote. */
export function thawPromotions({ explanation }: StoredPromotions): QuotedPromotions {
  return quotedPromotions(explanation ? thawExplanation(explanation) : UNEXPLAINED);
}

/** What each promotion takes off a line. */
export function discountsOf(
  id: string,
  { explanation }: QuotedPromotions,
): readonly LineDiscount[] {
  return explanation.lines.find((line) => line.id === id)?.discounts ?? [];
}
