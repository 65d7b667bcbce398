export { createPricingModule } from './pricing.module';
export { basketCost, lineCost, type Cost } from './domain/cost';
export { CostType, toCostType } from './graphql/cost.type';
