export { createCheckoutModule } from './checkout.module';
export type { CheckoutHold } from './checkout-hold';
export { CheckoutEntity } from './persistence/checkout.entity';
export type { Quote } from './quote';
export { type CheckoutGiftCards, type GiftCardState, unusableCard } from './gift-cards-port';
