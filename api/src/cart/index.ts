export { createCartModule } from './cart.module';
export { cartOwnerOf, guestTokenHash, type CartOwner } from './cart-owner';
export { CartEntity, CartLineEntity } from './persistence/cart.entity';
export type { CartLineView, CartReader, CartView } from './cart-reader';
export type { CartRepository } from './persistence/cart.repository';
