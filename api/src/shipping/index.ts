export { createShippingModule } from './shipping.module';
export { addressProblems, regionCode } from './domain/address-rules';
export {
  type DeliveryOffer,
  pricedOffers,
  type ShownOffer,
  type ShownOffer as ShippingMethod,
} from './domain/shipping-book';
export { ShippingMethodType, toShippingMethodType } from './graphql/shipping-method.type';
export type { ShippingReader, ShippingReader as ShippingMethods } from './shipping-reader';
