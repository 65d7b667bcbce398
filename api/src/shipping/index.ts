export { createShippingModule } from './shipping.module';
export { ShippingMethodEntity } from './persistence/shipping-method.entity';
export { ShippingMethodType, toShippingMethodType } from './graphql/shipping-method.type';
export type { ShippingMethod, ShippingMethods } from './shipping-methods';
