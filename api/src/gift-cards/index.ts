export { createGiftCardsModule } from './gift-cards.module';
export type { GiftCardRecord } from './persistence/gift-card.repository';
