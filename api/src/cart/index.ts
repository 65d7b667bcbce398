export { createCartModule } from './cart.module';
export { cartOwnerOf, guestTokenHash, type CartOwner } from './cart-owner';
export { CartEntity, CartLineEntity } from './persistence/cart.entity';
export { giftViews } from './gift-view';
export { basketLine, type CartLineView, type CartReader, type CartView } from './cart-reader';
export { CartType } from './graphql/cart.type';
export type { CartRepository } from './persistence/cart.repository';
