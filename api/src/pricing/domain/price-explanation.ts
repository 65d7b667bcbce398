import type { LineDiscount } from './apply-promotions';
import type { PricedBasket, UnitPriceSource } from './basket';
import type { PromotionOutcome } from './promotion';
import type { TaxLine } from './tax';

/** How the price of a line came about. */
export interface ExplainedLine {
  readonly id: string;
  readonly basePriceMinor: bigint;
  readonly unitPriceMinor: bigint;
  readonly source: UnitPriceSource;
  readonly discounts: readonly LineDiscount[];
  /** What is taxed: the line less its discounts. */
  readonly taxableMinor: bigint;
  readonly taxLines: readonly TaxLine[];
  /** By how much rounding raised its tax, in millionths of a minor unit. */
  readonly residueMicro: bigint;
}

/** How the price of a basket came about. */
export interface PriceExplanation {
  readonly lines: readonly ExplainedLine[];
  readonly outcomes: readonly PromotionOutcome[];
  readonly deliveryDiscountMinor: bigint;
  /** Over lines and delivery. */
  readonly residueMicro: bigint;
}

/** Tells how the price of a basket came about. */
export function explainPrices(basket: PricedBasket): PriceExplanation {
  const lines = basket.lines.map(
    ({ line, unitPriceMinor, price, discounts, cost, residueMicro }): ExplainedLine => ({
      id: line.id,
      basePriceMinor: line.basePriceMinor,
      unitPriceMinor,
      source: price.source,
      discounts,
      taxableMinor: cost.subtotalMinor - cost.discountsMinor,
      taxLines: cost.taxLines,
      residueMicro,
    }),
  );
  return {
    lines,
    outcomes: basket.outcomes,
    deliveryDiscountMinor: basket.deliveryDiscountMinor,
    residueMicro: lines.reduce(
      (sum, { residueMicro }) => sum + residueMicro,
      basket.deliveryResidueMicro,
    ),
  };
}
