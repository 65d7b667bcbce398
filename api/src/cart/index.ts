export { createCartModule } from './cart.module';
export {
  cartOwnerOf,
  guestTokenHash,
  newCartToken,
  setCartCookie,
  type CartOwner,
} from './cart-owner';
export type { RestoreCart, RestoredCart } from './commands/restore-cart';
export { CartEntity, CartLineEntity } from './persistence/cart.entity';
export { basketLine, type CartReader, type CartView } from './cart-reader';
export { giftViews } from './gift-view';
export type { CartLineView, CartPartView } from './line-view';
export { CartType } from './graphql/cart.type';
export type { LineGoods as CartGoods } from './domain/line-goods';
export type { CartRepository } from './persistence/cart.repository';
