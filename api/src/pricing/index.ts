export { basketCost, lineCost, type Cost, type PricedLine } from './domain/cost';
export { CostType, toCostType } from './graphql/cost.type';
