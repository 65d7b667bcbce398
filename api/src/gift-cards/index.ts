export { createGiftCardsModule } from './gift-cards.module';
