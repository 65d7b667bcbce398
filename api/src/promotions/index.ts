export type { PromotionInput } from './commands/promotion-input';
export { createPromotionsModule, createPromotionSource } from './promotions.module';
