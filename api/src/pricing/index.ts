export { createPricingModule } from './pricing.module';
export type { Buyer, PricingReader } from './pricing-reader';
export { type Cost, deliveryCost, lineCost, sumCosts } from './domain/cost';
export { priceDelivery, priceWish, type PricingTerms } from './domain/pricing-terms';
export {
  freezeCost,
  freezeTaxLines,
  type StoredCost,
  type StoredTaxLine,
  thawCost,
  thawTaxLines,
} from './domain/stored-cost';
export { CostType, toCostType } from './graphql/cost.type';
