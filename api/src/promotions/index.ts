export { createPromotionsModule, createPromotionSource } from './promotions.module';
