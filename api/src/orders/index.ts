export { createOrdersModule } from './orders.module';
export { AddressType, toAddressType } from './graphql/address.type';
export { GiftCardPaymentType, toGiftCardPaymentType } from './graphql/gift-card-payment.type';
export { OrderType, toOrderType } from './graphql/order.type';
export { OrderEntity, OrderLineEntity } from './persistence/order.entity';
export type { OrderAddress } from './persistence/order-snapshots';
export type { PlacedOrder, PlaceOrder } from './commands/place-order';
export { type OrderLoaders, seedPlaced } from './graphql/order.loaders';
export { hasOrdered } from './persistence/ordered-before';
