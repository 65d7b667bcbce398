export { createCheckoutModule } from './checkout.module';
export type { CheckoutHold } from './checkout-hold';
export type { PlaceQuote } from './commands/place-quote';
export { CheckoutEntity, type StoredQuote } from './persistence/checkout.entity';
export { AddressInput } from './graphql/checkout.inputs';
export {
  freeze as freezeQuote,
  isDelivered,
  type Quote,
  quoteNow,
  thaw as thawQuote,
} from './quote';
export { type CheckoutGiftCards, type GiftCardState, unusableCard } from './gift-cards-port';
