import { CustomerEntity } from '../customers';
import { RefreshTokenEntity, SessionEntity, StaffMemberEntity, StaffRoleEntity } from '../identity';
import { ShopEntity } from '../shop';

/** Every entity of every module. */
export const entities = [
  ShopEntity,
  CustomerEntity,
  StaffRoleEntity,
  StaffMemberEntity,
  SessionEntity,
  RefreshTokenEntity,
];
