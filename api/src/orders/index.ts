export { createOrdersModule } from './orders.module';
export { AddressType, toAddressType } from './graphql/address.type';
export { OrderType, toOrderType } from './graphql/order.type';
export { OrderEntity, OrderLineEntity, type OrderAddress } from './persistence/order.entity';
export type { PlaceOrder } from './commands/place-order';
export type { OrderLoaders } from './graphql/order.loaders';
