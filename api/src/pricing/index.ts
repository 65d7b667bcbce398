export { createPricingModule } from './pricing.module';
export type {
  Buyer,
  BuyingTerms,
  OfferedPromotions,
  PricingReader,
  PromotionSource,
} from './pricing-reader';
export { type Cost, deliveryCost, lineCost, sumCosts } from './domain/cost';
export type {
  BasketBundle,
  BasketLine,
  Goods,
  PricedBasket,
  PricedBasketLine,
} from './domain/basket';
export { bundlePrice } from './domain/bundle-price';
export { partTotals, priceBasket } from './domain/price-basket';
export { type AppliedPromotion, appliedOf, type LineDiscount } from './domain/apply-promotions';
export { explainPrices, type PriceExplanation } from './domain/price-explanation';
export {
  freezeExplanation,
  type StoredExplanation,
  thawExplanation,
} from './domain/stored-explanation';
export { NO_PROMOTIONS } from './domain/promotion';
export type {
  Benefit,
  ProductFact,
  Promotion,
  PromotionCandidate,
  PromotionClass,
  PromotionConditions,
  PromotionTier,
  Reduction,
} from './domain/promotion';
export {
  freezeCost,
  freezeTaxLines,
  type StoredCost,
  type StoredTaxLine,
  thawCost,
  thawTaxLines,
} from './domain/stored-cost';
export { CostType, toCostType } from './graphql/cost.type';
export {
  LineDiscountType,
  PriceExplanationType,
  toPriceExplanationType,
} from './graphql/price-explanation.type';
export { PromotionClassName } from './graphql/promotion-outcome.type';
