import type { AppliedPromotion, LineDiscount, PromotionClass } from '../../pricing';

/** A promotion that an order used, as it was then; minor units are texts because JSON has no bigint. */
export interface OrderPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly class: PromotionClass;
  readonly code?: string;
  readonly amountMinor: string;
}

/** What one promotion took off a line. */
export interface OrderLineDiscount {
  readonly promotionId: string;
  readonly name: string;
  readonly amountMinor: string;
}

/** What is kept of the promotions that an order uses. */
export function orderPromotions(applied: readonly AppliedPromotion[] = []): OrderPromotion[] {
  return applied.map(({ promotionId, name, class: level, code, amountMinor }) => ({
    promotionId,
    name,
    class: level,
    ...(code !== undefined && { code }),
    amountMinor: amountMinor.toString(),
  }));
}

/** What is kept of the discounts of a line. */
export function orderLineDiscounts(
  discounts: readonly LineDiscount[] = [],
  applied: readonly AppliedPromotion[] = [],
): OrderLineDiscount[] {
  return discounts.map(({ promotionId, amountMinor }) => ({
    promotionId,
    name: applied.find((each) => each.promotionId === promotionId)?.name ?? '',
    amountMinor: amountMinor.toString(),
  }));
}
