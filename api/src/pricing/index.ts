export { createPricingModule } from './pricing.module';
export type { Buyer, PricingReader } from './pricing-reader';
export { type Cost, deliveryCost, lineCost, sumCosts } from './domain/cost';
export type {
  BasketBundle,
  BasketDelivery,
  BasketLine,
  BasketPart,
  Goods,
  PricedBasket,
} from './domain/basket';
export { bundlePrice, type BundleRule, partShares } from './domain/bundle-price';
export { priceBasket } from './domain/price-basket';
export type { PricingTerms } from './domain/pricing-terms';
export {
  freezeCost,
  freezeTaxLines,
  type StoredCost,
  type StoredTaxLine,
  thawCost,
  thawTaxLines,
} from './domain/stored-cost';
export { CostType, toCostType } from './graphql/cost.type';
