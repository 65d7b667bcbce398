export { addressInput } from './commands/address-input';
export {
  deliveredCountries,
  type DeliveryOffer,
  offersFor,
  type PricedOffer,
  pricedOffers,
  type ShippingBook,
  type ShownOffer,
} from './domain/shipping-book';
export { ShippingMethodType, toShippingMethodType } from './graphql/shipping-method.type';
export { createShippingModule } from './shipping.module';
export type { ShippingReader } from './shipping-reader';
