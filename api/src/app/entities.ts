import { CartEntity, CartLineEntity } from '../cart';
import {
  CollectionEntity,
  CollectionProductEntity,
  OptionValueEntity,
  ProductEntity,
  ProductImageEntity,
  ProductOptionEntity,
  ProductVariationEntity,
  VariationOptionValueEntity,
} from '../catalog';
import { CheckoutEntity } from '../checkout';
import { CustomerEntity } from '../customers';
import { RefreshTokenEntity, SessionEntity, StaffMemberEntity, StaffRoleEntity } from '../identity';
import { MediaAssetEntity } from '../media';
import { OrderEntity, OrderLineEntity } from '../orders';
import { PaymentEntity } from '../payments';
import { ShopEntity } from '../shop';

/** Every entity of every module. */
export const entities = [
  ShopEntity,
  CustomerEntity,
  StaffRoleEntity,
  StaffMemberEntity,
  SessionEntity,
  RefreshTokenEntity,
  MediaAssetEntity,
  CollectionEntity,
  CollectionProductEntity,
  ProductEntity,
  ProductOptionEntity,
  OptionValueEntity,
  ProductVariationEntity,
  VariationOptionValueEntity,
  ProductImageEntity,
  CartEntity,
  CartLineEntity,
  PaymentEntity,
  CheckoutEntity,
  OrderEntity,
  OrderLineEntity,
];
